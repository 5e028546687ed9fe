//! `unsafe` is asked for where it is in any function, and an `unsafe fn` stays one.
use coro_core::Resume;

unsafe fn danger() -> u32 {
    1
}

#[coro_core::coroutine]
fn calls() -> impl Resume<(), u32, Return = ()> {
    yield_!(danger());
    danger();
}

#[coro_core::coroutine]
unsafe fn called() -> impl Resume<(), u32, Return = ()> {
    yield_!(1);
}

fn main() {
    let _ = called();
}
