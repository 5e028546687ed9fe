//! Where a function would need an annotation, so does a coroutine.
use coro_core::Resume;

#[coro_core::coroutine]
fn list() -> impl Resume<(), usize, Return = ()> {
    let list = Vec::new();
    yield_!(list.len());
}

#[coro_core::coroutine]
fn parsed(text: String) -> impl Resume<(), u32, Return = ()> {
    let number = text.parse().unwrap();
    yield_!(1);
    drop(number);
}

#[coro_core::coroutine]
fn collected() -> impl Iterator<Item = usize> {
    let all = (0..3).collect();
    yield_!(1);
    yield_!(all.len());
}

#[coro_core::coroutine]
fn nothing() -> impl Iterator<Item = u32> {
    let value = None;
    yield_!(1);
    drop(value);
}

fn main() {}
