//! `'static` and other lifetimes are promised, but a parameter borrows for less.
use coro_core::Resume;

#[coro_core::coroutine]
fn words(text: &str) -> impl Iterator<Item = usize> + 'static {
    yield_!(text.len());
}

#[coro_core::coroutine]
fn boxed(text: &str) -> Box<dyn Iterator<Item = usize>> {
    yield_!(text.len());
}

#[coro_core::coroutine]
fn longer<'a, 'b>(_long: &'a str, short: &'b str) -> impl Iterator<Item = &'a str> {
    yield_!(short);
}

#[coro_core::coroutine]
fn generic<T>(value: T) -> impl Resume<(), u32, Return = T> + 'static {
    yield_!(1);
    value
}

fn main() {}
