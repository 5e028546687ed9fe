//! A `while` loop whose condition suspends.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn polls() -> impl Resume<bool, u32, Return = u32> {
    let mut n = 0;
    while yield_!(n) {
        n += 1;
    }
    n
}

pub fn run() -> Vec<String> {
    resumed(polls(), [false, true, true, false])
}
