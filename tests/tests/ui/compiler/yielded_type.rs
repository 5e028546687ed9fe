//! What is yielded has the type that the return type names.
use coro_core::Resume;

#[coro_core::coroutine]
fn generator() -> impl Iterator<Item = u32> {
    yield_!("one");
    yield_!();
    yield_!(1_i64);
    yield_!(String::new() + "a");
}

#[coro_core::coroutine]
fn coroutine(n: u8) -> impl Resume<bool, Option<u32>, Return = ()> {
    yield_!(None);
    yield_!(n);
    while yield_!(3) {}
}

#[coro_core::coroutine]
fn results(path: &'static str) -> impl Iterator<Item = Result<u32, std::num::ParseIntError>> {
    let n: u32 = path.parse()?;
    yield_!(n);
}

fn main() {}
