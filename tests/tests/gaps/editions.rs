//! Bodies that belong beside those of `fidelity/editions.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn an_if_let_whose_scrutinee_suspends_and_whose_else_does_not() as (), takes Option<u32>, yields u32, returns u32 => {
        let m = if let Some(n) = yield_!(d("t").id()).filter(|_| d("u").id() > 0) {
            log("then");
            n
        } else {
            log("else");
            2
        };
        log("bound");
        m
    }
}
