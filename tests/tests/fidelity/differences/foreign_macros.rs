//! Macros from elsewhere, whose output the attribute does not see.

use coro_tests::{d, differs, log};

use super::both;

macro_rules! defer_log {
    ($message:expr) => {
        let _guard = d($message);
    };
}

differs! {
    fn a_guard_that_a_macro_declares() as (), yields u32 => {
        defer_log!("guard");
        yield_!(1);
        log("after");
    }
    rustc "new guard, yielded 1, after, drop guard",
    ours "new guard, drop guard, yielded 1, after",
}

macro_rules! number {
    ($name:expr) => {
        d($name).n
    };
}

differs! {
    fn a_temporary_that_a_macro_makes() as (), takes u32, yields u32 => {
        let n = both(number!("made"), yield_!(1));
        log("after");
    }
    rustc "new made, yielded 1, both, drop made, after",
    ours "new made, drop made, yielded 1, both, after",
}

differs! {
    fn a_scrutinee_that_a_macro_makes() as (), yields u32 => {
        match number!("made") { n => { yield_!(1); log("body"); } }
        log("after");
    }
    rustc "new made, yielded 1, body, drop made, after",
    ours "new made, drop made, yielded 1, body, after",
}
