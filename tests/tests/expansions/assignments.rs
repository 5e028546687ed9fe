//! Assignments whose right side suspends: it runs first.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn assign() -> impl Resume<u32, u32, Return = [u32; 2]> {
    let mut list = [1, 2];
    list[0] = yield_!(list[1]);
    list[1] += yield_!(list[0]);
    let [a, b] = &mut list;
    (*a, *b) = (*b, *a);
    list
}

pub fn run() -> Vec<String> {
    resumed(assign(), [0, 5, 7])
}
