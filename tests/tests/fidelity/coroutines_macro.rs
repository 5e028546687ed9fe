//! `coroutines! { … }`, whose functions suspend with the real `yield` keyword.

use coro_core::{CoroutineState, Resume, coroutines};
use coro_tests::{D, d, eat, log, logged};

coroutines! {}

coroutines! {
    fn boxed(n: u32) -> Box<dyn Iterator<Item = u32>> {
        if n > 0 {
            yield n;
            yield_from!(boxed(n - 1));
        }
    }
}
