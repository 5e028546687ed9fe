//! `?` where nothing is returned.
use coro_core::Resume;

#[coro_core::coroutine]
fn iterator(text: &str) -> impl Iterator<Item = u32> {
    let n: u32 = text.parse()?;
    yield_!(n);
}

#[coro_core::coroutine]
fn coroutine(text: &str) -> impl Resume<u32, u32, Return = ()> {
    let n = text.chars().next()?.to_digit(10)?;
    let twice = |n: u32| n.checked_mul(2)?.checked_add(1);
    yield_!(twice(n).unwrap_or(0));
}

fn main() {}
