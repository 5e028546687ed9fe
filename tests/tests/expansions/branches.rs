//! An `if` one of whose branches suspends, and code after it.
use crate::drive::items;

#[coro_core::coroutine]
pub fn describe(n: i32) -> impl Iterator<Item = &'static str> {
    if n < 0 {
        yield_!("negative");
    } else if n == 0 {
        yield_!("zero");
    }
    yield_!("number");
}

pub fn run() -> Vec<String> {
    items(describe(-1).chain(describe(0)).chain(describe(1)))
}
