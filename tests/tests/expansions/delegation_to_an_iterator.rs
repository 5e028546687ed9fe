//! `yield_from!` over something iterable.
use crate::drive::items;

#[coro_core::coroutine]
pub fn framed(list: Vec<u32>) -> impl Iterator<Item = u32> {
    yield_!(0);
    yield_from!(list);
    yield_!(0);
}

pub fn run() -> Vec<String> {
    items(framed(vec![1, 2]))
}
