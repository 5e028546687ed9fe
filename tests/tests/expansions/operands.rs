//! Operands before a suspension are evaluated before it.
use coro_core::Resume;

use crate::drive::resumed;

fn weigh(a: u32, b: u32, c: u32) -> u32 {
    100 * a + 10 * b + c
}

#[coro_core::coroutine]
pub fn call(mut n: u32) -> impl Resume<u32, u32, Return = u32> {
    weigh(
        n,
        {
            n += 1;
            yield_!(n)
        },
        n,
    )
}

pub fn run() -> Vec<String> {
    resumed(call(1), [0, 5])
}
