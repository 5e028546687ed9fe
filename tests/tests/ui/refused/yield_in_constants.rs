//! Lengths and generic arguments are constants: nothing suspends in them.
use coro_core::Resume;

#[coro_core::coroutine]
fn length() -> impl Resume<usize, u32, Return = ()> {
    let list: [u8; yield_!(1)] = [];
    drop(list);
}

#[coro_core::coroutine]
fn repetition() -> impl Resume<usize, u32, Return = usize> {
    [0; yield_!(1)].len()
}

fn array<const N: usize>() -> [u8; N] {
    [0; N]
}

#[coro_core::coroutine]
fn argument() -> impl Resume<usize, u32, Return = usize> {
    array::<{ yield_!(1) }>().len()
}

fn main() {}
