//! The two yield different things.
use coro_core::{Resume, from_iter, once};

fn main() {
    let _ = from_iter([1, 2]).chain(once("three"));
}
