//! What is read later is carried, the rest is not.
use crate::drive::items;

#[coro_core::coroutine]
pub fn sums(first: u32, second: u32) -> impl Iterator<Item = u32> {
    let sum = first + second;
    let product = first * second;
    yield_!(sum);
    yield_!(product);
    yield_!(first);
}

pub fn run() -> Vec<String> {
    items(sums(3, 4))
}
