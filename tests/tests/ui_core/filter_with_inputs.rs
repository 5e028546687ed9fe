//! `filter` resumes more often than it is resumed: it has no input to give.
use coro_core::{CoroutineState, Resume, from_fn};

fn accumulator() -> impl Resume<i64, i64, Return = ()> {
    let mut total = 0;
    from_fn(move |n: i64| {
        total += n;
        CoroutineState::Yielded(total)
    })
}

fn main() {
    let _ = accumulator().filter(|total| total % 2 == 0);
}
