//! Variables that nothing reads, before and after a suspension.
#![deny(unused_variables)]
use coro_core::Resume;

#[coro_core::coroutine]
pub fn locals(parameter: u32) -> impl Resume<u32, u32, Return = ()> {
    let before = 1;
    let answer = yield_!(1);
    let after = 2;
    for index in 0..3 {
        yield_!(3);
    }
    if let Some(bound) = Some(1) {
        yield_!(4);
    }
}

#[coro_core::coroutine]
pub fn carried() -> impl Resume<u32, u32, Return = ()> {
    let guard = String::new();
    yield_!(1);
    let other = String::new();
    yield_!(2);
}

#[coro_core::coroutine]
pub fn first(#[resume] input: u32, (left, right): (u32, u32)) -> impl Resume<u32, u32, Return = ()> {
    yield_!(left);
}

struct Counter;

impl Counter {
    #[coro_core::coroutine]
    pub fn count(&self, start: u32) -> impl Iterator<Item = u32> {
        yield_!(1);
    }
}

fn main() {
    let _ = Counter.count(1);
}
