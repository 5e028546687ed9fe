//! What cannot be said of a function that returns a coroutine.

#[coro_core::coroutine]
async fn asynchronous() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine]
const fn constant() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine]
unsafe extern "C" fn variadic(first: u32, ...) -> impl Iterator<Item = u32> {
    yield_!(first);
}

fn main() {}
