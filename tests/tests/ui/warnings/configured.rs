//! Warnings in bodies with attributes that only the compiler can evaluate.
#![deny(warnings)]
use coro_core::Resume;

#[coro_core::coroutine]
fn names(n: u32) -> impl Resume<u32, u32, Return = u32> {
    #[cfg(coroo)]
    yield_!(n);
    #[cfg(not(coroo))]
    let unused = 1;
    #[cfg_attr(all(), cfg(feature = "coroo"))]
    yield_!(2);
    #[cfg(any())]
    if n > 1 {
        #[cfg(not_evaluated)]
        yield_!(3);
    }
    #[cfg(all())]
    let used = yield_!(3);
    #[cfg(any())]
    let n = used;
    n
}

fn main() {
    let _ = names(1).resume(2);
}
