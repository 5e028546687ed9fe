//! Bodies that belong beside those of `fidelity/blocks.rs`.

use coro_tests::{D, d, eat, fidelity, log, see, swallow};

fidelity! {
    fn an_input_is_dropped_at_the_end_of_its_statement() as (), takes D, yields u32 => {
        yield_!(1);
        log("between");
        let _ = yield_!(2);
        log("between");
        let _kept = yield_!(3);
        log("between");
        _ = yield_!(4);
        yield_!(5).id();
    }
}
