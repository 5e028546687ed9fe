//! A macro from outside of the body that breaks out of a loop that suspends.
use coro_core::Resume;

macro_rules! leave {
    ($e:expr) => {
        if $e {
            break;
        }
    };
}

#[coro_core::coroutine]
fn run(n: u32) -> impl Resume<u32, u32, Return = u32> {
    loop {
        let input = yield_!(n);
        leave!(input > 3);
        if input > 5 {
            break;
        }
    }
    n
}

fn main() {}
