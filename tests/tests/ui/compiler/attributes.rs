//! Attributes that rustc does not know, or not there, on what is taken apart.
use coro_core::Resume;

#[coro_core::coroutine]
fn unknown(#[unknown_on_a_parameter] n: u32) -> impl Resume<u32, u32, Return = ()> {
    #[unknown_on_a_let]
    let a = yield_!(n);
    #[unknown_on_a_yield]
    yield_!(a);
    #[unknown_on_a_block]
    {
        yield_!(a);
    }
    #[unknown_on_an_if]
    if a > 3 {
        yield_!(a);
    }
    match a {
        #[unknown_on_an_arm]
        3 => {
            yield_!(3);
        }
        _ => {}
    }
    #[unknown_on_a_loop]
    for i in 0..3 {
        yield_!(i);
    }
    #[unknown_on_what_does_not_suspend]
    drop(n);
    #[rustfmt::skip]
    yield_!(4);
}

#[coro_core::coroutine]
fn misplaced(n: u32) -> impl Resume<u32, u32, Return = ()> {
    #[inline]
    yield_!(n);
    #[derive(Debug)]
    if n > 3 {
        yield_!(n);
    }
    /// No item.
    yield_!(n);
}

fn main() {}
