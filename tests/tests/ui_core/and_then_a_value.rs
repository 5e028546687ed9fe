//! What goes on must be a coroutine; `ready` makes one of a value.
use coro_core::{Resume, from_iter};

fn main() {
    let _ = from_iter([1, 2]).and_then(|()| "end");
}
