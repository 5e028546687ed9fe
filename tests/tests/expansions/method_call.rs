//! A receiver is borrowed after the arguments' suspensions.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn collect() -> impl Resume<Option<char>, usize, Return = String> {
    let mut text = String::new();
    text.push_str(&yield_!(0).map_or_else(String::new, String::from));
    text.extend([yield_!(text.len()), yield_!(9)].into_iter().flatten());
    text
}

pub fn run() -> Vec<String> {
    resumed(collect(), [None, Some('a'), Some('b'), None])
}
