//! `#[resume]` stands alone, on a parameter that is not `self`.
use coro_core::Resume;

struct Counter;

impl Counter {
    #[coro_core::coroutine]
    fn count(#[resume] self, n: u32) -> impl Resume<u32, u32, Return = ()> {
        yield_!(n);
    }
}

#[coro_core::coroutine]
fn named(#[resume(first)] first: u32) -> impl Resume<u32, u32, Return = ()> {
    yield_!(first);
}

#[coro_core::coroutine]
fn in_a_generator(#[resume] first: u32) -> impl Iterator<Item = u32> {
    yield_!(first);
}

#[coro_core::coroutine]
fn unnamed(#[resume] first: impl Into<u32>) -> impl Resume<u32, u32, Return = ()> {
    yield_!(first.into());
}

fn main() {
    let _ = Counter.count(1);
}
