//! A `while let` over the resume arguments.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn accumulator() -> impl Resume<Option<i64>, i64, Return = i64> {
    let mut total = 0;
    while let Some(value) = yield_!(total) {
        total += value;
    }
    total
}

pub fn run() -> Vec<String> {
    resumed(accumulator(), [None, Some(10), Some(20), Some(15), None])
}
