//! Between its yields a coroutine runs without an executor.
use coro_core::Resume;

#[coro_core::coroutine]
fn fetch(request: impl Future<Output = u32>) -> impl Resume<(), u32, Return = u32> {
    yield_!(1);
    request.await
}

fn main() {
    let _ = fetch(async { 1 });
}
