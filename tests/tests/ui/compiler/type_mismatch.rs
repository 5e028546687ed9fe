//! Types of the body's own values.
use coro_core::Resume;

fn takes_text(_: &str) {}

#[coro_core::coroutine]
fn locals(n: u32) -> impl Resume<u32, u32, Return = ()> {
    let text: String = n;
    let answer = yield_!(1);
    takes_text(answer);
    let sum = answer + "one";
    yield_!(sum);
    if answer {
        yield_!(2);
    }
}

#[coro_core::coroutine]
fn after_the_yield() -> impl Resume<(), u32, Return = ()> {
    let mut n = 1_u32;
    yield_!(n);
    n = "two";
    yield_!(n);
}

#[coro_core::coroutine]
fn branches(n: u32) -> impl Resume<u32, u32, Return = u32> {
    let value = if n > 1 { yield_!(1) } else { "none" };
    let other = match n {
        0 => yield_!(0),
        1 => true,
        _ => 3,
    };
    value + other
}

#[coro_core::coroutine]
fn argument() -> impl Resume<u32, u32, Return = ()> {
    takes_text(yield_!(1));
    let list: Vec<String> = vec![yield_!(1)];
    drop(list);
}

#[coro_core::coroutine]
fn found(count: u32) -> impl Resume<u32, u32, Return = Option<u32>> {
    let mut best = None;
    for i in 0..count {
        if i > 2 {
            best = yield_!(i);
        }
    }
    best
}

#[coro_core::coroutine]
fn read(lines: &[String]) -> impl Iterator<Item = String> {
    let mut last = String::new();
    for line in lines {
        yield_!(last);
        last = line.trim();
    }
}

#[coro_core::coroutine]
fn named(n: u32) -> impl Iterator<Item = String> {
    yield_!(&n.to_string());
}

#[coro_core::coroutine]
fn answer_of_a_branch(name: String, given: bool) -> impl Resume<u32, u32, Return = String> {
    let chosen = if given { name.clone() } else { yield_!(1) };
    chosen
}

#[coro_core::coroutine]
fn nothing_of_an_arm(given: bool) -> impl Resume<(), u32, Return = u32> {
    let chosen = match given {
        true => 1,
        false => yield_!(3),
    };
    chosen
}

#[coro_core::coroutine]
fn converted() -> impl Resume<u32, u32, Return = String> {
    yield_!(1).into()
}

#[coro_core::coroutine]
fn collected() -> impl Resume<u32, u32, Return = String> {
    (0..yield_!(1)).map(|n| n + 1).collect()
}

fn main() {}
