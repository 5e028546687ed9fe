//! What a coroutine ends with has the type that `Return` names.
use coro_core::Resume;

#[coro_core::coroutine]
fn tail() -> impl Resume<(), u32, Return = u32> {
    yield_!(1);
    "two"
}

#[coro_core::coroutine]
fn early(n: u32) -> impl Resume<(), u32, Return = u32> {
    if n == 0 {
        return None;
    }
    yield_!(1);
    return;
}

#[coro_core::coroutine]
fn missing() -> impl Resume<(), u32, Return = String> {
    yield_!(1);
}

#[coro_core::coroutine]
fn missing_after_a_branch(n: u32) -> impl Resume<(), u32, Return = String> {
    if n > 1 {
        yield_!(1);
    }
}

#[coro_core::coroutine]
fn surplus() -> impl Iterator<Item = u32> {
    yield_!(1);
    2
}

#[coro_core::coroutine]
fn surplus_return() -> impl Iterator<Item = u32> {
    yield_!(1);
    return 2;
}

#[coro_core::coroutine]
fn semicolon() -> impl Resume<(), u32, Return = u32> {
    yield_!(1);
    1 + 1;
}

#[coro_core::coroutine]
fn ends_with_a_loop(n: u32) -> impl Resume<(), u32, Return = u32> {
    for i in 0..n {
        yield_!(i);
    }
}

#[coro_core::coroutine]
fn ends_with_a_while(n: u32) -> impl Resume<(), u32, Return = u32> {
    yield_!(0);
    while n > 4 {
        yield_!(1);
    }
}

#[coro_core::coroutine]
fn nothing_returned(early: bool) -> impl Resume<(), u32, Return = u32> {
    yield_!(1);
    if early {
        return;
    }
    3
}

#[coro_core::coroutine]
fn suspension_returned(early: bool) -> impl Resume<(), u32, Return = u32> {
    if early {
        return yield_!(1);
    }
    yield_!(2)
}

fn main() {}
