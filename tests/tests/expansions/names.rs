//! Locals, types and labels that are called what the macro would call its own.
use coro_core::Resume;

use crate::drive::resumed;

pub struct State(u32);

#[coro_core::coroutine]
pub fn names(state: State, block: u32) -> impl Resume<u32, u32, Return = u32> {
    let value = state.0;
    let argument = yield_!(value);
    let mut result = value + argument;
    'resume: for input in 0..2 {
        let iter = yield_!(input);
        if iter == 0 {
            break 'resume;
        }
        result += iter + input * block;
    }
    result
}

pub fn run() -> Vec<String> {
    resumed(names(State(1), 10), [0, 2, 3, 4])
}
