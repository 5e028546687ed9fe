//! Operands that wait for a suspension, and values that are missing: the whole expression is the mistake.
use std::fmt::Display;

use coro_core::Resume;

fn shown<T: Display>(_: T, _: u32) {}
fn added(a: u32, b: u32) -> u32 {
    a + b
}

#[coro_core::coroutine]
fn a_bound(given: bool) -> impl Resume<u32, u32, Return = ()> {
    shown(given.then(|| 3), yield_!(1));
}

#[coro_core::coroutine]
fn a_type(name: &str) -> impl Resume<u32, u32, Return = u32> {
    let pair: (u32, u32) = (name.trim().len(), yield_!(1));
    added(name.len() + 1, yield_!(pair.0))
}

#[coro_core::coroutine]
fn no_value(given: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
    let of_if = if given.is_none() { yield_!(1); } else { 3 };
    let of_match = match given {
        Some(n) => { yield_!(n); }
        None => 3,
    };
    let of_for: u32 = for n in 0..3 { yield_!(n); };
    of_if + of_match + of_for
}

#[coro_core::coroutine]
fn in_macros(n: u64) -> impl Resume<u32, u32, Return = Vec<String>> {
    assert_eq!(n, yield_!(1));
    vec![String::new(), yield_!(2)]
}

fn main() {}
