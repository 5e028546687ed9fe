//! A closure is stored across suspensions, its type inferred.
use crate::drive::items;

#[coro_core::coroutine]
pub fn scaled(factor: u32) -> impl Iterator<Item = u32> {
    let scale = move |n: u32| n * factor;
    for n in 1..3 {
        yield_!(scale(n));
    }
}

pub fn run() -> Vec<String> {
    items(scaled(10))
}
