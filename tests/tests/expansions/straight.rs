//! One suspension, and code around it.
use crate::drive::items;

#[coro_core::coroutine]
pub fn once(name: &'static str) -> impl Iterator<Item = usize> {
    let length = name.len();
    yield_!(length);
}

pub fn run() -> Vec<String> {
    items(once("four"))
}
