//! Where a coroutine is documented to behave otherwise than rustc's own, and nowhere else.
//!
//! The temporaries of a scrutinee, or of the head of a `for`, end at the first suspension inside
//! the body instead of at its end: they cannot be carried, since what the arms bind may borrow from
//! them. The traces here are written out.

use coro_core::Resume;
use coro_tests::{D, d, log, logged};

/// Resumes a coroutine without inputs to its end.
fn run<C: Resume<(), u32>>(mut coroutine: C) {
    while let Some(n) = coroutine.resume(()).yielded() {
        log(format_args!("yielded {n}"));
    }
}

#[coro_core::coroutine]
fn matching() -> impl Resume<(), u32, Return = ()> {
    match d("t").id() {
        0 => {}
        n => {
            log("arm");
            yield_!(n);
            log("resumed");
        }
    }
    log("after");
}

#[test]
fn the_temporaries_of_a_match() {
    let events = logged(|| run(matching()));
    assert_eq!(events, ["new t", "use t", "arm", "drop t", "yielded 16", "resumed", "after"]);
}

#[coro_core::coroutine]
fn if_let() -> impl Resume<(), u32, Return = ()> {
    if let Some(n) = Some(d("t").id()) {
        log("then");
        yield_!(n);
        log("resumed");
    }
    log("after");
}

#[test]
fn the_temporaries_of_an_if_let() {
    let events = logged(|| run(if_let()));
    assert_eq!(events, ["new t", "use t", "then", "drop t", "yielded 16", "resumed", "after"]);
}

#[coro_core::coroutine]
fn while_let() -> impl Resume<(), u32, Return = ()> {
    let mut round = 0;
    while let Some(n) = Some(d("t").id()).filter(|_| round < 1) {
        round += 1;
        yield_!(n);
        log("resumed");
    }
    log("after");
}

#[test]
fn the_temporaries_of_a_while_let() {
    let events = logged(|| run(while_let()));
    let expected =
        ["new t", "use t", "drop t", "yielded 16", "resumed", "new t", "use t", "drop t", "after"];
    assert_eq!(events, expected);
}

#[coro_core::coroutine]
fn head_of_a_for() -> impl Resume<(), u32, Return = ()> {
    for i in 0..d("t").id().min(2) {
        yield_!(i);
    }
    log("after");
}

#[test]
fn the_temporaries_of_the_head_of_a_for() {
    let events = logged(|| run(head_of_a_for()));
    assert_eq!(events, ["new t", "use t", "drop t", "yielded 0", "yielded 1", "after"]);
}

#[coro_core::coroutine]
fn if_let_else(then: bool) -> impl Resume<(), u32, Return = ()> {
    if let Some(n) = Some(d("t").id()).filter(|_| then) {
        yield_!(n);
        log("then");
    } else {
        yield_!(1);
        log("else");
    }
    log("after");
}

/// In the 2024 edition, the `else` block runs when the temporaries are gone.
#[test]
fn the_temporaries_of_an_if_let_with_an_else() {
    let events = logged(|| run(if_let_else(true)));
    assert_eq!(events, ["new t", "use t", "drop t", "yielded 16", "then", "after"]);
    let events = logged(|| run(if_let_else(false)));
    assert_eq!(events, ["new t", "use t", "drop t", "yielded 1", "else", "after"]);
}

#[coro_core::coroutine]
fn nested() -> impl Resume<(), u32, Return = ()> {
    let _outer = d("outer");
    match d("t").id() {
        n => match d("u").id() {
            m => {
                log("arms");
                yield_!(n + m);
                log("resumed");
            }
        },
    }
    log("after");
}

#[test]
fn the_temporaries_of_nested_matches() {
    let events = logged(|| run(nested()));
    let before = ["new outer", "new t", "use t", "new u", "use u", "arms"];
    let after = ["yielded 33", "resumed", "after", "drop outer"];
    assert_eq!(events, [before.as_slice(), &["drop u", "drop t"], &after].concat());
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
