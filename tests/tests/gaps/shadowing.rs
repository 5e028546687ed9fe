//! Bodies that belong beside those of `fidelity/shadowing.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn a_parameter_is_shadowed(x: D) as (d("parameter")), yields u32, returns u32 => {
        let x = (x.id(), d("local"));
        yield_!(x.0);
        let x = x.1;
        yield_!(1);
        x.id()
    }
}
