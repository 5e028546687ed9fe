//! There is nothing to run through.
use coro_core::{Resume, from_iter};

fn main() {
    let _ = from_iter([1, 2]).flat_map(|n| n + 1);
}
