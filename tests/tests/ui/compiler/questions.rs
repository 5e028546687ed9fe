//! What `?` and delegations give, where another type is expected or it is assigned in vain.
use coro_core::Resume;

#[coro_core::coroutine]
fn sum(text: &str) -> impl Resume<(), u8, Return = Option<u32>> {
    let size = 0u32;
    for c in text.chars() {
        size = size.checked_add(c.to_digit(10)?)?;
        yield_!(1);
    }
    Some(size)
}

#[coro_core::coroutine]
fn results(n: u32) -> impl Iterator<Item = Result<u32, String>> {
    let r: Result<u32, String> = Ok(n);
    yield_!(r?);
}

#[coro_core::coroutine]
fn one() -> impl Resume<(), u8, Return = Result<u8, String>> {
    yield_!(1);
    Ok(2)
}

#[coro_core::coroutine]
fn all() -> impl Resume<(), u8, Return = Result<Vec<u8>, String>> {
    let mut all: Vec<u8> = Vec::new();
    all.push(yield_from!(one()));
    Ok(all)
}

fn main() {}
