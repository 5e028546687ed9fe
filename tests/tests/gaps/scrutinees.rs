//! Bodies that belong beside those of `fidelity/scrutinees.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fn is_even(n: u32) -> bool {
    n % 2 == 0
}

fidelity! {
    fn a_droppable_value_in_an_if_let() as (), takes bool, yields u32, returns u32 => {
        if let (_, 0..=99) = (d("x"), 5) {
            yield_!(1);
            log("resumed");
        }
        log("after");
        while let Some(_) = Some(d("w")) {
            if yield_!(2) { break }
            log("again");
        }
        3
    }
}
