//! Temporaries of scrutinees, conditions and loop heads, whose bodies suspend: they live as long as
//! the `match`, `if let`, `while let` or `for` does.

use coro_tests::{D, d, eat, fidelity, log, see};

fn some(value: &D) -> Option<u32> {
    Some(value.id())
}

fidelity! {
    fn of_a_match() as (), takes u32, yields u32, returns u32 => {
        let n = match d("t").id() {
            0 => 1,
            n => { log("arm"); yield_!(n); log("resumed"); n }
        };
        log("after");
        n
    }
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
    fn of_an_if_let() as (), takes u32, yields u32, returns u32 => {
        if let Some(n) = some(&d("t")) {
            log("then");
            yield_!(n);
            log("resumed");
        }
        log("after");
        if let None = some(&d("u")) { yield_!(1); }
        2
    }
}

fidelity! {
    fn of_an_if_let_with_an_else() as (), takes bool, yields u32, returns u32 => {
        let c = yield_!(1);
        let n = if let Some(n) = some(&d("t")).filter(|_| c) {
            yield_!(n);
            log("then");
            n
        } else {
            yield_!(2);
            log("else");
            3
        };
        log("after");
        n
    }
}

fidelity! {
    fn of_an_if_let_ladder() as (), takes u32, yields u32, returns u32 => {
        let n = yield_!(1);
        if let 0..=2 = n + d("t").id() * 0 {
            yield_!(10);
            log("first");
        } else if let 3..=5 = n + d("u").id() * 0 {
            yield_!(20);
            log("second");
        } else {
            yield_!(30);
            log("third");
        }
        log("after");
        n
    }
}

fidelity! {
    fn of_a_while_let() as (), takes bool, yields u32, returns u32 => {
        let mut rounds = 0;
        while let Some(n) = some(&d(format!("t{rounds}"))).filter(|_| rounds < 3) {
            rounds += 1;
            let a = d("a");
            if yield_!(n) { continue }
            log("body");
            if yield_!(rounds) { break }
        }
        log("after");
        rounds
    }
}

fidelity! {
    fn of_the_head_of_a_for() as (), takes bool, yields u32, returns u32 => {
        for i in 0..d("t").id().min(3) {
            let a = d("a");
            if yield_!(i) { break }
        }
        log("after");
        for x in [d("u").n, yield_!(9) as u32, d("v").id()] {
            yield_!(x);
        }
        log("end");
        4
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

fidelity! {
    fn of_a_match_as_an_operand() as (), takes u32, yields u32, returns u32 => {
        let n = d("left").id() + match d("t").id() { n => yield_!(n) } + d("right").id();
        log("after");
        n
    }
}

fidelity! {
    fn of_a_match_that_is_left_early() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        for i in 0..3 {
            match d("t").id() + i {
                n if is_even(n) => { if yield_!(n) > 4 { return 1 } if yield_!(i) > 4 { break } }
                n => { if yield_!(n) > 2 { continue } log("odd"); }
            }
            log("after the match");
        }
        2
    }
}

fn is_even(n: u32) -> bool {
    n % 2 == 0
}

fidelity! {
    fn of_nested_matches() as (), takes u32, yields u32, returns u32 => {
        match d("outer").id() {
            n => match d("inner").id() + yield_!(n) {
                m => { yield_!(m); log("inner arm"); }
            },
        }
        log("after");
        5
    }
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
