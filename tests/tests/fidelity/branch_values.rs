//! Values of branches and operands that wait for them: what is made on the way ends before a value that nobody
//! takes, and behind the operation.

use coro_tests::{D, d, eat, fidelity, log, see};

fn u(x: &D) -> u32 {
    x.n
}

fn id(_: u32) -> D {
    log("id");
    d("id")
}

fn two(_: D, y: u32) -> u32 {
    log("two");
    y
}

trait With: Sized {
    fn into_with(self, _: u32) -> D {
        log("with");
        d("with")
    }
}

impl With for D {}

#[derive(Clone)]
struct Shown(D);

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        log("fmt");
        write!(f, "{}", self.0.n)
    }
}

fn sh(x: D) -> Shown {
    Shown(x)
}

fidelity! {
    fn behind_the_message_of_an_assertion() as (), takes u32, yields u32, returns u32 => {
        let x = (|y: u32| { see("op", 5); y })(u(&({ (|y: D| y)({ assert!(6 != 77, "message {}", { yield_!(1); 3 }); d("8") }) })));
        yield_!(x);
        3
    }
}

fidelity! {
    fn behind_a_branch_that_suspends_and_leaves() as (), takes u32, yields u32, returns u32 => {
        let x = two(d("k"), u(&{ if see("c", 1) > 3 { yield_!(7); return 4; } d("t") }));
        two(d("k"), u(&{ if yield_!(1) > 0 { d("j") } else { yield_!(7); return 4; } }));
        x
    }
}

fidelity! {
    fn of_statements(x1: bool, x2: D) as (false, d("x2")), takes u32, yields u32, returns u32 => {
        match x1 { true => d("t"), false => { x2.into_with((if let Some(x6) = Some(1) { (3, (d("8"), 2)) } else { return 4; }).0) } };
        yield_!(3);
        match x1 { true => { yield_!(2); id(u(&d("p"))) } false => { yield_!(3); id(u(&d("q"))) } };
        if yield_!(4) > 0 { id(u(&d("r"))) } else { id((d("s"), 4).1) };
        3
    }
}

fidelity! {
    fn of_arms_blocks_and_labels(x1: bool) as (true), takes u32, yields u32, returns u32 => {
        match yield_!(1) { 0 => { id(u(&d("p"))) } 1 => id(u(&d("j"))), _ => { yield_!(3); id(u(&d("q"))) } };
        let _ = match yield_!(1) { 0 => { id(u(&d("p"))) } 1 => id(u(&d("j"))), _ => { yield_!(3); id(u(&d("q"))) } };
        { yield_!(3); id(u(&d("b"))) };
        'a: { if yield_!(3) > 0 { break 'a id(u(&d("l"))); } id(u(&d("m"))) };
        4
    }
}

fidelity! {
    fn that_a_macro_shows() as (), takes u32, yields String, returns u32 => {
        yield_!(format!("{n:?}{}", 5, n = if see("c", false) { let _ = { yield_!(String::new()); }; sh(d("a")) } else { sh(d("b")) }));
        log("next");
        yield_!(format!("{:?}", match yield_!(String::new()) { 0 => sh(d("p")), _ => { yield_!(String::new()); sh(d("q")) } }));
        3
    }
}

fidelity! {
    fn that_a_macro_shows_beside_others() as (), takes u32, yields String, returns u32 => {
        let x = format!("{:?}{:?}", sh(d("p")), if see("c", true) { yield_!(String::new()); sh(d("a")) } else { sh(d("b")) });
        let y = two(d("k"), format!("{:?}", if see("c", false) { yield_!(String::new()); sh(d("a")) } else { sh(d("b")) }).len() as u32);
        yield_!(x);
        y
    }
}
