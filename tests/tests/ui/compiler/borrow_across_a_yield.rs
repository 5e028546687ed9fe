//! A coroutine can be moved while it is suspended, so no local may borrow another across a yield.
use coro_core::Resume;

#[coro_core::coroutine]
fn slice() -> impl Iterator<Item = u32> {
    let list = vec![1, 2, 3];
    let first = &list[0];
    yield_!(1);
    yield_!(*first);
}

#[coro_core::coroutine]
fn iterator() -> impl Iterator<Item = u32> {
    let list = vec![1, 2, 3];
    for item in &list {
        yield_!(*item);
    }
}

#[coro_core::coroutine]
fn method() -> impl Resume<(), usize, Return = usize> {
    let text = String::from("a b c");
    for word in text.split(' ') {
        yield_!(word.len());
    }
    text.len()
}

#[coro_core::coroutine]
fn closure() -> impl Resume<(), u32, Return = u32> {
    let mut n = 0;
    let mut step = || n += 1;
    step();
    yield_!(1);
    step();
    n
}

#[coro_core::coroutine]
fn binding(name: Option<String>) -> impl Resume<(), usize, Return = ()> {
    if let Some(name) = &name {
        yield_!(1);
        yield_!(name.len());
    }
}

#[coro_core::coroutine]
fn parameter(mut list: Vec<u32>) -> impl Resume<(), u32, Return = ()> {
    let last = list.last_mut().unwrap();
    yield_!(1);
    *last += 1;
}

#[coro_core::coroutine]
fn changed_behind_the_loop(mut list: Vec<u32>) -> impl Iterator<Item = u32> {
    for item in list.iter() {
        yield_!(*item);
    }
    list.push(1);
}

#[coro_core::coroutine]
fn changed_in_the_loop(list: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    for item in list.iter() {
        yield_!(*item);
        list.push(1);
    }
}

fn pass<T>(_: T, n: u32) -> u32 {
    n
}

#[coro_core::coroutine]
fn operand(list: Vec<u32>) -> impl Resume<u32, u32, Return = u32> {
    pass(&list, yield_!(1)) + pass(list.iter(), yield_!(2))
}

fn main() {}
