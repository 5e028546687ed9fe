//! rustc has an attribute of its own with this name: ours is written with a path.
use coro_core::coroutine;

#[coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    coro_core::yield_!(1);
}

fn main() {
    let _ = numbers();
}
