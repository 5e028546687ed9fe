//! What rustc warns of on expressions, patterns and items of a body.
#![deny(warnings)]
use coro_core::Resume;

#[coro_core::coroutine]
pub fn expressions(n: u32) -> impl Resume<u32, u32, Return = ()> {
    let Camel = n;
    if (n > 1) {
        yield_!(Camel);
    }
    n + 1;
    yield_!(n);
    while true {
        yield_!(1);
    }
}

#[coro_core::coroutine]
pub fn patterns(n: u32) -> impl Resume<(), u32, Return = ()> {
    match n {
        0 => yield_!(0),
        _ => yield_!(1),
        3 => yield_!(3),
    }
    fn unused() {}
    'unused: loop {
        yield_!(1);
    }
}

#[coro_core::coroutine]
pub fn bad_name_ofParameter(Upper: u32) -> impl Iterator<Item = u32> {
    yield_!(Upper);
}

#[deprecated]
fn old() -> u32 {
    1
}

#[coro_core::coroutine]
pub fn uses() -> impl Iterator<Item = u32> {
    yield_!(old());
}

#[coro_core::coroutine]
fn never_called() -> impl Iterator<Item = u32> {
    yield_!(1);
}

fn main() {}
