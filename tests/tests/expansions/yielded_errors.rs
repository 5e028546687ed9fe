//! In an iterator of results, `?` yields the error and ends.
use std::num::ParseIntError;

use crate::drive::items;

#[coro_core::coroutine]
pub fn numbers(text: &'static str) -> impl Iterator<Item = Result<u32, ParseIntError>> {
    for word in text.split(' ') {
        let n = word.parse::<u32>()?;
        yield_!(Ok(n));
    }
}

pub fn run() -> Vec<String> {
    items(numbers("1 2 x 3"))
}
