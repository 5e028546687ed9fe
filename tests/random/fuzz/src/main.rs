//! `coro-fuzz SEED COUNT`: checks so many inputs and prints those that fail.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(seed)), Some(Ok(count))) = (numbers.next(), numbers.next()) else {
        eprintln!("usage: coro-fuzz SEED COUNT");
        return ExitCode::from(2);
    };
    // A panic is shown as a failure.
    std::panic::set_hook(Box::new(|_| {}));
    let failures = coro_fuzz::run(seed, 0, u32::try_from(count).unwrap_or(u32::MAX));
    for failure in &failures {
        println!("{}\n{}\n", failure.what, failure.input);
    }
    println!("{count} inputs, {} failures", failures.len());
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
