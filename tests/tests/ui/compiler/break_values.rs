//! What `break` carries has the type of the loop.
use coro_core::Resume;

#[coro_core::coroutine]
fn mixed() -> impl Resume<bool, u32, Return = ()> {
    let n = loop {
        if yield_!(1) {
            break 1_u32;
        }
        break "two";
    };
    yield_!(n);
}

#[coro_core::coroutine]
fn wrong() -> impl Resume<bool, u32, Return = ()> {
    let text: String = loop {
        if yield_!(1) {
            break 3;
        }
    };
    drop(text);
}

#[coro_core::coroutine]
fn while_with_a_value() -> impl Resume<bool, u32, Return = ()> {
    while yield_!(1) {
        break 3;
    }
    for n in 0..3 {
        yield_!(n);
        break n;
    }
}

#[coro_core::coroutine]
fn block() -> impl Resume<bool, u32, Return = u32> {
    let n = 'block: {
        if yield_!(1) {
            break 'block;
        }
        3
    };
    n
}

#[coro_core::coroutine]
fn condition() -> impl Resume<u32, u32, Return = ()> {
    while yield_!(1) {
        yield_!(2);
    }
    for n in yield_!(3) {
        yield_!(n);
    }
}

#[coro_core::coroutine]
fn no_value(limit: u32) -> impl Resume<(), u32, Return = Option<u32>> {
    loop {
        yield_!(1);
        if limit > 3 {
            break;
        }
    }
}

#[coro_core::coroutine]
fn of_different_types(early: bool) -> impl Resume<(), u32, Return = u32> {
    let found = loop {
        if early {
            break 1;
        }
        yield_!(3);
        break "x";
    };
    found
}

fn main() {}
