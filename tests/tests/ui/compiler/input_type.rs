//! What a yield evaluates to is the input type that the return type names.
use coro_core::Resume;

#[coro_core::coroutine]
fn number() -> impl Resume<u32, u32, Return = ()> {
    let text: String = yield_!(1);
    drop(text);
    let Some(n) = yield_!(2) else { return };
    yield_!(n);
}

#[coro_core::coroutine]
fn first(#[resume] first: String) -> impl Resume<u32, u32, Return = ()> {
    yield_!(first);
}

#[coro_core::coroutine]
fn first_only(#[resume] first: &str) -> impl Resume<u32, usize, Return = ()> {
    yield_!(first.len());
}

#[coro_core::coroutine]
fn first_of_another_mutability(#[resume] first: &u32) -> impl for<'w> Resume<&'w mut u32, (), Return = ()> {
    drop(first);
    yield_!();
}

#[coro_core::coroutine]
fn first_of_a_parameter<T: Default>(#[resume] first: T) -> impl Resume<Option<T>, (), Return = ()> {
    drop(first);
    yield_!();
}

#[coro_core::coroutine]
fn generator() -> impl Iterator<Item = u32> {
    let n: u32 = yield_!(1);
    yield_!(n);
}

fn main() {}
