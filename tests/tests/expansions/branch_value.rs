//! An `if` as a value.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn choose(ask: bool) -> impl Resume<u32, &'static str, Return = u32> {
    let n = if ask { yield_!("n?") } else { 7 };
    n + 1
}

pub fn run() -> Vec<String> {
    let mut all = resumed(choose(true), [0, 3]);
    all.extend(resumed(choose(false), [0]));
    all
}
