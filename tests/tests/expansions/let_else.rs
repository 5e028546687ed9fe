//! A `let … else` on a resume argument.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn number() -> impl Resume<&'static str, &'static str, Return = Option<u32>> {
    let Ok(n) = yield_!("number?").parse::<u32>() else {
        yield_!("not a number");
        return None;
    };
    Some(n)
}

pub fn run() -> Vec<String> {
    let mut all = resumed(number(), ["", "12"]);
    all.extend(resumed(number(), ["", "x", ""]));
    all
}
