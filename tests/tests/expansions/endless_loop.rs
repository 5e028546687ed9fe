//! A `loop` that never ends.
use crate::drive::items;

#[coro_core::coroutine]
pub fn naturals() -> impl Iterator<Item = u32> {
    let mut n = 0;
    loop {
        yield_!(n);
        n += 1;
    }
}

pub fn run() -> Vec<String> {
    items(naturals().take(3))
}
