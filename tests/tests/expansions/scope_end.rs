//! A scope that ends where branches meet: the jump out of it ends it.

use coro_core::Resume;

use crate::drive::{log, resumed};

pub struct Attempt(u32);

impl Drop for Attempt {
    fn drop(&mut self) {
        log("tried");
    }
}

#[coro_core::coroutine]
pub fn solutions(limit: u32) -> impl Resume<(), u32, Return = ()> {
    for n in 0..limit {
        let attempt = Attempt(n);
        if attempt.0 * attempt.0 % 5 == 1 {
            yield_!(n);
        }
    }
}

pub fn run() -> Vec<String> {
    resumed(solutions(7), [(); 4])
}
