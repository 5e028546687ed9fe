//! A coroutine or an iterator: which one decides how it ends.
use coro_core::Resume;

#[coro_core::coroutine]
fn both() -> impl Iterator<Item = u32> + Resume<(), u32, Return = ()> {
    yield_!(1);
}

#[coro_core::coroutine]
fn twice() -> impl Resume<(), u32, Return = ()> + Resume<u32, u32, Return = ()> {
    yield_!(1);
}

fn main() {}
