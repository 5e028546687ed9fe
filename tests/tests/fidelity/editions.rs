//! What changes with the edition of the body: when temporaries of tails and of `if let` end.
//!
//! In the 2021 edition the same file is compiled again, where the other trace is right.

use coro_core::Resume;
use coro_tests::{D, d, eat, fidelity, log, logged, see};

use super::differences::is_2024;

fn is_more(n: u32) -> bool {
    see("is_more", n) > 3
}

fn run<C: Resume<(), u32, Return = u32>>(mut coroutine: C) -> Vec<String> {
    logged(|| while coroutine.resume(()).yielded().is_some() {})
}

#[coro_core::coroutine]
fn tail() -> impl Resume<(), u32, Return = u32> {
    let _a = d("a");
    yield_!(1);
    d("t").id()
}

#[test]
fn the_temporaries_of_a_tail() {
    let order = if is_2024() { ["drop t", "drop a"] } else { ["drop a", "drop t"] };
    assert_eq!(run(tail()), [["new a", "new t", "use t"].as_slice(), &order].concat());
}

#[coro_core::coroutine]
fn inner_tail() -> impl Resume<(), u32, Return = u32> {
    let n = {
        let _a = d("a");
        yield_!(1);
        d("t").id()
    };
    log("bound");
    n
}

#[test]
fn the_temporaries_of_the_tail_of_a_block() {
    let order = if is_2024() { ["drop t", "drop a"] } else { ["drop a", "drop t"] };
    let expected = [["new a", "new t", "use t"].as_slice(), &order, &["bound"]].concat();
    assert_eq!(run(inner_tail()), expected);
}

#[coro_core::coroutine]
fn if_let() -> impl Resume<(), u32, Return = u32> {
    yield_!(1);
    let n = if let Some(n) = d("t").id().checked_add(u32::MAX) {
        n
    } else {
        log("else");
        2
    };
    yield_!(n);
    n
}

#[test]
fn the_temporaries_of_an_if_let_before_its_else() {
    let order = if is_2024() { ["drop t", "else"] } else { ["else", "drop t"] };
    assert_eq!(run(if_let()), [["new t", "use t"].as_slice(), &order].concat());
}

fidelity! {
    fn a_tail_of_a_match_arm() as (), takes u32, yields u32, returns u32 => {
        let n = match yield_!(1) {
            0..=3 => { let a = d("a"); yield_!(2); d("t").id() }
            _ => { let b = d("b"); d("u").id() }
        };
        log("bound");
        n
    }
}

fidelity! {
    fn a_tail_of_a_loop_body_and_a_break() as (), takes bool, yields u32, returns u32 => {
        let n = 'a: {
            let a = d("a");
            loop {
                let b = d("b");
                if yield_!(1) { break 'a d("t").id() }
                if yield_!(2) { break }
                { let c = d("c"); d("u").id() };
            }
            d("v").id()
        };
        log("bound");
        n
    }
}

fidelity! {
    fn an_if_let_chain_of_elses() as (), takes u32, yields u32, returns u32 => {
        let n = yield_!(1);
        let m = if let 10.. = d("t").id() + n {
            log("first");
            n
        } else if let 0 = d("u").id() {
            log("second");
            1
        } else {
            log("third");
            2
        };
        log("bound");
        yield_!(m)
    }
}

fidelity! {
    fn a_tail_that_is_an_if_let() as (), takes Option<u32>, yields u32, returns u32 => {
        let a = d("a");
        if let Some(n) = yield_!(1) {
            d("t").id()
        } else {
            let b = d("b");
            d("u").id()
        }
    }
}

/// Returns what depends on a temporary.
fn of(_: &D, n: u32) -> Option<u32> {
    Some(n)
}

fidelity! {
    /// Where only one branch moves a local, what is matched ends as without.
    fn scrutinee_of_an_if_let_with_an_else_that_moves(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        let found = if let Some(2) = of(&d("scrutinee"), n) { 2 } else {
            log("else");
            drop(x);
            3
        };
        yield_!(found);
        log("end");
    }
}

fidelity! {
    /// As above, moved before the `else`.
    fn scrutinee_of_an_if_let_that_moves(x: D, n: u32) as (d("x"), 1), takes (), yields u32, returns () => {
        let found = if let Some(2) = of(&d("scrutinee"), n) { drop(x); 2 } else { log("else"); 3 };
        yield_!(found);
        log("end");
    }
}

fidelity! {
    /// As above, without an `else`.
    fn scrutinee_of_an_if_let_that_moves_without_else(x: D, n: u32) as (d("x"), 1), takes (), yields u32, returns () => {
        if let Some(2) = of(&d("scrutinee"), n) { drop(x); }
        log("after");
        yield_!(1);
        log("end");
    }
}

fidelity! {
    /// As above, behind an `else`.
    fn scrutinee_of_an_else_if_let_that_moves(x: D, n: u32) as (d("x"), 1), takes (), yields u32, returns () => {
        if let Some(2) = of(&d("first"), n) {
            log("first");
        } else if let Some(1) = of(&d("second"), n) {
            drop(x);
        } else if let Some(3) = of(&d("third"), n) {
            log("third");
        } else {
            log("else");
        }
        log("after");
        yield_!(1);
        log("end");
    }
}

fidelity! {
    fn of_a_match_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let local = d("local");
        yield_!(1);
        match (d("s"), 3) { (_, 3) => (), _ => log("other") }
    }
}

fidelity! {
    fn of_an_assignment_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let mut local = d("local");
        yield_!(1);
        local.n = d("t").id()
    }
}

fidelity! {
    fn of_a_compound_assignment_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let mut local = d("local");
        yield_!(1);
        local.n += d("t").id()
    }
}

fidelity! {
    fn of_an_if_let_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let local = d("local");
        yield_!(1);
        if let 0 = d("t").id() { log("x") } else { log("y") }
    }
}

fidelity! {
    fn of_an_if_let_in_a_block_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let local = d("local");
        yield_!(1);
        { let x = d("x"); if let 0 = d("t").id() { log("x") } else { log("y") } }
    }
}

fidelity! {
    fn of_a_for_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let local = d("local");
        yield_!(1);
        for _ in 0..d("t").id().min(2) { log("x") }
    }
}

fidelity! {
    fn of_an_else_if_let_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let local = d("local");
        yield_!(1);
        if let 1 = see("y", 1) { eat(local); } else if let 0 = d("t").id() { log("x") } else { log("y") }
    }
}

fidelity! {
    fn of_an_if_let_before_a_unit_tail() as (), takes u32, yields u32, returns () => {
        let x1 = d("x1");
        yield_!(3);
        if let None = Some(d("t")) {}
        ()
    }
}

fidelity! {
    fn of_an_if_let_without_else_at_the_end_of_the_body() as (), takes u32, yields u32, returns () => {
        let x1 = d("x1");
        yield_!(3);
        if let None = Some(d("t")) {}
    }
}

fidelity! {
    fn of_a_match_before_a_unit_tail() as (), takes u32, yields u32, returns () => {
        let x1 = d("x1");
        yield_!(3);
        match Some(d("t")) { None => {}, _ => {} }
        ()
    }
}

fidelity! {
    fn of_a_match_before_a_unit_tail_of_a_loop() as (), takes u32, yields u32, returns () => {
        loop { let x1 = d("x1"); if yield_!(3) > 3 { break; } match Some(d("t")) { None => {}, _ => {} } () }
    }
}

fidelity! {
    fn of_a_comparison_at_the_end_of_the_body() as (), takes u32, yields u32, returns bool => {
        let z = d("z");
        yield_!(1);
        d("p") == d("q")
    }
}

fidelity! {
    fn of_comparisons_in_blocks() as (), takes u32, yields u32, returns bool => {
        let z = d("z");
        let n = yield_!(1);
        let b = { let y = d("y"); d("p") < d("q") };
        yield_!(b as u32);
        if n > 1 { let w = d("w"); n == u(&d("v")) } else { let w = d("w"); d("r") != d("s") }
    }
}

fn u(x: &D) -> u32 {
    x.n
}

fidelity! {
    fn last_match_of_a_loop_that_assigns_its_item() as (), takes u32, yields u32, returns u32, unclonable => {
        for mut x in [d("a"), d("z")] { yield_!(1); match d("m") { ref r => { x = d("b"); } } } 1
    }
}

fidelity! {
    fn last_match_of_a_loop() as (), takes u32, yields u32, returns u32, unclonable => {
        for x in [d("a"), d("z")] { yield_!(1); match d("m") { ref r => { log("q"); } } } 1
    }
}

fidelity! {
    fn last_match_of_a_loop_that_continues() as (), takes u32, yields u32, returns u32, unclonable => {
        for x in [d("a"), d("z")] { yield_!(1); match d("m") { ref r => { if is_more(r.n) { log("q"); continue } } } } 1
    }
}

fidelity! {
    fn last_match_of_a_loop_around_another() as (), takes u32, yields u32, returns u32, unclonable => {
        for mut x in [d("a"), d("z")] { yield_!(1); match d("m") { ref r => { if let Some(y) = loop { if is_more(2) { x = d("n"); continue } else { eat(x); x = d("k"); } break Some(d("i")); } { eat(y); } } } } 1
    }
}

fidelity! {
    fn last_match_of_a_while_let() as (), takes u32, yields u32, returns u32, unclonable => {
        while let Some(x) = Some(d("a")) { if yield_!(1) > 4 { break } match d("m") { ref r => { log("q"); } } } 1
    }
}

fidelity! {
    fn last_match_of_a_loop_that_moves_its_item() as (), takes u32, yields u32, returns u32, unclonable => {
        for x in [d("a"), d("z")] { yield_!(1); match d("m") { ref r => { if is_more(4) { eat(x); } else { log("k"); } } } } 1
    }
}

fidelity! {
    fn last_match_of_an_arm() as (), takes u32, yields u32, returns u32, unclonable => {
        match Some(d("a")) { Some(x) => { yield_!(1); match d("m") { ref r => { if is_more(4) { eat(x); } else { log("k"); } } } } None => {} } 1
    }
}

fidelity! {
    fn last_if_let_of_an_if_let() as (), takes u32, yields u32, returns u32, unclonable => {
        if let Some(x) = Some(d("a")) { let y = d("y"); yield_!(1); if let Some(ref r) = Some(d("m")) { log("q"); } } log("z"); 1
    }
}

fidelity! {
    fn last_match_of_a_function(p: D) as (d("p")), takes u32, yields (), returns (), unclonable => {
        let y = d("y"); yield_!(); match d("m") { ref r => { log("q"); } }
    }
}

fidelity! {
    fn last_loop_of_a_while_let() as (), takes u32, yields u32, returns u32, unclonable => {
        while let Some(x) = Some(d("a")) { let y = d("y"); if yield_!(1) > 4 { break } for z in [d("q"), d("r")].iter() { log("k"); } } log("z"); 1
    }
}

fidelity! {
    fn last_loop_of_a_loop() as (), takes u32, yields u32, returns u32, unclonable => {
        for x in [d("a"), d("b")] { let y = d("y"); yield_!(1); 'i: loop { match d("m") { ref r => { break 'i } } } } log("z"); 1
    }
}

fidelity! {
    fn last_block_of_a_loop() as (), takes u32, yields u32, returns u32, unclonable => {
        for x in [d("a"), d("b")] { let y = d("y"); yield_!(1); { let w = d("w"); match d("m") { ref r => { if is_more(1) { continue } log("q"); } } } } log("z"); 1
    }
}
