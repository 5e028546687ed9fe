//! A `match` that suspends still has to name all cases.
use coro_core::Resume;

enum Command {
    Go(u32),
    Stop,
    Wait,
}

#[coro_core::coroutine]
fn run() -> impl Resume<Command, u32, Return = ()> {
    match yield_!(0) {
        Command::Go(n) => drop(yield_!(n)),
        Command::Stop => return,
    }
    let Command::Go(n) = yield_!(1);
    yield_!(n);
}

#[coro_core::coroutine]
fn within(command: Command) -> impl Resume<(), u32, Return = ()> {
    let n = match command {
        Command::Go(n) => n,
        Command::Stop => 0,
    };
    yield_!(n);
    for Command::Go(n) in [Command::Stop] {
        yield_!(n);
    }
}

#[coro_core::coroutine]
fn last_arm(found: Option<Option<u32>>) -> impl Iterator<Item = u32> {
    match found {
        None => yield_!(1),
        Some(Some(n)) => yield_!(n),
    }
}

fn main() {
    last_arm(None);}
