//! Bodies that belong beside those of `fidelity/parameters.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone)]
struct Pair {
    x: D,
    y: D,
}

fidelity! {
    fn a_struct_pattern(Pair { x, .. }: Pair, Pair { x: z, y }: Pair) as (Pair { x: d("x1"), y: d("y1") }, Pair { x: d("x2"), y: d("y2") }), yields u32, returns u32 => {
        yield_!(1);
        let n = eat(z);
        yield_!(n);
        log("end");
        x.id() + y.id()
    }
}

fidelity! {
    fn an_array_pattern([a, b, ..]: [D; 4]) as ([d("a"), d("b"), d("c"), d("e")]), yields u32, returns u32 => {
        yield_!(1);
        drop(a);
        yield_!(2);
        b.id()
    }
}
