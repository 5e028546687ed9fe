//! Format strings mention the locals that they capture.
use crate::drive::items;

#[coro_core::coroutine]
pub fn table(width: usize) -> impl Iterator<Item = String> {
    let name = "a";
    let n = 1.5;
    yield_!(format!("{name}"));
    yield_!(format!("{n:>width$.2} {{name}}"));
}

pub fn run() -> Vec<String> {
    items(table(6))
}
