//! An iterator is not a coroutine; `from_iter` makes one.
use coro_core::{Resume, from_iter};

fn main() {
    let _ = from_iter(0..3).interleave(3..6);
}
