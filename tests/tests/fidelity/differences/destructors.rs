//! Destructors that panic.

use coro_tests::{d, differs, log};

/// Panics when it drops.
struct Failing {
    kind: u32,
}

struct Holder {
    failing: Failing,
    n: u32,
}

impl Drop for Failing {
    fn drop(&mut self) {
        log("fails");
        super::fail();
    }
}

differs! {
    fn of_what_the_match_of_a_let_looks_at() as (), yields u32 => {
        let value = match (Failing { kind: 1 }) { _ => { yield_!(1); d("value") } };
        log("after");
    }
    rustc "yielded 1, new value, fails, drop value, resume panicked: failed",
    ours "yielded 1, new value, fails, resume panicked: failed",
}

differs! {
    /// It ends at the suspension, which has been reached by then.
    fn of_what_a_pattern_leaves_out() as (), yields u32 => {
        match (Holder { failing: Failing { kind: 1 }, n: 2 }) {
            Holder { n, .. } => { yield_!(n); log("body"); }
        }
        log("after");
    }
    rustc "yielded 2, body, fails, resume panicked: failed",
    ours "fails, resume panicked: failed, is complete when resumed after panicking",
}
