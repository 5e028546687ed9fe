//! An attribute macro sees code before it is configured.
use coro_core::Resume;

pub enum Command {
    Go,
    Stop,
}

#[coro_core::coroutine]
fn statements(n: u32) -> impl Resume<u32, u32, Return = ()> {
    #[cfg(unix)]
    yield_!(n);
    #[cfg(unix)]
    yield_from!([n]);
    #[cfg(unix)]
    for n in 0..3 {
        yield_from!([n]);
    }
    #[cfg_attr(unix, cfg(windows))]
    {
        yield_!(2);
    }
    #[cfg(unix)]
    let m = 1;
    #[cfg(not(unix))]
    let m = 2;
    yield_!(m);
}

#[coro_core::coroutine]
fn arms(command: Command) -> impl Resume<u32, u32, Return = ()> {
    match command {
        #[cfg(unix)]
        Command::Go => drop(yield_!(1)),
        Command::Stop => {}
        #[cfg(not(unix))]
        Command::Go => {}
    }
}

#[coro_core::coroutine]
fn parameters(#[cfg(unix)] n: u32, m: u32) -> impl Resume<u32, u32, Return = ()> {
    yield_!(m);
}

fn main() {
    let _ = (statements(1), arms(Command::Go), parameters(1, 2));
}
