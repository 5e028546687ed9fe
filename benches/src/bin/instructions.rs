//! Counts instructions per yielded item, with valgrind's callgrind, and prints the ratios.
//!
//! Each variant runs twice in a process of its own, with a small and a large amount of work; the
//! difference of the two counts, divided by the difference in items, leaves start-up out. Counts do not
//! depend on what else the machine does.
//!
//! Usage: `cargo run --release -p coro-benches --bin instructions`; see CONTRIBUTING.md for rustc's
//! coroutines and the peers. With the argument `check` it measures only what has a limit, and fails
//! where that is exceeded.

use std::{
    env,
    error::Error,
    hint::black_box,
    process::{Command, ExitCode},
};

use coro_benches::workloads::{self, Variant, Workload};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let result = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => report(),
        ["check"] => check(),
        ["run", workload, variant, amount] => run(workload, variant, amount),
        _ => Err("usage: instructions [check]".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("instructions: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one variant once, in this process.
fn run(workload: &str, variant: &str, amount: &str) -> Result<(), Box<dyn Error>> {
    let workloads = workloads::all();
    let workload = &workloads[workload.parse::<usize>()?];
    let variant = &workload.variants[variant.parse::<usize>()?];
    black_box((variant.run)(black_box(amount.parse()?)));
    Ok(())
}

/// Measures all variants, prints a table for each workload and one of all ratios.
fn report() -> Result<(), Box<dyn Error>> {
    let workloads = workloads::all();
    let mut ratios: Vec<(&str, Vec<String>)> = Vec::new();
    for (index, workload) in workloads.iter().enumerate() {
        println!("### {}\n", workload.name);
        println!("| variant | instructions per item | ratio | bytes |");
        println!("| --- | ---: | ---: | ---: |");
        let mut base = None;
        for (number, variant) in workload.variants.iter().enumerate() {
            let count = per_item(index, number, workload)?;
            let ratio = count / *base.get_or_insert(count);
            let Variant { name, size, .. } = variant;
            let size = size.map_or_else(|| "–".to_owned(), |size| size.to_string());
            println!("| {name} | {count:.1} | {ratio:.2} | {size} |");
            if !ratios.iter().any(|(known, _)| known == name) {
                ratios.push((name, vec!["–".to_owned(); workloads.len()]));
            }
            if let Some((_, row)) = ratios.iter_mut().find(|(known, _)| known == name) {
                row[index] = format!("{ratio:.2}");
            }
        }
        println!();
    }
    let names: Vec<&str> = workloads.iter().map(|workload| workload.name).collect();
    println!("### Ratios to the hand-written variant\n");
    println!("| | {} |", names.join(" | "));
    println!("| --- |{}", " ---: |".repeat(names.len()));
    for (name, row) in ratios {
        println!("| {name} | {} |", row.join(" | "));
    }
    Ok(())
}

/// Measures the workloads that have a limit; fails if one exceeds it.
fn check() -> Result<(), Box<dyn Error>> {
    let mut exceeded = Vec::new();
    for (index, workload) in workloads::all().iter().enumerate() {
        let Some(at_most) = workload.at_most else { continue };
        let ratio = per_item(index, 1, workload)? / per_item(index, 0, workload)?;
        println!("{}: {ratio:.2} (at most {at_most:.2})", workload.name);
        if ratio > at_most {
            exceeded.push(workload.name);
        }
    }
    if exceeded.is_empty() { Ok(()) } else { Err(exceeded.join(", ").into()) }
}

/// Measures one variant.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn per_item(index: usize, number: usize, workload: &Workload) -> Result<f64, Box<dyn Error>> {
    let [small, large] = workload.amounts;
    let instructions = count(index, number, large)? - count(index, number, small)?;
    let items = (workload.items)(large) - (workload.items)(small);
    Ok(instructions as f64 / items as f64)
}

/// Runs this program under callgrind and reads how many instructions it took.
fn count(workload: usize, variant: usize, amount: u64) -> Result<u64, Box<dyn Error>> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe()?)
        .arg("run")
        .args([workload.to_string(), variant.to_string(), amount.to_string()])
        .output()
        .map_err(|error| format!("cannot run valgrind: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let collected = text.lines().find_map(|line| line.split_once("Collected : "));
    match collected {
        Some((_, count)) if output.status.success() => Ok(count.trim().parse()?),
        _ => Err(format!("valgrind failed:\n{text}").into()),
    }
}
