//! Methods of a trait that returns `impl Resume`.
use coro_core::Resume;

use crate::drive::resumed;

pub trait Walk {
    fn walk(&self, from: u32) -> impl Resume<u32, u32, Return = u32>;
}

pub struct Stairs(u32);

impl Walk for Stairs {
    #[coro_core::coroutine]
    fn walk(&self, from: u32) -> impl Resume<u32, u32, Return = u32> {
        let mut steps = 0;
        let mut at = from;
        while at < self.0 {
            at += yield_!(at);
            steps += 1;
        }
        steps
    }
}

pub fn run() -> Vec<String> {
    resumed(Stairs(6).walk(1), [0, 2, 3, 4])
}
