//! Bodies that belong beside those of `fidelity/keep_types.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    /// The type is decided in a branch that comes after the suspension.
    fn an_option_that_is_filled_in_the_other_branch() as (), takes bool, yields u32, returns u32 => {
        let mut x = None;
        if yield_!(1) {
            yield_!(2);
            log("empty");
        } else {
            x = Some(d("x"));
            yield_!(3);
            log("full");
        }
        yield_!(4);
        5
    }
}
