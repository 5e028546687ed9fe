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
