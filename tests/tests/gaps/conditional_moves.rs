//! Bodies that belong beside those of `fidelity/conditional_moves.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn moved_in_a_loop_before_the_break() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let mut n = 0;
        loop {
            n += 1;
            if yield_!(n) {
                drop(a);
                break;
            }
            if n == 3 { break }
        }
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn initialised_in_a_loop_before_the_break() as (), takes bool, yields u32, returns u32 => {
        let late;
        let mut n = 0;
        loop {
            n += 1;
            if yield_!(n) { late = d("late"); break }
            if n == 4 { break }
        }
        yield_!(100);
        n
    }
}

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
