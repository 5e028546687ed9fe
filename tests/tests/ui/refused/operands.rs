//! How many values the two macros take.
use coro_core::Resume;

#[coro_core::coroutine]
fn pairs() -> impl Iterator<Item = (u32, u32)> {
    yield_!(1, 2);
}

#[coro_core::coroutine]
fn delegates() -> impl Resume<u32, u32, Return = ()> {
    yield_from!();
    yield_from!(0..3, 1, 2);
}

#[coro_core::coroutine]
fn half_typed() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1 +);
    yield_from!(0..3, let);
}

fn main() {
    let _ = (pairs(), delegates(), half_typed());
}
