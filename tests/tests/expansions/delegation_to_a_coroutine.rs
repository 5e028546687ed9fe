//! `yield_from!` of a coroutine: inputs go in, its value comes back.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
fn pair(#[resume] first: u32) -> impl Resume<u32, &'static str, Return = (u32, u32)> {
    let second = yield_!("second?");
    (first, second)
}

#[coro_core::coroutine]
pub fn ask() -> impl Resume<u32, &'static str, Return = u32> {
    let first = yield_!("first?");
    let (a, b) = yield_from!(pair(), first);
    a * 10 + b
}

pub fn run() -> Vec<String> {
    resumed(ask(), [0, 4, 2])
}
