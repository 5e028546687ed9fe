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
    if let Some(name) = name.as_deref() {
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

#[coro_core::coroutine]
fn split(data: Vec<u8>) -> impl Iterator<Item = usize> {
    let (head, tail) = data.split_at(2);
    yield_!(head.len());
    yield_!(tail.len());
}

#[coro_core::coroutine]
fn shortened(data: Vec<u8>) -> impl Iterator<Item = usize> {
    let mut rest = &data[..];
    while !rest.is_empty() {
        yield_!(rest.len());
        rest = &rest[1..];
    }
}

struct Reader<'a> {
    text: &'a str,
}

#[coro_core::coroutine]
fn in_a_struct(text: String) -> impl Iterator<Item = usize> {
    let reader = Reader { text: &text };
    yield_!(1);
    yield_!(reader.text.len());
}

#[coro_core::coroutine]
fn collected(path: String) -> impl Iterator<Item = String> {
    let parts: Vec<&str> = path.split('/').collect();
    for part in parts {
        yield_!(part.to_string());
    }
}

#[coro_core::coroutine]
fn adapted_before() -> impl Iterator<Item = u32> {
    let mut list = vec![3, 1];
    let large = list.iter_mut().filter(|n| **n > 1);
    for n in large {
        *n += 1;
        yield_!(*n);
    }
}

#[coro_core::coroutine]
fn captured(text: String) -> impl Iterator<Item = usize> {
    let longer = |n: usize| n + text.len();
    yield_!(longer(1));
    yield_!(longer(2));
}

#[coro_core::coroutine]
fn counted() -> impl Iterator<Item = usize> {
    let mut count = 0;
    let mut next = || {
        count += 1;
        count
    };
    yield_!(next());
    yield_!(next());
}

#[coro_core::coroutine]
fn yielded() -> impl Iterator<Item = &'static str> {
    let text = String::from("a");
    yield_!(&text);
    yield_!(text.as_str());
}

#[coro_core::coroutine]
fn yielded_in_part<'a>(text: String) -> impl Iterator<Item = &'a str> {
    yield_!(&text[..]);
}

fn main() {}
