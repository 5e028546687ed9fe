//! Suspensions in the arguments of the standard library's macros.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn ask() -> impl Resume<u32, &'static str, Return = String> {
    let list = vec![yield_!("first?"), yield_!("second?")];
    assert!(list[0] < 10, "too large: {}", yield_!("why?"));
    format!("{list:?} {}", yield_!("third?"))
}

pub fn run() -> Vec<String> {
    resumed(ask(), [0, 1, 2, 3])
}
