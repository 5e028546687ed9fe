//! A coroutine is resumed with its input, and composed with what fits.
use coro_core::{CoroutineState, Resume};

#[coro_core::coroutine]
fn sum() -> impl Resume<u32, u32, Return = ()> {
    let mut total = 0;
    loop {
        total += yield_!(total);
    }
}

#[coro_core::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    yield_!(1);
}

fn main() {
    let mut sum = sum();
    sum.resume("one");
    sum.resume();
    let CoroutineState::Yielded(n) = sum.resume(1) else { return };
    let _: String = n;
    for n in sum {}
    numbers().resume(());
}
