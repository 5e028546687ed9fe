//! `unsafe` blocks and functions, taken apart like others.
#![allow(unsafe_code)]

use coro_tests::{D, d, fidelity, log, see, twins};

fidelity! {
    fn unsafe_blocks() as (), takes u32, yields u32, returns u32 => {
        let mut x = 1;
        let y = unsafe {
            let p = d("p");
            x += yield_!(x);
            yield_!(x) + p.id()
        };
        x + y
    }
}

fidelity! {
    fn a_tail_of_an_unsafe_block_and_of_nested_blocks() as (), takes u32, yields u32, returns u32 => {
        let n = unsafe { let a = d("a"); yield_!(1); { let b = d("b"); d("t").id() + d("u").id() } };
        log("bound");
        n
    }
}

twins! {
    fn an_unsafe_fn as ({ #[allow(unused_unsafe)] unsafe { step(3) } }), takes u32, yields u32, returns u32 => {
        method! { [pub(crate) unsafe fn step](n: u32) -> u32 => {
            let m = yield_!(n);
            unsafe { yield_!(m + n) }
        } }
    }
}
