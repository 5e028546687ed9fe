//! Bodies that belong beside those of `fidelity/unions.rs`.

use std::ops::ControlFlow;

use coro_tests::{D, d, eat, fidelity, log, see};

fn three(a: u32, b: u32, c: u32) -> u32 {
    log(format_args!("three {a} {b} {c}"));
    a * 100 + b * 10 + c
}

fidelity! {
    fn assignments_as_values_of_arms() as (), takes u32, yields u32, returns (u32, D) => {
        let mut n = 0;
        let mut tag = d("start");
        loop {
            match yield_!(n) {
                0 => n = yield_!(n + 10),
                1 => tag = { let n = yield_!(20); d(format!("tag{n}")) },
                2 => (n, tag) = (yield_!(30), d("both")),
                3 => break,
                4 => n += { n += 1; yield_!(n) },
                x => { n += x; if n > 12 { return (n, tag) } }
            }
        }
        (n, tag)
    }
}

fidelity! {
    fn nested_yields_with_droppable_inputs() as (), takes D, yields u32, returns u32 => {
        let a = d("a");
        let last = yield_!(yield_!(yield_!(a.id()).id()).id() + { let b = yield_!(1); b.id() });
        last.id() + eat(yield_!(eat(yield_!(2)))) + a.n
    }
}
