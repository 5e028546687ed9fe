//! Jumps without a target.
use coro_core::Resume;

#[coro_core::coroutine]
fn unknown() -> impl Resume<bool, u32, Return = ()> {
    'outer: loop {
        if yield_!(1) {
            break 'inner;
        }
        yield_!(2);
        continue 'outre;
    }
}

#[coro_core::coroutine]
fn outside() -> impl Resume<bool, u32, Return = ()> {
    if yield_!(1) {
        break;
    }
    continue;
}

#[coro_core::coroutine]
fn closure() -> impl Resume<bool, u32, Return = ()> {
    'outer: loop {
        let jump = || break 'outer;
        jump();
        yield_!(1);
    }
}

#[coro_core::coroutine]
fn block() -> impl Resume<bool, u32, Return = ()> {
    let n = 'block: {
        if yield_!(1) {
            continue 'block;
        }
        break 'block 1;
    };
    yield_!(n);
}

fn main() {}
