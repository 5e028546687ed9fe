//! Inputs that borrow without a lifetime, where nothing in the parameters gives it.

use coro_core::Resume;

#[coro_core::coroutine]
fn of_nothing() -> impl Resume<&[u8], usize, Return = ()> {
    let bytes = yield_!(0);
    yield_!(bytes.len());
}

#[coro_core::coroutine]
fn of_two(first: &str, second: &str) -> impl Resume<Option<&mut String>, usize, Return = ()> {
    while let Some(text) = yield_!(first.len()) {
        text.push_str(second);
    }
}

#[coro_core::coroutine]
fn placeholder(count: usize) -> impl Resume<std::slice::Iter<'_, u8>, usize, Return = ()> {
    let bytes = yield_!(count);
    yield_!(bytes.len());
}

#[coro_core::coroutine]
fn of_one(first: &str) -> impl Resume<&str, usize, Return = ()> {
    let second = yield_!(first.len());
    yield_!(second.len());
}

fn main() {
    let _ = (of_two("", ""), placeholder(1), of_one(""));
    let mut bytes = vec![1];
    let mut counted = of_nothing();
    let _ = counted.resume(&bytes);
    bytes.push(2);
    let _ = counted.resume(&bytes);
}
