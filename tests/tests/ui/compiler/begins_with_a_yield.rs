//! Expressions that begin with a yield are marked as a whole.
use coro_core::Resume;

#[coro_core::coroutine]
fn results() -> impl Resume<u32, u32, Return = ()> {
    let short: u8 = yield_!(2).pow(2);
    let text: &str = yield_!(3).checked_add(1);
}

#[coro_core::coroutine]
fn lengths() -> impl Resume<String, u32, Return = ()> {
    let length: u32 = yield_!(1).len();
    yield_!(2).push('a');
    yield_!(3).missing();
    drop(length);
}

struct Counter {
    n: u32,
}

impl Counter {
    #[coro_core::coroutine]
    fn set(&self, pair: &(u32, u32)) -> impl Resume<u32, u32, Return = ()> {
        self.n = yield_!(self.n);
        pair.0 = 3 + yield_!(self.n);
    }
}

fn main() {}
