//! Bodies that belong beside those of `fidelity/items.rs`.

use coro_core::Resume;
use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    /// Items see no locals; locals of the same name do not see them.
    fn items_named_like_locals() as (), takes u32, yields u32, returns u32 => {
        fn n() -> u32 { 100 }
        let a = n();
        {
            let n = yield_!(5);
            fn a() -> u32 { 7 }
            yield_!(n + a());
        }
        n() + a
    }
}

fidelity! {
    fn items_in_inner_blocks() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in 0..2 {
            const STEP: u32 = 5;
            fn scale(n: u32) -> u32 { n * STEP }
            sum += scale(yield_!(scale(i)));
        }
        if yield_!(sum) > 3 {
            struct S(u32);
            let s = S(yield_!(1));
            sum += s.0;
        }
        const STEP: u32 = 1;
        sum + STEP
    }
}
