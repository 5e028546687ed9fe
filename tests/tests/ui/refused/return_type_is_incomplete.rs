//! Both traits are written with all of their types.
use coro_core::Resume;

#[coro_core::coroutine]
fn no_item() -> impl Iterator {
    yield_!(1);
}

#[coro_core::coroutine]
fn no_types() -> impl Resume {
    yield_!(1);
}

#[coro_core::coroutine]
fn no_output() -> impl Resume<u32, Return = ()> {
    yield_!(1);
}

#[coro_core::coroutine]
fn no_return() -> impl Resume<(), u32> + Clone {
    yield_!(1);
}

#[coro_core::coroutine]
fn no_boxed_item() -> Box<dyn Iterator + Send> {
    yield_!(1);
}

#[coro_core::coroutine]
fn misspelt() -> impl Resume<u32, u32, Returns = u32> {
    yield_!(1)
}

#[coro_core::coroutine]
fn one_type_too_many() -> impl Resume<u32, u32, u32> {
    yield_!(1)
}

#[coro_core::coroutine]
fn item_without_its_name() -> impl Iterator<u32> {
    yield_!(1);
}

#[coro_core::coroutine]
fn iterator_that_returns() -> impl Iterator<Item = u32, Return = u32> {
    yield_!(1);
    3
}

#[coro_core::coroutine]
fn unboxed() -> dyn Resume<u32, u32, Return = ()> {
    yield_!(1);
}

struct World<'w>(&'w str);

#[coro_core::coroutine]
fn two_lifetimes() -> impl for<'w, 'v> Resume<&'w mut World<'v>, usize, Return = ()> {
    yield_!(1);
}

fn main() {}
