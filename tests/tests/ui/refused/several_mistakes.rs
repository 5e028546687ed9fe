//! All mistakes of a function are reported at once.
use coro_core::Resume;

#[coro_core::coroutine]
fn wrong(n: u32) -> impl Resume<u32, u32, Return = u32> {
    let double = |m: u32| yield_!(m * 2);
    let later = async { yield_!(1) };
    later.await;
    match n {
        m if yield_!(m) > 1 => yield_!(1, 2),
        _ => yield_from!(),
    }
    double(3)
}

#[coro_core::coroutine]
async fn also(#[resume] a: u32, #[resume] b: u32) -> u32 {
    yield_!(a + b);
}

#[coro_core::coroutine(unknown)]
const fn and_the_option() -> u32 {
    yield_!(1);
}

fn main() {
    let _ = wrong(1);
}
