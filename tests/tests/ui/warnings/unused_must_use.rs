//! Results that are ignored.
#![deny(unused_must_use)]
use coro_core::Resume;

fn fallible() -> Result<u32, String> {
    Ok(1)
}

#[coro_core::coroutine]
pub fn ignored() -> impl Resume<Result<u32, u32>, u32, Return = ()> {
    fallible();
    yield_!(1);
    fallible();
    String::new().len();
    numbers();
}

#[coro_core::coroutine]
pub fn numbers() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine]
#[must_use = "count them"]
pub fn counted() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine]
pub fn begins_with_a_yield() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1).checked_add(1);
    yield_!(2) + 1;
}

#[coro_core::coroutine]
pub fn delegates() -> impl Resume<Result<u32, u32>, u32, Return = ()> {
    yield_from!(asks(), Ok(1));
    let _ = yield_from!(asks(), Ok(1));
}

#[coro_core::coroutine]
pub fn asks() -> impl Resume<Result<u32, u32>, u32, Return = Result<u32, u32>> {
    yield_!(1)
}

fn main() {
    ignored();
    numbers();
    counted();
}
