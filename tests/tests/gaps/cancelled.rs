//! Bodies that belong beside those of `fidelity/cancelled.rs`.

use std::{cell::RefCell, rc::Rc};

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Parts {
    x: D,
    y: D,
}

fn parts(name: &str) -> Parts {
    Parts { x: d(format!("{name}.x")), y: d(format!("{name}.y")) }
}

fidelity! {
    fn pattern_parameters((a, b): (D, D), _: D, Parts { x, .. }: Parts, (_, c): (D, D)) as ((d("a"), d("b")), d("wild"), parts("p"), (d("unbound"), d("c"))), takes u32, yields u32 => {
        let local = d("local");
        yield_!(1);
        log("middle");
        yield_!(2);
    }
}

fidelity! {
    fn ref_patterns_of_parameters((ref a, ref mut b): (D, D), Parts { ref x, y: _ }: Parts) as ((d("a"), d("b")), parts("p")), takes u32, yields u32, returns u32 => {
        let n = a.n + x.n;
        b.touch();
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_struct_in_flight() as (), takes u32, yields u32, returns u32 => {
        let base = parts("base");
        let p = Parts { y: { yield_!(1); d("new") }, ..base };
        yield_!(2);
        p.x.n
    }
}
