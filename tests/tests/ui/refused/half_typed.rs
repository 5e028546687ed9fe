//! While its body is being typed, a function is still there for its callers.
use coro_core::Resume;

#[coro_core::coroutine]
fn missing_value() -> impl Iterator<Item = u32> {
    let n = ;
    yield_!(n);
}

#[coro_core::coroutine]
fn missing_field(name: String) -> impl Resume<u32, usize, Return = ()> {
    yield_!(name.);
}

#[coro_core::coroutine]
fn missing_operand(n: u32) -> impl Resume<u32, u32, Return = ()> {
    let m = yield_!(n) +
}

#[coro_core::coroutine]
pub(crate) fn missing_body(n: u32) -> impl Resume<u32, u32, Return = ()> {
    if n > {
    }
    match n {
        0 =>
    }
}

fn main() {
    let _ = missing_value().count();
    let _ = missing_field(String::new()).resume(1).yielded();
    let _ = missing_operand(1).resume(2).yielded();
    let _ = missing_body(1).resume(2).yielded();
}
