//! A `for` loop: the iterator is a local of its own.
use crate::drive::items;

#[coro_core::coroutine]
pub fn squares(list: Vec<u32>) -> impl Iterator<Item = u32> {
    for n in list {
        yield_!(n * n);
    }
}

pub fn run() -> Vec<String> {
    items(squares(vec![1, 2, 3]))
}
