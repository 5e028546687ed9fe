//! Bodies that belong beside those of `fidelity/closures.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fn apply(f: impl Fn(u32) -> u32, x: u32) -> u32 {
    f(x)
}

fidelity! {
    fn a_closure_in_place() as (), takes u32, yields u32, returns u32 => {
        let base = yield_!(1);
        let n: u32 = (1..4).map(|x| x * base).filter(|x| x % 2 == 0).sum();
        yield_!(n);
        apply(|x| x + n, yield_!(2)) + apply(move |x| x * base, 3)
    }
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
