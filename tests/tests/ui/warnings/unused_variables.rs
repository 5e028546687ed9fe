//! Variables that nothing reads, before and after a suspension.
#![deny(unused_variables)]
use coro_core::Resume;

#[coro_core::coroutine]
pub fn locals(parameter: u32) -> impl Resume<u32, u32, Return = ()> {
    let before = 1;
    let answer = yield_!(1);
    let after = 2;
    for index in 0..3 {
        yield_!(3);
    }
    if let Some(bound) = Some(1) {
        yield_!(4);
    }
}

#[coro_core::coroutine]
pub fn carried() -> impl Resume<u32, u32, Return = ()> {
    let guard = String::new();
    yield_!(1);
    let other = String::new();
    yield_!(2);
}

#[coro_core::coroutine]
pub fn first(#[resume] input: u32, (left, right): (u32, u32)) -> impl Resume<u32, u32, Return = ()> {
    yield_!(left);
}

struct Counter;

impl Counter {
    #[coro_core::coroutine]
    pub fn count(&self, start: u32) -> impl Iterator<Item = u32> {
        yield_!(1);
    }
}

#[coro_core::coroutine]
#[allow(unreachable_code)]
pub fn only_where_nothing_comes(n: u32) -> impl Iterator<Item = u32> {
    return;
    yield_!(n);
}

fn main() {
    let _ = Counter.count(1);
}

pub struct Point {
    x: u32,
    y: u32,
}

#[coro_core::coroutine]
pub fn field_of_a_pattern(point: Point) -> impl Resume<u32, u32, Return = ()> {
    let Point { x, y } = point;
    yield_!(y);
}

#[coro_core::coroutine]
pub fn field_of_a_parameter(Point { x, y }: Point) -> impl Resume<u32, u32, Return = ()> {
    yield_!(y);
}
