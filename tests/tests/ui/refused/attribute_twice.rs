//! One attribute makes a function a coroutine.

#[coro_core::coroutine]
#[coro_core::coroutine]
fn twice() -> impl Iterator<Item = u32> {
    yield_!(1);
}

fn main() {
    let _ = twice().count();
}
