//! Temporaries of scrutinees and conditions: they live as long as the `match` or `if let` does.
//!
//! For those that suspend in their body only, see `scrutinee_temporaries`.

use coro_tests::{D, d, eat, fidelity, log, see};

fn some(value: &D) -> Option<u32> {
    Some(value.id())
}

fidelity! {
    fn of_a_match_whose_scrutinee_suspends() as (), takes u32, yields u32, returns u32 => {
        let n = match d("t").id() + yield_!(d("u").id()) {
            n if n % 2 == 0 => { yield_!(n); log("even"); n }
            n => { let a = d("a"); yield_!(n); log("odd"); yield_!(n) }
        };
        log("after");
        n
    }
}

fidelity! {
    fn of_a_condition_end_before_the_body() as (), takes bool, yields u32, returns u32 => {
        if d("t").id() > 0 {
            log("then");
            yield_!(1);
        }
        while d("u").id() > 0 && yield_!(2) {
            log("body");
            yield_!(3);
        }
        4
    }
}

fn is_even(n: u32) -> bool {
    n % 2 == 0
}

fidelity! {
    fn of_a_let_else_end_with_the_let() as (), takes Option<u32>, yields u32, returns u32 => {
        let Some(n) = yield_!(d("t").id()).or(some(&d("u"))).filter(|n| n % 2 == 0) else {
            log("else");
            yield_!(1);
            return 0;
        };
        log("bound");
        yield_!(n);
        n
    }
}

fidelity! {
    /// The value itself is matched, and what it does not bind stays in it.
    fn a_droppable_value_as_scrutinee() as (), takes bool, yields u32, returns u32 => {
        match d("value") {
            ref v if is_even(v.n) => {}
            _ => { log("arm"); yield_!(1); log("resumed"); }
        }
        log("after");
        match (d("x"), d("y")) {
            (x, _) => { yield_!(2); x.id() }
        }
    }
}

fidelity! {
    fn a_droppable_value_in_an_if_let() as (), takes bool, yields u32, returns u32 => {
        if let (_, 0..=99) = (d("x"), 5) {
            yield_!(1);
            log("resumed");
        }
        log("after");
        while let Some(_) = Some(d("w")) {
            if yield_!(2) { break }
            log("again");
        }
        3
    }
}

fidelity! {
    /// The value of a `match` that is a statement is dropped before what its pattern leaves unbound.
    fn a_discarded_value_and_an_unbound_scrutinee() as (), takes (), yields u32, returns u32 => {
        match d("whole") { _ => { yield_!(1); d("value") } };
        match (d("bound"), d("left")) { (x, _) => { yield_!(2); log(x.n); d("value") } };
        match d("matched") { _ => yield_!(3) };
        4
    }
}

fidelity! {
    fn parts_left_by_arms_of_which_one_suspends() as (), takes u32, yields u32, returns u32 => {
        match (d("a"), Ok::<D, u32>(d("ok"))) { (_, Err(_)) => { 1 } (_, Ok(e)) => { yield_!(3); 1 } }
    }
}

fidelity! {
    fn a_part_left_by_all_alternatives() as (), takes u32, yields u32, returns u32 => {
        match (d("a"), Ok::<D, D>(d("ok"))) { (_, Err(e)) | (_, Ok(e)) => { yield_!(3); e.id() } }
    }
}

fidelity! {
    fn a_part_left_by_all_alternatives_as_a_statement() as (), takes u32, yields u32, returns u32 => {
        match (d("a"), Err::<D, D>(d("er"))) { (_, Err(e)) | (_, Ok(e)) => { yield_!(3); eat(e); } } yield_!(2)
    }
}

fidelity! {
    fn parts_left_by_the_alternatives_of_an_if_let() as (), takes u32, yields u32, returns u32 => {
        if let (Some(_), Err(e), _) | (Some(_), Ok(e), _) = (Some(d("a")), Err::<D, D>(d("er")), d("z")) { yield_!(3); } yield_!(2)
    }
}

fidelity! {
    fn a_part_left_by_the_alternatives_of_a_while_let() as (), takes u32, yields u32, returns u32 => {
        while let (Some((_, b)), 1) | (Some((_, b)), _) = (Some((d("a"), d("b"))), 3) { yield_!(3); eat(b); if yield_!(4) > 1 { break } } yield_!(2)
    }
}
