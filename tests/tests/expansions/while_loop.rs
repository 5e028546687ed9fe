//! A `while` loop whose body suspends.
use crate::drive::items;

#[coro_core::coroutine]
pub fn countdown(mut n: u32) -> impl Iterator<Item = u32> {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

pub fn run() -> Vec<String> {
    items(countdown(3))
}
