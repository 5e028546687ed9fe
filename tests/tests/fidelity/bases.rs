//! What a struct literal leaves of its base, `..base`, lives to the end of the statement.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Pair {
    a: D,
    b: D,
}

#[derive(Clone)]
struct Counted {
    n: u32,
    held: D,
}

fn pair(name: &'static str) -> Pair {
    Pair { a: d(name), b: d("second") }
}

fn counted() -> Counted {
    Counted { n: 4, held: d("held") }
}

fn named(n: u32) -> &'static str {
    if n > 1 { "large" } else { "small" }
}

fn take(pair: Pair, n: u32) -> u32 {
    log("take");
    drop(pair);
    n
}

fn take_both(_: D, pair: Pair, n: u32) -> u32 {
    take(pair, n)
}

fidelity! {
    fn base_of_a_struct_literal_lives_on() as (), takes u32, yields u32, returns u32 => {
        take(Pair { a: d("f"), ..Pair { a: d("ba"), b: d("bb") } }, yield_!(1)); 1
    }
}

fidelity! {
    fn base_beside_an_operand_that_leaves() as (), takes u32, yields u32, returns u32 => {
        take(Pair { a: d("f"), ..pair("b") }, { if yield_!(1) > 2 { return 2; } yield_!(2) }); 1
    }
}

fidelity! {
    fn base_that_suspends() as (), takes u32, yields u32, returns u32 => {
        take(Pair { a: d("f"), ..pair(named(yield_!(5))) }, yield_!(1)); 1
    }
}

fidelity! {
    fn base_that_suspends_in_a_let() as (), takes u32, yields u32, returns u32 => {
        let Pair { a: _, b } = Pair { a: d("f"), ..pair(named(yield_!(5))) }; eat(b); yield_!(2); 1
    }
}

fidelity! {
    fn base_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let p = (Pair { a: d("f"), ..pair("b") }, yield_!(1)); eat(p.0.b); 1
    }
}

fidelity! {
    fn field_that_suspends_before_a_base() as (), takes u32, yields u32, returns u32 => {
        take(Pair { a: { yield_!(4); d("f") }, ..pair("b") }, 1); log("after"); yield_!(1)
    }
}

fidelity! {
    fn base_in_a_condition() as (), takes u32, yields u32, returns u32 => {
        if take(Pair { a: d("f"), ..pair("b") }, yield_!(1)) > 2 { yield_!(3); } log("x"); 1
    }
}

fidelity! {
    fn base_that_suspends_in_the_value() as (), takes u32, yields u32, returns Pair => {
        Pair { a: d("f"), ..pair(named(yield_!(1))) }
    }
}

fidelity! {
    fn base_of_what_is_yielded() as (), takes u32, yields Pair, returns u32 => {
        yield_!(Pair { a: d("f"), ..pair("b") })
    }
}

fidelity! {
    fn base_in_a_let() as (), takes u32, yields u32, returns u32 => {
        let n = take(Pair { a: d("f"), ..pair("b") }, yield_!(1)); log("x"); n + { yield_!(n); 1 }
    }
}

fidelity! {
    fn base_in_an_assignment() as (), takes u32, yields u32, returns u32 => {
        let mut p = pair("p"); p = Pair { a: d("f"), ..pair(named(yield_!(1))) }; log("x"); yield_!(2); eat(p.a); 1
    }
}

fidelity! {
    fn base_behind_a_waiting_operand() as (), takes u32, yields u32, returns u32 => {
        take_both(d("z"), Pair { a: d("f"), ..pair("b") }, yield_!(1)); 1
    }
}

fidelity! {
    fn two_fields_in_front_of_a_base() as (), takes u32, yields u32, returns u32 => {
        take_both(d("z"), Pair { a: d("f"), b: d("g"), ..pair("b") }, yield_!(1)); 1
    }
}

fidelity! {
    fn base_alone() as (), takes u32, yields u32, returns u32 => {
        take_both(d("z"), Pair { ..pair("b") }, yield_!(1)); 1
    }
}

fidelity! {
    fn number_in_front_of_a_base() as (), takes u32, yields u32, returns u32 => {
        (d("z"), Counted { n: 3, ..counted() }, yield_!(1)).2
    }
}

fidelity! {
    fn base_that_is_a_block() as (), takes u32, yields u32, returns u32 => {
        take_both(d("z"), Pair { a: d("c"), ..{ let t = pair("b"); log("in"); t } }, yield_!(1)); 1
    }
}

fidelity! {
    fn base_in_the_condition_of_a_loop() as (), takes u32, yields u32, returns u32 => {
        while take(Pair { a: d("f"), ..pair("b") }, yield_!(1)) > 2 { log("body"); yield_!(3); } log("x"); 1
    }
}

fidelity! {
    fn base_in_the_head_of_a_for() as (), takes u32, yields u32, returns u32 => {
        for n in vec![take(Pair { a: d("f"), ..pair("b") }, yield_!(1)), 7] { log("body"); yield_!(n); } log("x"); 1
    }
}

fidelity! {
    fn base_in_a_scrutinee() as (), takes u32, yields u32, returns u32 => {
        match take(Pair { a: d("f"), ..pair("b") }, 4) { 4 => { yield_!(1); log("arm") } _ => {} } log("x"); 1
    }
}

fidelity! {
    fn base_in_an_if_let() as (), takes u32, yields u32, returns u32 => {
        if let Some(n) = Some(take(Pair { a: d("f"), ..pair("b") }, 4)) { yield_!(n); log("arm"); } log("x"); 1
    }
}
