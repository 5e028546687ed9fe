//! Where a coroutine is documented to behave otherwise than rustc's own, and nowhere else.
//!
//! What `..` in a pattern, or in a literal, leaves of a value has no name, so it ends at the first suspension;
//! methods and patterns count by their names.
//! The traces here are written out.

use coro_core::Resume;
use coro_tests::{D, d, log, logged, see};

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
    let all = || (d("borrowed"), d("taken"), d("rest"));
    let (ref borrowed, taken, ..) = all();
    yield_!(1);
    log("after");
}

#[test]
fn what_a_pattern_of_a_let_that_borrows_and_takes_leaves_out() {
    let events = logged(|| run(rest_of_a_borrow()));
    let made = ["new borrowed", "new taken", "new rest"];
    let ended = ["drop rest", "yielded 1", "after", "drop taken", "drop borrowed"];
    assert_eq!(events, [&made[..], &ended].concat());
}

struct Ranked {
    first: D,
    kind: u32,
    second: D,
}

#[coro_core::coroutine]
fn fields_in_another_order() -> impl Resume<(), u32, Return = ()> {
    let ranked = || Ranked { first: d("first"), kind: 1, second: d("second") };
    let Ranked { ref second, kind, ref first } = ranked();
    let kind = kind + first.n - second.n;
    yield_!(kind);
    log("after");
}

#[test]
fn a_pattern_of_a_let_that_borrows_and_takes_in_another_order() {
    let events = logged(|| run(fields_in_another_order()));
    assert_eq!(events[3..], ["after", "drop second", "drop first"]);
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
    let base = || Pair { a: d("first"), b: d("second") };
    both(&Pair { b: d("b"), a: d("a"), ..base() }, {
        yield_!(1);
        2
    });
    log("after");
}

#[test]
fn order_of_what_a_struct_leaves_of_its_base() {
    let events = logged(|| run(base()));
    let before = ["new b", "new a", "new first", "new second", "yielded 1", "both a b"];
    let left = ["drop a", "drop b", "drop second", "drop first", "after"];
    assert_eq!(events, [before.as_slice(), &left].concat());
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

/// A smart pointer that logs.
struct Shelf(Vec<u32>);

impl std::ops::Deref for Shelf {
    type Target = Vec<u32>;

    fn deref(&self) -> &Vec<u32> {
        log("deref");
        &self.0
    }
}

#[coro_core::coroutine]
fn dereferenced() -> impl Resume<(), u32, Return = ()> {
    let shelf = Shelf(vec![1]);
    let same = shelf.eq(&vec![{
        yield_!(1);
        1
    }]);
    log(same);
}

#[test]
fn a_receiver_behind_an_overloaded_deref() {
    let events = logged(|| run(dereferenced()));
    assert_eq!(events, ["yielded 1", "deref", "true"]);
}

#[coro_core::coroutine]
fn indexed() -> impl Resume<(), u32, Return = ()> {
    let list = vec![2_u32];
    let power = list[see("index", 4)].pow({
        yield_!(1);
        2
    });
    log(power);
}

#[test]
fn a_receiver_that_is_indexed() {
    let mut coroutine = indexed();
    let events = logged(|| assert_eq!(coroutine.resume(()).yielded(), Some(1)));
    assert_eq!(events, ["index"]);
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| coroutine.resume(())));
    assert!(panicked.is_err());
}

impl std::ops::DerefMut for Shelf {
    fn deref_mut(&mut self) -> &mut Vec<u32> {
        log("deref_mut");
        &mut self.0
    }
}

#[coro_core::coroutine]
fn compared() -> impl Resume<(), u32, Return = ()> {
    let shelf = Shelf(vec![1]);
    let less = shelf[0] < {
        yield_!(1);
        2
    };
    log(less);
}

#[test]
fn a_left_side_that_is_indexed() {
    let events = logged(|| run(compared()));
    assert_eq!(events, ["yielded 1", "deref", "true"]);
}

#[coro_core::coroutine]
fn added() -> impl Resume<(), u32, Return = ()> {
    let mut shelf = Shelf(vec![1]);
    let mut sum = std::num::Wrapping(1);
    shelf[0] += {
        yield_!(1);
        log("right");
        2
    };
    sum += shelf[0];
    log(sum);
}

#[test]
fn a_place_that_is_added_to() {
    let events = logged(|| run(added()));
    assert_eq!(events, ["yielded 1", "right", "deref_mut", "deref", "4"]);
}

#[coro_core::coroutine]
fn borrows_two() -> impl Resume<(), u32, Return = ()> {
    let made = |_: &D, name| d(name);
    let (first, second) = (&made(&d("temporary"), "first"), &d("second"));
    let sum = first.n + second.n;
    yield_!(sum);
}

#[test]
fn a_let_that_borrows_two_values() {
    let events = logged(|| drop(borrows_two().resume(())));
    assert_eq!(events[..4], ["new temporary", "new first", "drop temporary", "new second"]);
}

#[coro_core::coroutine]
fn array_of_a_let() -> impl Resume<(), u32, Return = ()> {
    let [taken, ref borrowed] = [d("taken"), d("borrowed")];
    log(borrowed.name());
    yield_!(2);
    log("after");
    drop(taken);
}

#[test]
fn what_a_let_borrows_of_an_array() {
    let events = logged(|| run(array_of_a_let()));
    let made = ["new taken", "new borrowed", "borrowed"];
    let ended = ["drop borrowed", "yielded 2", "after", "drop taken"];
    assert_eq!(events, [&made[..], &ended].concat());
}

/// A value that says when it is compared.
#[derive(Debug)]
struct Compared(u32);

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        log("compared");
        self.0 == other.0
    }
}

#[coro_core::coroutine]
fn assertion() -> impl Resume<(), u32, Return = ()> {
    let (one, other) = (Compared(1), Compared(2));
    assert_eq!(one, other, "differs {:?}", yield_!(3));
}

#[test]
fn an_assertion_whose_message_suspends() {
    let events = logged(|| {
        let run = std::panic::AssertUnwindSafe(|| run(assertion()));
        log(if std::panic::catch_unwind(run).is_err() { "failed" } else { "held" });
    });
    assert_eq!(events, ["compared", "yielded 3", "compared", "failed"]);
}

#[coro_core::coroutine]
fn borrowed_by_an_operand() -> impl Resume<(), u32, Return = ()> {
    let pair = || (d("borrowed"), 2);
    let n = match pair() {
        (ref borrowed, n) => {
            yield_!(n);
            n
        }
    } + see("later", 1);
    drop(n);
}

#[test]
fn what_a_match_borrows_beside_what_it_takes() {
    let events = logged(|| run(borrowed_by_an_operand()));
    // In a function, it drops behind "later".
    assert_eq!(events, ["new borrowed", "yielded 2", "drop borrowed", "later"]);
}
