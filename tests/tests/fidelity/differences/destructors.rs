//! Destructors that panic.

use coro_tests::{D, d, differs, log, run::Scenario};

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

fn found() -> Result<D, D> {
    Ok(d("left"))
}

differs! {
    /// What the assignment takes is in its place then.
    fn of_what_an_assignment_leaves() as (), yields u32 => {
        let mut x = d("x");
        (x, _) = match found() {
            Ok(_) => (d("taken"), d("failing")),
            Err(_error) => { yield_!(1); (d("other"), d("nothing")) }
        };
    }
    in Scenario { panic_at: Some(4), ..Scenario::complete(0) },
    rustc "new x, new left, new taken, new failing, drop failing, ** panic **, drop left, drop taken, drop x, resume panicked: injected",
    ours "new x, new left, new taken, new failing, drop failing, ** panic **, drop taken, drop left, drop x, resume panicked: injected",
}

fn look(d: &D) -> u32 {
    d.n
}

differs! {
    /// So is what a `let` takes.
    fn of_what_a_let_leaves() as (), yields u32 => {
        let (_, _x, _) = (look(&d("lent")), { yield_!(1); d("taken") }, d("failing"));
        log("after");
    }
    in Scenario { panic_at: Some(3), ..Scenario::complete(0) },
    rustc "new lent, yielded 1, new taken, new failing, drop failing, ** panic **, drop lent, drop taken, resume panicked: injected",
    ours "new lent, yielded 1, new taken, new failing, drop failing, ** panic **, drop taken, drop lent, resume panicked: injected",
}
