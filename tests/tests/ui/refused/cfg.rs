//! What rustc does not take away from an expression, the macro does not either.
use coro_core::Resume;

#[coro_core::coroutine]
fn operands(mut n: u32) -> impl Resume<u32, u32, Return = u32> {
    #[cfg(unix)]
    n = yield_!(1);
    let m = #[cfg(unix)]
    yield_!(2);
    if #[cfg_attr(unix, allow(unused))]
    yield_!(3) > 0
    {
        return m;
    }
    #[cfg(unix)]
    yield_!(4) + n
}

fn main() {
    let _ = operands(1);
}
