//! A local that gets its value later, on each path.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn later(ask: bool) -> impl Resume<u32, &'static str, Return = u32> {
    let n;
    if ask {
        n = yield_!("n?");
    } else {
        n = 1;
    }
    yield_!("ready");
    n
}

pub fn run() -> Vec<String> {
    let mut all = resumed(later(true), [0, 5, 0]);
    all.extend(resumed(later(false), [0, 0]));
    all
}
