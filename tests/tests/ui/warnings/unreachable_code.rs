//! Code that nothing reaches.
#![deny(unreachable_code)]
use coro_core::Resume;

#[coro_core::coroutine]
pub fn after_return() -> impl Resume<(), u32, Return = u32> {
    yield_!(1);
    return 1;
    println!("never");
}

#[coro_core::coroutine]
pub fn after_a_loop() -> impl Resume<(), u32, Return = ()> {
    loop {
        yield_!(1);
    }
    println!("never");
}

#[coro_core::coroutine]
pub fn after_a_panic() -> impl Resume<(), u32, Return = ()> {
    yield_!(1);
    panic!("here");
    yield_!(2);
}

#[coro_core::coroutine]
pub fn after_break() -> impl Resume<(), u32, Return = ()> {
    loop {
        yield_!(1);
        break;
        println!("never");
    }
}

#[coro_core::coroutine]
pub fn mentioned_before(list: Vec<u32>) -> impl Iterator<Item = u32> {
    for n in list {
        yield_!(n);
        continue;
        yield_!(n);
    }
}

#[coro_core::coroutine]
pub fn of_a_parameter(n: u32) -> impl Iterator<Item = u32> {
    yield_!(n);
    return;
    yield_!(n);
}

fn main() {}
