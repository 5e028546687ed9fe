//! A derivable trait is promised, but a suspension holds something that does not have it.
use coro_core::Resume;

struct Plain;

#[coro_core::coroutine]
fn cloned() -> impl Iterator<Item = u32> + Clone {
    let plain = Plain;
    yield_!(1);
    drop(plain);
}

#[coro_core::coroutine]
fn printed(plain: Plain) -> impl Resume<(), u32, Return = ()> + core::fmt::Debug {
    yield_!(1);
    drop(plain);
}

#[coro_core::coroutine]
fn compared(number: f32) -> impl Resume<(), f32, Return = ()> + Eq + PartialEq {
    yield_!(1.0);
    yield_!(number);
}

#[coro_core::coroutine]
fn copied(name: String) -> impl Resume<(), u32, Return = usize> + Copy + Clone {
    yield_!(1);
    name.len()
}

#[coro_core::coroutine]
fn unpromised() -> impl Resume<(), u32, Return = ()> {
    yield_!(1);
}

fn main() {
    let _ = unpromised().clone();
}
