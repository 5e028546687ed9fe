//! The `else` of a `let` leaves.
use coro_core::Resume;

#[coro_core::coroutine]
fn falls_through() -> impl Resume<Option<u32>, u32, Return = ()> {
    let Some(n) = yield_!(1) else {
        drop(3);
    };
    yield_!(n);
}

#[coro_core::coroutine]
fn suspends() -> impl Resume<Option<u32>, u32, Return = ()> {
    let Some(n) = yield_!(1) else {
        yield_!(2);
    };
    yield_!(n);
}

#[coro_core::coroutine]
fn without_a_suspension(found: Option<u32>) -> impl Resume<(), u32, Return = ()> {
    let Some(n) = found else { 5 };
    yield_!(n);
}

fn main() {}
