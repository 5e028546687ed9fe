//! A constant in lower case counts as a new name, which a suspension in what the pattern guards would carry.
use coro_core::Resume;

#[allow(non_upper_case_globals)]
const limit: u32 = 3;

fn next() -> u32 {
    3
}

#[coro_core::coroutine]
fn alone() -> impl Resume<u32, u32, Return = ()> {
    if let limit = next() {
        yield_!(1);
    }
}

#[coro_core::coroutine]
fn beside_a_literal() -> impl Resume<u32, u32, Return = ()> {
    if let (limit, 3) = (next(), next()) {
        yield_!(1);
    }
}

fn main() {}
