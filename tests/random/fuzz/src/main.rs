//! `coro-fuzz SEED COUNT`: checks so many inputs and prints those that fail.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(seed)), Some(Ok(count))) = (numbers.next(), numbers.next()) else {
        eprintln!("usage: coro-fuzz SEED COUNT");
        return ExitCode::from(2);
    };
    // A panic of the macro is shown as a failure.
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(coro_fuzz::WORKER) {
            told(panic);
        }
    }));
    let report = coro_fuzz::run(seed, 0, u32::try_from(count).unwrap_or(u32::MAX));
    for failure in &report.failures {
        println!("{}\n{}\n", failure.what, failure.input);
    }
    let functions = 100 * report.functions / report.inputs.max(1);
    println!(
        "{} inputs, {functions} in a hundred of them functions, {} failures",
        report.inputs,
        report.failures.len()
    );
    if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
