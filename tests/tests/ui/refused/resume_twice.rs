//! There is one first resume argument.
use coro_core::Resume;

#[coro_core::coroutine]
fn sum(
    #[resume] first: u32,
    #[resume] second: u32,
    third: u32,
) -> impl Resume<u32, u32, Return = ()> {
    yield_!(first + second + third);
}

fn main() {
    let _ = sum(1);
}
