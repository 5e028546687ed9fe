//! Bodies that belong beside those of `fidelity/temporaries.rs`.

use std::cell::RefCell;

use coro_tests::{D, d, eat, fidelity, log, see};

fn id(value: &D) -> u32 {
    value.id()
}

fidelity! {
    fn an_unused_droppable_value_with_temporaries() as (), takes u32, yields u32 => {
        d(format!("value{}", d("t").id() + yield_!(1)));
        log("next statement");
        eat(d(format!("eaten{}", yield_!(d("u").id()))));
        log("end");
    }
}

fidelity! {
    fn of_an_if_let_whose_blocks_do_not_suspend() as (), takes Option<u32>, yields u32, returns u32 => {
        let n = if let Some(n) = yield_!(d("t").id()) {
            log("then");
            n
        } else {
            log("else");
            0
        };
        log("next statement");
        n
    }
}
