//! Where a coroutine is documented to behave otherwise than rustc's own, and nowhere else.
//!
//! What `..` in a pattern, or in a literal, leaves of a value has no name, so it ends at the first suspension;
//! methods and patterns count by their names.
//! The traces here are written out.

use coro_core::Resume;
use coro_tests::{D, d, log, logged};

/// Resumes a coroutine without inputs to its end.
fn run<C: Resume<(), u32>>(mut coroutine: C) {
    while let Some(n) = coroutine.resume(()).yielded() {
        log(format_args!("yielded {n}"));
    }
}

struct Token {
    kind: u32,
    text: D,
}

#[coro_core::coroutine]
fn rest_of_a_pattern() -> impl Resume<(), u32, Return = ()> {
    let token = || Token { kind: 1, text: d("text") };
    match token() {
        Token { kind, .. } => {
            yield_!(kind);
            log("resumed");
        }
    }
    log("after");
}

#[test]
fn what_a_pattern_leaves_out() {
    let events = logged(|| run(rest_of_a_pattern()));
    assert_eq!(events, ["new text", "drop text", "yielded 1", "resumed", "after"]);
}

#[coro_core::coroutine]
fn rest_of_a_borrow() -> impl Resume<(), u32, Return = ()> {
    let both = || (d("borrowed"), d("rest"));
    let (ref borrowed, ..) = both();
    yield_!(1);
    log("after");
}

#[test]
fn what_a_pattern_of_a_let_that_borrows_leaves_out() {
    let events = logged(|| run(rest_of_a_borrow()));
    let expected = ["new borrowed", "new rest", "drop rest", "yielded 1", "after", "drop borrowed"];
    assert_eq!(events, expected);
}

#[coro_core::coroutine]
fn rest_of_an_array() -> impl Resume<(), u32, Return = ()> {
    match [d("a"), d("b")] {
        [_, _b] => yield_!(1),
    }
    log("after");
}

#[test]
fn what_a_pattern_of_an_array_leaves_out() {
    let events = logged(|| run(rest_of_an_array()));
    assert_eq!(events, ["new a", "new b", "drop a", "yielded 1", "drop b", "after"]);
}

struct Pair {
    a: D,
    b: D,
}

fn both(pair: &Pair, n: u32) -> u32 {
    log(format_args!("both {} {}", pair.a.name(), pair.b.name()));
    n
}

#[coro_core::coroutine]
fn base() -> impl Resume<(), u32, Return = ()> {
    let base = || Pair { a: d("left"), b: d("b") };
    both(&Pair { a: d("a"), ..base() }, {
        yield_!(1);
        2
    });
    log("after");
}

#[test]
fn what_a_struct_leaves_of_its_base() {
    let events = logged(|| run(base()));
    let before = ["new a", "new left", "new b", "drop left", "yielded 1"];
    assert_eq!(events, [before.as_slice(), &["both a b", "drop a", "drop b", "after"]].concat());
}

#[coro_core::coroutine]
fn guard_that_panics() -> impl Resume<(), u32, Return = u32> {
    fn choose(_: D, n: u32) -> u32 {
        n
    }
    fn fail() -> bool {
        std::panic::resume_unwind(Box::new("in the guard"))
    }
    choose(
        d("operand"),
        match Some(d("matched")) {
            Some(matched) if fail() => matched.n,
            _ => {
                yield_!(2);
                3
            }
        },
    )
}

#[test]
fn what_a_guard_that_panics_looks_at() {
    let events = logged(|| {
        let run = std::panic::AssertUnwindSafe(|| guard_that_panics().resume(()));
        assert!(std::panic::catch_unwind(run).is_err());
    });
    assert_eq!(events, ["new operand", "new matched", "drop matched", "drop operand"]);
}

struct Borrowing(D);

impl Borrowing {
    fn into_count(&self) -> u32 {
        log(self.0.name());
        2
    }
}

#[coro_core::coroutine]
fn method_by_name() -> impl Resume<(), u32, Return = ()> {
    let borrowing = Borrowing(d("borrowing"));
    let n = borrowing.into_count();
    yield_!(n);
    log("after");
}

#[test]
fn a_method_that_borrows_under_a_name_that_takes() {
    let events = logged(|| run(method_by_name()));
    assert_eq!(events, ["new borrowing", "borrowing", "drop borrowing", "yielded 2", "after"]);
}

struct Counted {
    n: u32,
}

impl Drop for Counted {
    fn drop(&mut self) {
        log("drop counted");
    }
}

#[coro_core::coroutine]
fn copied_fields() -> impl Resume<(), u32, Return = ()> {
    let counted = Counted { n: 3 };
    let Counted { n } = counted;
    yield_!(n);
    log("after");
}

#[test]
fn a_pattern_that_only_copies_out_of_what_implements_drop() {
    let events = logged(|| run(copied_fields()));
    assert_eq!(events, ["drop counted", "yielded 3", "after"]);
}

#[coro_core::coroutine]
fn array() -> impl Resume<(), u32, Return = ()> {
    let array = [d("first"), d("second")];
    yield_!(1);
    let [_first, _second] = array;
}

#[test]
fn an_array_that_a_pattern_takes_apart_later() {
    let events = logged(|| assert_eq!(array().resume(()).yielded(), Some(1)));
    assert_eq!(events, ["new first", "new second", "drop first", "drop second"]);
}

macro_rules! defer_log {
    ($message:expr) => {
        let _guard = d($message);
    };
}

#[coro_core::coroutine]
fn declared_by_a_macro() -> impl Resume<(), u32, Return = ()> {
    defer_log!("guard");
    yield_!(1);
    log("after");
}

#[test]
fn a_guard_that_a_macro_declares() {
    let events = logged(|| run(declared_by_a_macro()));
    assert_eq!(events, ["new guard", "drop guard", "yielded 1", "after"]);
}
