//! Code that is never reached is checked all the same.
use coro_core::Resume;

#[coro_core::coroutine]
fn after_return() -> impl Resume<(), u32, Return = ()> {
    yield_!(1);
    return;
    let n: u32 = "one";
    yield_!(n);
}

#[coro_core::coroutine]
fn after_a_loop() -> impl Resume<(), u32, Return = ()> {
    loop {
        yield_!(1);
    }
    let text: String = 3;
}

#[coro_core::coroutine]
fn after_break() -> impl Resume<(), u32, Return = ()> {
    loop {
        yield_!(1);
        break;
        missing();
    }
}

fn main() {}
