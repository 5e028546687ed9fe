//! The first pitfall: a coroutine that is never resumed never runs.
//!
//! Python finds out at run time, if at all. Here a call whose result is not used warns when it is
//! compiled (the `expect` below would be an error if it did not), and a coroutine in place of its
//! result is a type error. What was made is still there to look at: it has not started.
#![deny(unfulfilled_lint_expectations)]

use std::fmt::Debug;

use coro_core::Resume;

#[coro_core::coroutine]
fn fetch_data() -> impl Resume<(), (), Return = &'static str> + Debug {
    println!("fetching");
    yield_!();
    "data"
}

fn broken() {
    #[expect(unused_must_use, reason = "this is the mistake")]
    fetch_data(); // Does nothing.

    let result = fetch_data(); // The coroutine, not the data.
    println!("{result:?}");
}

fn fixed() {
    let mut coroutine = fetch_data();
    let result = loop {
        if let Some(data) = coroutine.resume(()).complete() {
            break data;
        }
    };
    println!("{result}");
}

fn main() {
    broken();
    fixed();
}
