//! Functions and methods that nothing calls.
#![deny(dead_code)]

#[coro_core::coroutine]
fn function() -> impl Iterator<Item = u32> {
    yield_!(1);
}

pub struct Unused;

impl Unused {
    #[coro_core::coroutine]
    fn method(&self) -> impl Iterator<Item = u32> {
        yield_!(1);
    }

    fn other(&self) {}
}

fn main() {}
