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

struct World<'w>(&'w str);

#[coro_core::coroutine]
fn two_lifetimes() -> impl for<'w, 'v> Resume<&'w mut World<'v>, usize, Return = ()> {
    yield_!(1);
}

fn main() {}
