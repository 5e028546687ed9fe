//! Values that nothing reads.
#![deny(unused_assignments)]
use coro_core::Resume;

#[coro_core::coroutine]
pub fn before_a_suspension() -> impl Resume<u32, u32, Return = u32> {
    let mut n = 1;
    yield_!(n);
    n = 2;
    n = yield_!(3);
    n
}

#[coro_core::coroutine]
pub fn at_the_end() -> impl Resume<u32, u32, Return = ()> {
    let mut n = yield_!(1);
    yield_!(n);
    n = yield_!(2);
}

#[coro_core::coroutine]
pub fn parameter(mut n: u32) -> impl Iterator<Item = u32> {
    n = 3;
    yield_!(n);
    n += 1;
}

#[coro_core::coroutine]
pub fn read_in_the_next_round() -> impl Resume<u32, u32, Return = ()> {
    let mut last = 0;
    loop {
        let next = yield_!(last);
        last = next;
    }
}

fn main() {}
