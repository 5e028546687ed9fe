//! Whoever ends first returns, so both return the same.
use coro_core::{Resume, arr, from_iter};

fn main() {
    let _ = from_iter([1, 2]).pipe(arr::<_, &str>(|n: i32| n + 1));
}
