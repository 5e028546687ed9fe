//! Values go in as well as out: each resume hands the coroutine a number and gets the new total.
//!
//! Python's `acc.send(10)` is `acc.resume(Some(10))`, and `next(acc)`, which runs a generator to
//! its first `yield`, is `acc.resume(None)`. What Python cannot have is the return value's type,
//! and the copy: the suspended coroutine is a value like any other.

use coro_core::{CoroutineState, Resume};

/// Yields the running total of the numbers it is sent, and returns it at the first `None`.
#[coro_core::coroutine]
fn accumulator() -> impl Resume<Option<i64>, i64, Return = i64> + Clone {
    let mut total = 0;
    while let Some(value) = yield_!(total) {
        total += value;
    }
    total
}

fn main() {
    let mut acc = accumulator();
    let start = acc.resume(None); // Runs to the first yield, as Python's next() does.
    assert_eq!(start, CoroutineState::Yielded(0));

    for value in [10, 20, 15] {
        if let CoroutineState::Yielded(total) = acc.resume(Some(value)) {
            println!("{total}");
        }
    }

    // A fork: the copy goes its own way from where the original is suspended.
    let mut fork = acc.clone();
    assert_eq!(fork.resume(Some(100)), CoroutineState::Yielded(145));
    assert_eq!(acc.resume(None), CoroutineState::Complete(45));
}
