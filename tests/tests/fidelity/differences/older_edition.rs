//! What lives longer in the 2021 edition, but not in a coroutine of ours; in the 2024 edition nothing differs.

use coro_tests::{D, d, differs, log, see};

use super::{both, fail, is_2024};

/// Looks at a temporary.
fn look(value: &D) -> u32 {
    see("look", value.n)
}

/// Returns what depends on a temporary.
fn of(_: &D, n: u32) -> Option<u32> {
    Some(n)
}

differs! {
    fn a_tail_that_suspends() as (), takes u32, yields u32 => {
        let n = { let local = d("local"); both(look(&d("t")), yield_!(1)) };
        log("after");
    }
    if !is_2024(),
    rustc "new local, new t, look, yielded 1, both, drop local, drop t, after",
    ours "new local, new t, look, yielded 1, both, drop t, drop local, after",
}

differs! {
    fn a_tail_that_leaves() as (), yields u32, returns u32 => {
        let local = d("local");
        yield_!(1);
        return look(&d("t"))
    }
    if !is_2024(),
    rustc "new local, yielded 1, new t, look, drop local, drop t, returned 16",
    ours "new local, yielded 1, new t, look, drop t, drop local, returned 16",
}

differs! {
    fn a_tail_that_a_suspension_follows() as (), takes u32, yields u32 => {
        let n = both({ let local = d("local"); look(&d("t")) }, yield_!(1));
        log("after");
    }
    if !is_2024(),
    rustc "new local, new t, look, drop local, yielded 1, both, drop t, after",
    ours "new local, new t, look, drop local, drop t, yielded 1, both, after",
}

differs! {
    fn an_if_let_whose_scrutinee_suspends() as (), takes u32, yields u32 => {
        if let Some(100..) = of(&d("t"), yield_!(1)) { log("then") } else { log("else") }
        log("after");
    }
    if !is_2024(),
    rustc "new t, yielded 1, else, drop t, after",
    ours "new t, yielded 1, drop t, else, after",
}

differs! {
    fn an_if_let_whose_branches_suspend() as (), takes u32, yields u32 => {
        if let Some(2) = of(&d("t"), 1) { log("then") } else { yield_!(1); log("else") }
        log("after");
    }
    if !is_2024(),
    rustc "new t, yielded 1, else, drop t, after",
    ours "new t, drop t, yielded 1, else, after",
}

differs! {
    /// Where it is no tail, it ends as in any function: see `editions.rs`; where nothing is declared for the local
    /// behind it, too: see `settled_in_order.rs`.
    fn an_if_let_as_a_tail_of_which_a_branch_moves_a_local_that_is_filled_again(mut x: D) as (d("x")), yields u32 => {
        {
            let local = d("local");
            if let Some(2) = of(&d("t"), 1) { drop(x) } else { log("else") }
        }
        log("after");
        yield_!(1);
        x = d("y");
    }
    if !is_2024(),
    rustc "new x, new local, new t, else, drop local, drop t, after, yielded 1, new y, drop x, drop y",
    ours "new x, new local, new t, else, drop t, drop local, after, yielded 1, new y, drop x, drop y",
}

differs! {
    fn an_if_let_that_a_suspension_follows() as (), takes u32, yields u32 => {
        let n = both(if let Some(2) = of(&d("t"), 1) { 1 } else { see("else", 2) }, yield_!(1));
        log("after");
    }
    if !is_2024(),
    rustc "new t, else, yielded 1, both, drop t, after",
    ours "new t, else, drop t, yielded 1, both, after",
}

differs! {
    fn the_tail_of_an_arm_that_suspends() as (), yields u32 => {
        let n = match Some(d("bound")) {
            Some(bound) => { yield_!(1); look(&d("t")) }
            None => 2,
        };
        log("after");
    }
    if !is_2024(),
    rustc "new bound, yielded 1, new t, look, drop t, drop bound, after",
    ours "new bound, yielded 1, new t, look, drop bound, drop t, after",
}

differs! {
    fn what_is_matched_when_a_guard_panics() as (), yields u32 => {
        let local = d("local");
        match Some(d("matched")) {
            Some(matched) if fail() => {}
            _ => { yield_!(1); }
        }
    }
    if !is_2024(),
    rustc "new local, new matched, drop local, drop matched, resume panicked: failed",
    ours "new local, new matched, drop matched, drop local, resume panicked: failed",
}

/// Makes a value.
fn made(n: u32) -> D {
    d(if n > 3 { "many" } else { "few" })
}

differs! {
    fn the_block_of_an_arm_whose_value_nobody_takes() as (), takes u32, yields u32 => {
        match 1 { _ => { made(look(&d({ yield_!(1); "t" }))) } };
        log("after");
    }
    if !is_2024(),
    rustc "yielded 1, new t, look, new many, drop t, drop many, after",
    ours "yielded 1, new t, look, new many, drop many, drop t, after",
}
