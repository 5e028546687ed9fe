//! A yield from a nested call: what Lua's stackful coroutines do, by delegation.
//!
//! A stackless coroutine suspends only in its own body. `yield_from!` runs another one in its
//! place, passing its yields out and the resume arguments in, so that the caller sees the same as
//! with Lua: the first resume suspends inside `inner`, the second one continues there. `inner` is
//! stored inside the state of `outer`; there is no second stack.

use coro_core::{CoroutineState, Resume};

#[coro_core::coroutine]
fn inner() -> impl Resume<(), &'static str, Return = ()> {
    println!("Inner: about to yield");
    yield_!("from inner");
    println!("Inner: resumed");
}

#[coro_core::coroutine]
fn outer() -> impl Resume<(), &'static str, Return = ()> {
    println!("Outer: calling inner");
    yield_from!(inner());
    println!("Outer: inner returned");
}

fn main() {
    let mut co = outer();
    for _ in 0..2 {
        // Lua's coroutine.resume returns true and what was yielded, or true and what was returned.
        match co.resume(()) {
            CoroutineState::Yielded(value) => println!("true\t{value}"),
            CoroutineState::Complete(()) => println!("true"),
        }
    }
}
