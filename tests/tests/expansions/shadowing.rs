//! Two locals of one name and different types, both alive.
use crate::drive::items;

#[coro_core::coroutine]
pub fn shadow(n: u32) -> impl Iterator<Item = String> {
    let n = format!("<{n}>");
    {
        let n = n.len();
        yield_!(format!("{n}"));
        yield_!(format!("{n} again"));
    }
    yield_!(n);
}

pub fn run() -> Vec<String> {
    items(shadow(12))
}
