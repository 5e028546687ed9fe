//! A local has a value before it is read.
use coro_core::Resume;

#[coro_core::coroutine]
fn never() -> impl Resume<u32, u32, Return = ()> {
    let n: u32;
    yield_!(1);
    yield_!(n);
}

#[coro_core::coroutine]
fn sometimes(set: bool) -> impl Resume<u32, u32, Return = ()> {
    let n: u32;
    if set {
        n = yield_!(1);
    }
    yield_!(n);
}

#[coro_core::coroutine]
fn before_the_yield(set: bool) -> impl Resume<u32, u32, Return = ()> {
    let n: u32;
    if set {
        n = 1;
    }
    yield_!(n);
    yield_!(n);
}

fn main() {}
