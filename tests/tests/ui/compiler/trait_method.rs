//! A method of an impl has the trait's signature.
use coro_core::Resume;

trait Walk {
    fn walk(&self, depth: u32) -> impl Resume<(), u32, Return = ()> + Clone;
}

struct Leaf;

impl Walk for Leaf {
    #[coro_core::coroutine]
    fn walk(&self, depth: u64) -> impl Resume<(), u32, Return = ()> + Clone {
        yield_!(1);
    }
}

struct Branch;

impl Walk for Branch {
    #[coro_core::coroutine]
    fn walk(&self, depth: u32) -> impl Resume<(), u32, Return = ()> {
        yield_!(depth);
    }
}

fn main() {}
