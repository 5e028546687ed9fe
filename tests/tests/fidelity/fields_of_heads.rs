//! A `for` over a field: what is made on the way to the value that it is taken of ends with the loop.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

fidelity! {
    fn what_is_made_for_a_field() as (), takes u32, yields u32, returns () => {
        for x in (pass((vec![7, 9], t(d("t").id())))).0 { log("body"); yield_!(x); }
        log("after");
    }
}

fidelity! {
    fn a_part_of_a_tuple() as (), takes u32, yields u32, returns () => {
        for x in (vec![d("a"), d("b")], d("c")).0 { log("body"); yield_!(x.n); }
        log("after");
    }
}

fidelity! {
    fn a_part_of_a_local() as (), takes u32, yields u32, returns () => {
        let held = (vec![d("a"), d("b")], 3);
        for x in held.0 { log("body"); yield_!(x.n); if c(4) { continue } eat(x); }
        log("after");
    }
}

fidelity! {
    fn what_a_macro_looks_at_for_a_field() as (), takes u32, yields u32, returns () => {
        for x in (pass((vec![7, 9], see("number", u32::from(matches!(opt(1, "o"), Some(ref y) if y.n > 2))))).0) { log("body"); yield_!(x); }
        log("after");
    }
}

fidelity! {
    fn parts_of_parts() as (), takes u32, yields u32, returns () => {
        for x in ((vec![d("a"), d("b")], d("c")).0, d("x")).0 { log("body"); yield_!(x.n); }
        for x in (d("y"), ([d("a"), d("b")], 4)).1.0 { log("body"); yield_!(x.n); }
        for x in *(Box::new([d("a"), d("b")]), 4).0 { log("body"); yield_!(x.n); }
        log("after");
    }
}
