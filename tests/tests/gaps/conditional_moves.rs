//! Bodies that belong beside those of `fidelity/conditional_moves.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn a_part_is_moved_on_one_path() as (), takes bool, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        if yield_!(1) { drop(t.0); }
        yield_!(2);
        log("end");
        3
    }
}

fidelity! {
    fn a_part_is_moved_in_one_branch_and_the_whole_in_the_other() as (), takes bool, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        if yield_!(1) { drop(t.0); } else { drop(t); }
        yield_!(2);
        log("end");
        3
    }
}
