//! A block that is left with a value.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn search(limit: u32) -> impl Resume<bool, u32, Return = Option<u32>> {
    let found = 'search: {
        for n in 0..limit {
            if yield_!(n) {
                break 'search Some(n);
            }
        }
        None
    };
    found.map(|n| n * 10)
}

pub fn run() -> Vec<String> {
    let mut all = resumed(search(5), [false, false, true]);
    all.extend(resumed(search(1), [false, false]));
    all
}
