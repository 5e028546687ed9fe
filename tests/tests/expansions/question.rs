//! `?` completes the coroutine with the error.
use std::num::ParseIntError;

use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn add() -> impl Resume<&'static str, u32, Return = Result<u32, ParseIntError>> {
    let mut total = 0;
    for _ in 0..2 {
        total += yield_!(total).parse::<u32>()?;
    }
    Ok(total)
}

pub fn run() -> Vec<String> {
    let mut all = resumed(add(), ["", "1", "2"]);
    all.extend(resumed(add(), ["", "x"]));
    all
}
