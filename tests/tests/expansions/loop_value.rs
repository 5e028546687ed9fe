//! A `loop` whose value is given by `break`.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn ask() -> impl Resume<Option<u32>, &'static str, Return = u32> {
    let answer = loop {
        match yield_!("number?") {
            Some(0) => continue,
            Some(n) => break n,
            None => return 0,
        }
    };
    answer * 2
}

pub fn run() -> Vec<String> {
    resumed(ask(), [None, Some(0), Some(4)])
}
