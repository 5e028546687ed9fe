//! What bodies of several files are given: a pair, a choice, and functions that log.

use coro_tests::{D, d, eat, log, see};

#[derive(Clone)]
pub struct P {
    pub a: D,
    pub b: D,
}

#[derive(Clone)]
pub enum E {
    A(D),
    B { x: D, n: u32 },
    Z,
}

pub fn p() -> P {
    P { a: d("pa"), b: d("pb") }
}

pub fn e(k: u32) -> E {
    match k % 3 {
        0 => E::A(d("ea")),
        1 => E::B { x: d("ex"), n: k },
        _ => E::Z,
    }
}

pub fn t(n: u32) -> u32 {
    see("t", n)
}

pub fn t2(a: u32, b: u32) -> u32 {
    see("t2", a + b)
}

pub fn c(n: u32) -> bool {
    see("c", n) > 3
}

pub fn pass<T>(x: T) -> T {
    x
}

pub fn res(k: u32, name: &str) -> Result<D, D> {
    if k % 2 == 0 { Ok(d(name)) } else { Err(d(name)) }
}

pub fn opt(k: u32, name: &str) -> Option<D> {
    (k % 3 != 0).then(|| d(name))
}

pub fn two(a: D, b: D) -> u32 {
    eat(a) + eat(b)
}
