//! A coroutine that holds itself has no finite size: the recursion is boxed.
use coro_core::Resume;

#[coro_core::coroutine]
fn count(n: u32) -> impl Iterator<Item = u32> {
    yield_!(n);
    if n > 0 {
        yield_from!(count(n - 1));
    }
}

#[coro_core::coroutine]
fn sum(n: u32) -> impl Resume<u32, u32, Return = u32> {
    if n > 0 { yield_from!(sum(n - 1), 0) + n } else { yield_!(n) }
}

#[coro_core::coroutine]
fn looped(n: u32) -> impl Iterator<Item = u32> {
    if n > 0 {
        for smaller in looped(n - 1) {
            yield_!(smaller);
        }
        yield_from!(Box::new(looped(n - 1)));
    }
    yield_!(n);
}

#[coro_core::coroutine]
fn boxed(n: u32) -> Box<dyn Iterator<Item = u32>> {
    yield_!(n);
    if n > 0 {
        yield_from!(boxed(n - 1));
    }
}

#[coro_core::coroutine]
fn shadowed() -> impl Iterator<Item = u32> {
    fn shadowed(n: u32) -> std::ops::Range<u32> {
        0..n
    }
    yield_from!(shadowed(3));
}

#[coro_core::coroutine]
fn through_a_local(n: u32) -> impl Iterator<Item = u32> {
    if n > 0 {
        let below = through_a_local(n - 1);
        yield_!(n);
        yield_from!(below);
    }
}

#[coro_core::coroutine]
fn boxed_in_a_local(n: u32) -> impl Iterator<Item = u32> {
    if n > 0 {
        let below = boxed_in_a_local(n - 1);
        let below: Box<dyn Iterator<Item = u32>> = Box::new(below);
        yield_from!(below);
    }
}

fn main() {
    let _ = count(3);
    let _ = sum(3).resume(1).yielded();
    let _ = looped(3);
    let _ = boxed(3).chain(shadowed());
}
