//! Bodies that belong beside those of `fidelity/closures.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fn apply(f: impl Fn(u32) -> u32, x: u32) -> u32 {
    f(x)
}

fidelity! {
    fn a_closure_that_captures_a_field() as (), takes u32, yields u32, returns u32 => {
        let pair = (d("left"), d("right"));
        let f = move || pair.0.id();
        yield_!(1);
        let n = f();
        log("called");
        n
    }
}
