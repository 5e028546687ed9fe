//! A chain of conditions, one of which suspends.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn login(known: Option<u32>) -> impl Resume<u32, &'static str, Return = bool> {
    if let Some(secret) = &known
        && *secret > 0
        && yield_!("secret?") == 5
    {
        true
    } else {
        yield_!("no");
        false
    }
}

pub fn run() -> Vec<String> {
    let mut all = resumed(login(Some(5)), [0, 5]);
    all.extend(resumed(login(None), [0, 5]));
    all
}
