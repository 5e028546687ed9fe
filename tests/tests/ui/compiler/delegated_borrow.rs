//! What is delegated to cannot borrow a local, and an iterator is lent to a loop as it is.
use std::ops::Range;

use coro_core::Resume;

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

#[coro_core::coroutine]
fn lent_by_hand(mut numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    for n in (&mut numbers).take(2) {
        yield_!(n);
    }
    yield_from!(numbers);
}

#[coro_core::coroutine]
fn coroutine(mut inner: impl Resume<(), u32, Return = ()>) -> impl Iterator<Item = u32> {
    yield_from!(&mut inner);
    yield_!(1);
    yield_from!(inner);
}

struct Own(Vec<u32>);

impl<'a> IntoIterator for &'a Own {
    type Item = &'a u32;
    type IntoIter = std::slice::Iter<'a, u32>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[coro_core::coroutine]
fn a_type_of_ones_own(list: Own) -> impl Iterator<Item = u32> {
    for n in &list {
        yield_!(*n);
    }
}

#[coro_core::coroutine]
fn a_channel(numbers: std::sync::mpsc::Receiver<u32>) -> impl Iterator<Item = u32> {
    for n in numbers.iter() {
        yield_!(n);
    }
}

fn main() {}
