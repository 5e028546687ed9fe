//! A closure that is kept over a yield has parameters of one lifetime, unless their types are written.
use coro_core::Resume;

#[coro_core::coroutine]
fn inferred() -> impl Resume<(), u32, Return = bool> {
    let same = |x, y| x == y;
    yield_!(1);
    let (a, b) = (String::from("a"), String::from("b"));
    same(&a, &b)
}

#[coro_core::coroutine]
fn written() -> impl Resume<(), u32, Return = bool> {
    let same = |x: &String, y: &String| x == y;
    yield_!(1);
    let (a, b) = (String::from("a"), String::from("b"));
    same(&a, &b)
}

fn main() {}
