//! `?` on what it does not take, and out of what it cannot return.
use coro_core::Resume;

struct Failure;

fn fallible() -> Result<u32, Failure> {
    Err(Failure)
}

#[coro_core::coroutine]
fn not_fallible(n: u32) -> impl Resume<(), u32, Return = Option<u32>> {
    let m = n?;
    yield_!(m);
    Some(1)
}

#[coro_core::coroutine]
fn other_error() -> impl Resume<(), u32, Return = Result<(), String>> {
    let n = fallible()?;
    yield_!(n);
    Ok(())
}

#[coro_core::coroutine]
fn mixed() -> impl Resume<(), u32, Return = Result<(), String>> {
    let n: u32 = Some(1)?;
    yield_!(n);
    Ok(())
}

#[coro_core::coroutine]
fn optional() -> impl Resume<(), u32, Return = Option<u32>> {
    let n = fallible()?;
    yield_!(n);
    Some(n)
}

#[coro_core::coroutine]
fn number() -> impl Resume<(), u32, Return = u32> {
    let n = fallible()?;
    yield_!(n);
    n
}

#[coro_core::coroutine]
fn yielded_error() -> impl Iterator<Item = Result<u32, String>> {
    let n = fallible()?;
    yield_!(Ok(n));
}

#[coro_core::coroutine]
fn yielded() -> impl Resume<u32, u32, Return = Option<()>> {
    let n = yield_!(1)?;
    yield_!(n);
    None
}

fn main() {}
