//! `&&` and `||` whose right side suspends.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn confirm(sure: bool) -> impl Resume<bool, &'static str, Return = bool> {
    let first = sure || yield_!("sure?");
    first && yield_!("really?")
}

pub fn run() -> Vec<String> {
    let mut all = resumed(confirm(false), [false, true, true]);
    all.extend(resumed(confirm(true), [false, false]));
    all
}
