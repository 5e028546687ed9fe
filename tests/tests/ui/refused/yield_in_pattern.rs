//! A pattern is no place for a suspension.
use coro_core::Resume;

#[coro_core::coroutine]
fn matches() -> impl Resume<u32, u32, Return = u32> {
    match yield_!(0) {
        yield_!(1) => 1,
        _ => 0,
    }
}

fn main() {
    matches();
}
