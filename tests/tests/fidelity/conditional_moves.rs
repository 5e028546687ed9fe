//! Locals moved out, or initialised, on some paths only: rustc keeps a drop flag.

use coro_core::Resume;
use coro_tests::{D, d, eat, fidelity, log, logged, see};

fidelity! {
    fn moved_in_one_branch() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        if yield_!(1) {
            drop(a);
        }
        yield_!(2);
        log("end");
        b.id()
    }
}

fidelity! {
    fn moved_in_a_branch_without_suspension(c: bool) as (true), yields u32, returns u32 => {
        let a = d("a");
        if c { drop(a); }
        yield_!(1);
        log("end");
        2
    }
}

fidelity! {
    fn kept_by_a_branch_without_suspension(c: bool) as (false), yields u32, returns u32 => {
        let a = d("a");
        if c { drop(a); }
        yield_!(1);
        log("end");
        2
    }
}

fidelity! {
    fn moved_in_both_branches() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let n = if yield_!(1) { eat(a) } else { yield_!(2); eat(a) + 1 };
        yield_!(n);
        n
    }
}

fidelity! {
    fn moved_in_one_branch_that_suspends() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        if yield_!(1) {
            let n = eat(a);
            yield_!(n);
            log("end of then");
        } else {
            yield_!(2);
            log("end of else");
        }
        yield_!(3);
        4
    }
}

fidelity! {
    fn moved_in_one_arm_of_a_match() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        match yield_!(1) {
            0..=2 => drop(a),
            3 | 4 => drop(b),
            5 => { drop(b); drop(a); }
            _ => {}
        }
        yield_!(2);
        log("end");
        3
    }
}

fidelity! {
    fn moved_behind_a_short_circuit() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let is = yield_!(1) && eat(a) > 3;
        yield_!(is as u32);
        log("end");
        2
    }
}

fidelity! {
    fn moved_behind_a_suspending_short_circuit() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        if yield_!(1) && { drop(a); yield_!(2) } || { drop(b); yield_!(3) } {
            yield_!(4);
        }
        log("end");
        5
    }
}

fidelity! {
    fn moved_on_one_path_and_assigned_again() as (), takes bool, yields u32, returns u32 => {
        let mut a = d("first");
        if yield_!(1) {
            drop(a);
            a = d("second");
        }
        yield_!(2);
        a.id()
    }
}

fidelity! {
    fn moved_on_one_path_and_assigned_later() as (), takes bool, yields u32, returns u32 => {
        let mut a = d("first");
        if yield_!(1) { drop(a); }
        yield_!(2);
        a = d("second");
        yield_!(3);
        a.id()
    }
}

fidelity! {
    fn moved_on_a_path_that_returns() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        if yield_!(1) {
            let n = eat(a);
            yield_!(n);
            return n;
        }
        yield_!(2);
        a.id()
    }
}

fidelity! {
    fn initialised_on_one_path() as (), takes bool, yields u32, returns u32 => {
        let late;
        let b = d("b");
        if yield_!(1) {
            late = d("late");
            log("initialised");
        }
        yield_!(2);
        log("end");
        b.id()
    }
}

fidelity! {
    fn initialised_on_one_path_that_suspends() as (), takes bool, yields u32, returns u32 => {
        let late;
        if yield_!(1) {
            late = d("late");
            yield_!(late.n);
        } else {
            yield_!(3);
        }
        let after = d("after");
        yield_!(4);
        log("end");
        5
    }
}

fidelity! {
    fn moved_on_some_paths_of_a_nest() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        if yield_!(1) {
            if yield_!(2) {
                drop(a);
            } else {
                drop(b);
            }
            yield_!(3);
            log("inner end");
        }
        yield_!(4);
        log("end");
        5
    }
}

fidelity! {
    fn moved_once_in_a_sequence_of_branches() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let c = yield_!(1);
        let n = if c { eat(a) } else { 0 };
        let m = if yield_!(n) { 1 } else { 2 };
        yield_!(m);
        log("end");
        m + n
    }
}

fidelity! {
    fn moved_into_a_yield_on_one_path() as (), takes bool, yields Option<D>, returns u32 => {
        let a = d("a");
        if yield_!(None) {
            yield_!(Some(a));
        }
        log("middle");
        yield_!(None);
        log("end");
        3
    }
}

fidelity! {
    fn moved_into_a_let_else() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let Some(b) = (if yield_!(1) { Some(a) } else { None }) else {
            yield_!(2);
            log("in else");
            return 0;
        };
        yield_!(3);
        b.id()
    }
}

fidelity! {
    fn moved_by_a_question_mark_operand() as (), takes bool, yields u32, returns Option<u32> => {
        let a = d("a");
        let b = d("b");
        let n = if yield_!(1) { Some(eat(a)) } else { None }?;
        yield_!(n);
        log("end");
        Some(b.id())
    }
}

fidelity! {
    fn two_flags_at_once() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b;
        let c = d("c");
        match yield_!(1) {
            0 | 1 => { drop(a); b = d("b"); }
            2 | 3 => b = a,
            4 => { b = c; }
            _ => {}
        }
        yield_!(2);
        log("end");
        3
    }
}

fidelity! {
    fn moved_from_one_local_to_another_on_one_path() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let b;
        if yield_!(1) { b = a; } else { b = d("b"); }
        yield_!(2);
        b.id()
    }
}

fidelity! {
    fn moved_in_the_first_iteration_only() as (), takes bool, yields u32, returns u32 => {
        let mut a = Some(d("a"));
        for i in 0..3 {
            if i == 0 && yield_!(i) {
                if let Some(a) = a.take() { drop(a); }
            }
            yield_!(i + 10);
        }
        log("end");
        a.map_or(0, |a| a.id())
    }
}

fidelity! {
    fn a_conditionally_moved_local_of_an_inner_scope() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        for i in 0..3 {
            let a = d(format!("a{i}"));
            let b = d(format!("b{i}"));
            if yield_!(i) { n += eat(a); }
            yield_!(n);
            log("end of the round");
        }
        n
    }
}

fidelity! {
    fn a_conditionally_moved_parameter(a: D, b: D) as (d("a"), d("b")), takes bool, yields u32, returns u32 => {
        if yield_!(1) { drop(a); }
        yield_!(2);
        log("end");
        3
    }
}

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

fidelity! {
    /// What an `if let` leaves of the first meets what the second leaves.
    fn options_taken_apart_one_after_the_other(left: Option<D>, right: Option<D>) as (Some(d("left")), None), takes u32, yields u32 => {
        if let Some(left) = left { for n in 0..left.n { yield_!(n); } }
        log("middle");
        if let Some(right) = right { yield_!(right.n); }
        log("end");
    }
}

fidelity! {
    /// Moved on the way to one of two ends of a labelled block that is matched against.
    fn in_a_labelled_block_that_is_matched(x: D) as (d("x")), takes (), yields u32, returns u32 => {
        if let Some(_) = 'a: {
            if see("leave", true) {
                break 'a Some(1);
            }
            eat(x);
            None
        } {
            log("some");
        } else {
            yield_!(1);
        }
        yield_!(2);
        3
    }
}

fidelity! {
    fn options_that_delegate_one_after_the_other(left: Option<D>, value: D, right: Option<D>) as (None, d("value"), Some(d("right"))), takes u32, yields u32 => {
        if let Some(left) = left { yield_from!(std::iter::once(left.n)); }
        yield_!(value.n);
        if let Some(right) = right { yield_from!(std::iter::once(right.n)); }
        log("end");
    }
}

fidelity! {
    /// One arm replaces the value, the other keeps it across a suspension of its own.
    fn replaced_in_one_arm_and_kept_in_the_other() as (), takes u32, yields u32, returns u32 => {
        let mut guard = d("first");
        let mut other = d("other");
        yield_!(0);
        match yield_!(1) {
            0 => { yield_!(2); log("kept"); }
            1 => { guard = d("second"); yield_!(3); }
            2 => log("nothing"),
            3 => { if yield_!(4) > 5 { guard = d("third"); } log("maybe"); other = d("another"); }
            _ => { guard = { yield_!(5); d("fourth") }; yield_!(6); }
        }
        yield_!(7);
        8
    }
}

fidelity! {
    /// Assigned on one path and left as it is on the other, while nothing mentions the old value.
    fn assigned_on_one_path_after_a_suspension() as (), takes bool, yields u32, returns u32 => {
        let mut a = d("a");
        let c = yield_!(1);
        if c {
            a = d("b");
        } else {
            log("kept");
        }
        if yield_!(2) {
            yield_!(3);
        } else {
            a = d("c");
        }
        log("end");
        4
    }
}

fidelity! {
    /// A branch in the argument of a macro.
    fn moved_in_a_branch_inside_a_macro(x: Option<D>, c: bool) as (Some(d("x")), true), takes (), yields String, returns () => {
        yield_!(format!("{}", match c { true => { drop(x); 1 } false => 2 }));
        log("end");
    }
}

fidelity! {
    /// A short circuit in the argument of a macro.
    fn moved_behind_a_short_circuit_inside_a_macro(x: Option<D>, c: bool) as (Some(d("x")), true), takes (), yields String, returns () => {
        yield_!(format!("{} {}", c && { drop(x); true }, c));
        log("end");
    }
}

fidelity! {
    /// A branch behind `else` in the argument of a macro.
    fn moved_behind_else_inside_a_macro(x: D, c: u32) as (d("x"), 1), takes (), yields u32, returns () => {
        assert_ne!(8, {
            if c == 0 {} else if c == 1 { drop(x); }
            2
        });
        yield_!(1);
        log("end");
    }
}

fidelity! {
    /// The value of a branch that is dropped outlives what its pattern binds.
    fn moved_in_an_arm_whose_value_is_dropped(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        match Some(d("bound")) {
            Some(_bound) => {
                if n == 2 { drop(x); }
                Some(d("value"))
            }
            None => None,
        };
        yield_!(1);
        log("end");
    }
}

fidelity! {
    /// As above, with an `if let`.
    fn moved_in_an_if_let_whose_value_is_dropped(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        if let Some(_bound) = Some(d("bound")) {
            let _inner = d("inner");
            if n == 2 { drop(x); }
            Some(d("value"))
        } else {
            None
        };
        yield_!(1);
        log("end");
    }
}

fidelity! {
    /// Going on with a loop leaves what the end of its body has moved.
    fn assigned_anew_unless_the_loop_goes_on(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        let mut x = x;
        for i in 0..3 {
            let _round = d("round");
            x = if i == n { d("other") } else { log("goes on"); continue };
            eat(x);
        }
        yield_!(1);
        let mut y = d("y");
        let mut i = 0;
        while i < 3 {
            i += 1;
            if i == n { continue }
            y = d("again");
            if i == 1 { continue }
            eat(y);
        }
        yield_!(2);
        let mut z = d("z");
        loop {
            i += 1;
            z = match i { 5 => d("five"), 6 => break, _ => continue };
            drop(z);
        }
        yield_!(3);
        log("end");
    }
}

fidelity! {
    /// What is moved before a branch is moved on each of its ways: it stays whole.
    fn moved_in_a_scrutinee(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        let (1, _) = (match { match n { 2 => { eat(x); } _ => {} } Some(d("matched")) } {
            Some(_) => (1, d("value")),
            None => (2, d("none")),
        }) else {
            return;
        };
        yield_!(1);
        log("end");
    }
}

fidelity! {
    /// The temporaries of a condition that moves a local on some ways end with it.
    fn moved_in_a_condition_with_temporaries(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns u32 => {
        fn pick(_: &D, n: u32) -> bool { log("pick"); n > 9 }
        let found = if pick(&d("temporary"), match Some(d("given")) { Some(given) if n == 2 => given.n, _ => x.n + eat(x) }) {
            1
        } else if pick(&d("second"), n) {
            log("returns");
            return 2;
        } else {
            3
        };
        yield_!(1);
        found
    }
}

fidelity! {
    /// A name in a pattern moves what it matches, unless that can be copied.
    fn moved_by_a_pattern_in_a_value(x: Option<D>, y: Result<u32, D>) as (Some(d("x")), Ok(2)), takes (), yields u32, returns u32 => {
        let n = match y { Ok(n) => n, Err(_) => 0 };
        let m = match x { Some(x) if n > 5 => x.n, Some(x) => eat(x), None => 0 };
        yield_!(n);
        log("end");
        m
    }
}

fidelity! {
    /// What a destructuring assignment takes nothing of ends with its statement.
    fn moved_in_the_value_of_a_destructuring_assignment(x: D, y: D, n: u32) as (d("x"), d("y"), 2), takes (), yields u32, returns () => {
        let mut y = y;
        (y, _) = match n { 2 => (x, y), _ => (d("other"), y) };
        log("next statement");
        yield_!(1);
        log("end");
    }
}

fidelity! {
    /// What is matched without a name ends with the statement, where one arm moves a local.
    fn moved_in_a_passed_arm(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        fn pick(_: D, n: u32) -> u32 { log("pick"); n }
        let n = pick(d("first"), match Ok::<D, D>(d("matched")) { Ok(_) if n == 2 => eat(x), Ok(_) => 1, Err(_) => 2 });
        yield_!(n);
        log("end");
    }
}

fidelity! {
    /// A single arm is no choice.
    fn moved_in_a_single_arm(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        if n == 2 {
            fn pick(_: u32, _: D) { log("pick") }
            pick(d("temporary").id(), match d("matched") { _ => x });
            log("next statement");
        }
        yield_!(n);
        log("end");
    }
}

fidelity! {
    /// What is matched lives to the end of the statement, where the arms move different locals, too.
    fn arms_that_look_at_a_temporary(x: D, y: D, ask: bool) as (d("x"), d("y"), true), takes u32, yields u32, returns u32 => {
        if ask {
            for item in match Some(d("matched")) { Some(_) => [x, y], None => [y, x] } {
                log("in the loop");
                eat(item);
            }
        }
        yield_!(1)
    }
}

fidelity! {
    fn arms_of_a_scrutinee(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        if let Ok(n) = match Some(d("matched")) {
            Some(_) => { eat(x); Ok(d("a")) }
            None => Err(d("b")),
        } {
            log("then");
        }
        let Some(n) = (match Some(d("matched")) {
            None => { eat(d("c")); None }
            Some(_) => Some(d("e")),
        }) else { return 1 };
        yield_!(2) + n.n
    }
}

fidelity! {
    /// The head of a loop that may not be reached moves a local, and keeps what it made.
    fn moved_in_the_head_of_a_loop(x: D, leave: bool) as (d("x"), false), takes u32, yields u32, returns u32 => {
        struct Many { n: u32, tag: D }
        'out: {
            if leave { break 'out; }
            for _ in 0..({ let taken = x; Many { n: 2, tag: d("tag") } }).n {
                log("in the loop");
            }
        }
        yield_!(1)
    }
}

#[coro_core::coroutine]
fn moved_as_a_value(kept: D) -> impl Resume<u32, u32, Return = ()> {
    if yield_!(1) > 3 {
        if let Some(_) = Some(d("matched")) {
            kept
        } else {
            kept
        };
        log("next statement");
    }
    yield_!(2);
}

/// Without `fidelity!`: where the destructor of what is matched panics, rustc leaks the value.
#[test]
fn a_value_that_nobody_takes_ends_behind_what_is_matched() {
    let events = logged(|| {
        let mut moved = moved_as_a_value(d("kept"));
        moved.resume(0);
        moved.resume(5);
    });
    assert_eq!(events, ["new kept", "new matched", "drop matched", "drop kept", "next statement"]);
}

fidelity! {
    fn what_arms_take_behind_the_last_suspension(v: Option<u32>) as (Some(2)), takes u32, yields u32, returns u32 => {
        if see("first", 3) > 2 { see("v", v.unwrap_or(0)); }
        if see("second", 4) > 5 { yield_!(2); return 1; }
        yield_!(3);
        let i = d("i");
        let p = &i;
        if see("third", 5) > 4 { see("v", v.unwrap_or(0)); }
        p.id()
    }
}

fidelity! {
    fn taken_out_of_a_box_in_an_arm(boxed: Box<D>, c: bool) as (Box::new(d("b")), true), yields u32, returns () => {
        yield_!(0);
        if c {
            let out = *boxed;
            yield_!(out.id());
        } else {
            drop(boxed);
        }
        yield_!(2);
        log("end");
    }
}

fidelity! {
    fn dropped_whole_or_out_of_its_box(boxed: Box<D>) as (Box::new(d("b"))), takes bool, yields u32, returns () => {
        let local = boxed;
        if yield_!(1) {
            drop(local);
            yield_!(2);
        } else {
            yield_!(3);
            drop(*local);
            yield_!(4);
        }
        yield_!(5);
    }
}
