//! A guard may run more than once for one `match`.
use coro_core::Resume;

#[coro_core::coroutine]
fn guarded(n: u32) -> impl Resume<bool, u32, Return = u32> {
    match n {
        0 => 0,
        n if yield_!(n) => 1,
        _ => 2,
    }
}

fn main() {
    let _ = guarded(1);
}
