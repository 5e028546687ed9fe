//! The command: see `--help`.

use std::{collections::BTreeMap, path::PathBuf, process::ExitCode, thread, time::Instant};

use coro_random::{
    coverage::Coverage,
    generate::{Config, program},
    harness::{Profile, Toolchain},
    mutants::{Fate, Laboratory, MUTANTS},
    program::{Side, glue, module},
    report,
    session::{Finding, Request, Summary},
    shrink::{shrink, signature},
};

const HELP: &str = "Compares random coroutine bodies with rustc's own transform of them.

usage: coro-random [run | coverage | print | mutants] [options]

  run         generate, compile and compare programs (the default)
  coverage    generate programs and tell how often each construct was produced
  print       print the program --first and its oracle
  mutants     break the engine in each known way, and tell which program finds it

  --seed N        where the random numbers come from (1)
  --first N       the number of the first program (0)
  --count N       how many programs (300)
  --size N        about how many expressions a body has (40)
  --batch N       how many programs are compiled together (75)
  --jobs N        how many batches are compiled at a time (one per processor)
  --oracle NAME   async: an `async` block (the default);
                  coroutine: a `#[coroutine]` closure, with RUSTC_BOOTSTRAP=1
  --self-check    compare the two oracles with each other
  --edition N     only this edition
  --profile NAME  only debug or release
  --differences   also produce what is documented to differ
  --shrink N      how many findings of each kind to shrink (1)
  --explain N     what is wrong with how many findings of each kind, as they are (0)
  --kind TEXT     shrink only findings whose kind has this text in it; only such mutants
  --workspace P   the workspace whose coro-core and coro-macros are tested
  --directory P   where the generated crates go
  --table         with coverage: the whole table";

struct Options {
    request: Request,
    workspace: PathBuf,
    shrink: usize,
    explain: usize,
    kind: String,
    command: String,
    table: bool,
}

fn main() -> ExitCode {
    let options = match parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let done = match options.command.as_str() {
        "coverage" => Ok(coverage(&options)),
        "print" => Ok(print(&options)),
        "mutants" => mutants(&options),
        _ => run(&options),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let jobs = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let directory = std::env::temp_dir().join("coro-random");
    let request = Request {
        seed: 1,
        first: 0,
        count: 300,
        batch: 75,
        config: Config::default(),
        subject: Side::Engine,
        oracle: Side::Async,
        profiles: Profile::ALL.to_vec(),
        jobs,
        directory,
        stop: false,
    };
    let mut options = Options {
        request,
        workspace,
        shrink: 1,
        explain: 0,
        kind: String::new(),
        command: "run".into(),
        table: false,
    };
    let request = &mut options.request;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        let number = |text: String| text.parse().map_err(|_| format!("`{text}` is no number"));
        match argument.as_str() {
            "run" | "coverage" | "print" | "mutants" => options.command.clone_from(&argument),
            "--seed" => request.seed = number(value()?)?,
            "--first" => request.first = small(number(value()?)?)?,
            "--count" => request.count = small(number(value()?)?)?,
            "--size" => request.config.size = small(number(value()?)?)?,
            "--batch" => request.batch = small::<u32>(number(value()?)?)?.max(1),
            "--jobs" => request.jobs = small::<usize>(number(value()?)?)?.max(1),
            "--shrink" => options.shrink = small(number(value()?)?)?,
            "--explain" => options.explain = small(number(value()?)?)?,
            "--kind" => options.kind = value()?,
            "--oracle" => {
                request.oracle = match value()?.as_str() {
                    "async" => Side::Async,
                    "coroutine" => Side::Coroutine,
                    other => return Err(format!("there is no oracle `{other}`")),
                }
            }
            "--self-check" => (request.subject, request.oracle) = (Side::Coroutine, Side::Async),
            "--edition" => {
                let edition: u32 = small(number(value()?)?)?;
                request.profiles.retain(|profile| profile.edition == edition);
            }
            "--profile" => {
                let release = value()? == "release";
                request.profiles.retain(|profile| profile.release == release);
            }
            "--differences" => request.config.differences = true,
            "--workspace" => options.workspace = value()?.into(),
            "--directory" => request.directory = value()?.into(),
            "--table" => options.table = true,
            _ => return Err(HELP.into()),
        }
    }
    if request.profiles.is_empty() {
        return Err("no profile is left".into());
    }
    Ok(options)
}

fn small<T: TryFrom<u64>>(number: u64) -> Result<T, String> {
    T::try_from(number).map_err(|_| format!("{number} is too large"))
}

fn coverage(options: &Options) -> bool {
    let request = &options.request;
    let jobs = u32::try_from(request.jobs).unwrap_or(1);
    let numbers = request.first..request.first + request.count;
    let mut coverage = Coverage::default();
    thread::scope(|scope| {
        let numbers = &numbers;
        let count = move |job: u32| {
            let mut part = Coverage::default();
            for number in numbers.clone().filter(|number| number % jobs == job) {
                part.count(&program(request.seed, number, &request.config));
            }
            part
        };
        let parts: Vec<_> = (0..jobs).map(|job| scope.spawn(move || count(job))).collect();
        for part in parts {
            coverage.add(part.join().expect("the generator writes Rust"));
        }
    });
    if options.table {
        print!("{}", coverage.table());
    }
    let missing = coverage.missing();
    println!("{} of {} never produced", missing.len(), Coverage::size());
    for name in &missing {
        println!("  {name}");
    }
    missing.is_empty()
}

fn print(options: &Options) -> bool {
    let request = &options.request;
    let program = program(request.seed, request.first, &request.config);
    for side in [request.subject, request.oracle] {
        println!("// {side:?}\n{}{}", module(&program, side), glue(&program, side, "self"));
    }
    true
}

/// Tells for each mutant which program finds it; fails if one survives.
fn mutants(options: &Options) -> Result<bool, String> {
    let mut laboratory = Laboratory::new(&options.workspace, options.request.clone())?;
    let mut survivors = 0;
    for mutant in MUTANTS.iter().filter(|mutant| mutant.name.contains(&options.kind)) {
        match laboratory.examine(mutant)? {
            Fate::Found(number) => println!("{}: program {number}", mutant.name),
            Fate::Survived => {
                survivors += 1;
                println!("{}: survived {} programs", mutant.name, options.request.count);
            }
        }
    }
    Ok(survivors == 0)
}

fn run(options: &Options) -> Result<bool, String> {
    let toolchain = Toolchain::build(&options.workspace)?;
    let start = Instant::now();
    let summary = options.request.run(&toolchain)?;
    println!(
        "{} programs, {} runs, {} events in {:.0?}: {:?}",
        summary.programs(),
        summary.runs,
        summary.events,
        start.elapsed(),
        summary.kinds
    );
    for (number, error) in &summary.invalid {
        println!("program {number} compiles on neither side:\n{error}");
    }
    show_findings(options, &summary, &toolchain)?;
    Ok(summary.findings.is_empty() && summary.invalid.is_empty())
}

/// Shrinks and shows some findings of each kind.
fn show_findings(
    options: &Options,
    summary: &Summary,
    toolchain: &Toolchain,
) -> Result<(), String> {
    let mut kinds: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in &summary.findings {
        kinds.entry(signature(&finding.outcome)).or_default().push(finding);
    }
    for (kind, findings) in &mut kinds {
        let numbers: Vec<_> = findings.iter().map(|finding| finding.program.number).collect();
        println!("## {} × {kind}: {numbers:?}", findings.len());
        findings.sort_by_key(|finding| finding.program.main.body.len());
        let count = if kind.contains(&options.kind) { options.shrink } else { 0 };
        for finding in findings.iter().take(options.explain) {
            let text = report::outcome(&finding.outcome);
            println!("--- {} ({kind})\n{text}", finding.program.number);
        }
        for finding in findings.iter().take(count) {
            let directory = options.request.directory.join("shrink");
            let number = finding.program.number;
            let (program, outcome) =
                shrink(&finding.program, &finding.outcome, finding.plan, toolchain, &directory)?;
            println!("--- {number} ({kind})\n{}", report::finding(&program, &outcome));
        }
    }
    Ok(())
}
