//! What is delegated to cannot borrow a local, and an iterator is lent to a loop as it is.
use std::ops::Range;

#[coro_core::coroutine]
fn list() -> impl Iterator<Item = u32> {
    let list = vec![1, 2];
    yield_from!(list.iter().copied());
}

#[coro_core::coroutine]
fn text(text: String) -> impl Iterator<Item = char> {
    yield_from!(text.chars());
}

#[coro_core::coroutine]
fn iterator(mut numbers: Range<u32>) -> impl Iterator<Item = u32> {
    yield_from!(&mut numbers);
    yield_from!(numbers.by_ref().take(2));
    yield_from!(numbers);
}

#[coro_core::coroutine]
fn adaptor(mut numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    for n in numbers.by_ref().take(2) {
        yield_!(n);
    }
    yield_from!(numbers);
}

fn main() {}
