//! What suspends is a macro.
use coro_core::Resume;

#[coro_core::coroutine]
fn called(n: u32) -> impl Resume<(), u32, Return = ()> {
    yield_(n);
    yield_from(0..n);
    yield_!(n);
}

#[coro_core::coroutine]
fn constant() -> impl Resume<(), u32, Return = ()> {
    const N: u32 = yield_!(1);
    yield_!(N);
}

fn main() {}
