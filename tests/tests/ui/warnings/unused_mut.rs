//! `mut` that nothing needs: warned of on the binding, wherever its block is; and not where one of
//! several blocks needs it.
#![deny(unused_mut)]
use coro_core::Resume;

#[coro_core::coroutine]
pub fn in_one_block() -> impl Resume<u32, u32, Return = ()> {
    let mut n = yield_!(1);
    yield_!(n);
}

#[coro_core::coroutine]
pub fn carried(mut parameter: u32, (mut left, mut right): (u32, u32)) -> impl Resume<u32, u32, Return = u32> {
    let mut total = 1;
    let mut names = vec!["one"];
    yield_!(total);
    left += 1;
    yield_!(names.len() as u32);
    names.len() as u32 + parameter + left + right
}

#[coro_core::coroutine]
pub fn patterns(#[resume] mut first: Option<u32>) -> impl Resume<Option<u32>, u32, Return = ()> {
    while let Some(mut n) = first {
        first = yield_!(n);
    }
    for mut n in 0..3 {
        yield_!(n);
    }
    match yield_!(1) {
        Some(mut n) => { yield_!(n); }
        None => {}
    }
}

#[coro_core::coroutine]
pub fn by_a_method() -> impl Resume<u32, u32, Return = ()> {
    let mut text = String::new();
    yield_!(1);
    text.to_uppercase();
}

#[coro_core::coroutine]
pub fn needed(mut stack: Vec<u32>, mut limit: u32) -> impl Resume<u32, u32, Return = u32> {
    let mut last = 0;
    let mut text = String::new();
    let mut count;
    while let Some(top) = stack.pop() {
        count = yield_!(top);
        if count > last {
            stack.push(count);
        }
        last = yield_!(count);
        text.push('x');
        limit -= 1;
    }
    last = 3;
    yield_!(last);
    text.len() as u32 + limit
}

fn main() {}
