//! A semicolon is missing behind a `yield_!` that gives a value.

use coro_core::Resume;

#[coro_core::coroutine]
fn numbers(n: u32) -> impl Resume<u32, u32, Return = ()> {
    for i in 0..n {
        yield_!(i)
    }
    if n > 3 {
        yield_!(n)
    }
    match n {
        3 => yield_!(1),
        _ => {}
    }
}

fn main() {
    numbers(3);
}
