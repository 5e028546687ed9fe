//! Temporaries of tails that suspend: in the 2024 edition they end before the block's locals.

use coro_tests::{D, d, fidelity, log};

fidelity! {
    fn of_a_block_value() as (), takes u32, yields u32, returns u32 => {
        let n = { let a = d("a"); d("t").id() + yield_!(1) };
        log("next statement");
        n
    }
}

fidelity! {
    fn of_a_tail() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        d("t").id() + yield_!(1)
    }
}

fidelity! {
    fn of_a_tail_that_yields_a_temporary() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        yield_!(d("t").id())
    }
}

fidelity! {
    fn comparison_of_droppables() as (), takes D, yields u32, returns bool => {
        let a = d("a");
        let first = a == yield_!(1);
        let second = yield_!(2) < a;
        first | second | (yield_!(3) >= yield_!(4))
    }
}
