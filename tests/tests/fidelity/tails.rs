//! Temporaries of tails and of `if let` scrutinees that suspend: in the 2024 edition they end before the
//! block's locals, or before `else`.

use coro_tests::{D, d, eat, fidelity, log, see};

fn is_more(n: u32) -> bool {
    see("is_more", n) > 3
}

fidelity! {
    fn of_a_block_value() as (), takes u32, yields u32, returns u32 => {
        let n = { let a = d("a"); d("t").id() + yield_!(1) };
        log("next statement");
        n
    }
}

fidelity! {
    fn of_a_tail() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        d("t").id() + yield_!(1)
    }
}

fidelity! {
    fn of_a_tail_that_yields_a_temporary() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        yield_!(d("t").id())
    }
}

fidelity! {
    fn comparison_of_droppables() as (), takes D, yields u32, returns bool => {
        let a = d("a");
        let first = a == yield_!(1);
        let second = yield_!(2) < a;
        first | second | (yield_!(3) >= yield_!(4))
    }
}

fidelity! {
    fn an_if_let_whose_scrutinee_suspends_and_whose_else_does_not() as (), takes Option<u32>, yields u32, returns u32 => {
        let m = if let Some(n) = yield_!(d("t").id()).filter(|_| d("u").id() > 0) {
            log("then");
            n
        } else {
            log("else");
            2
        };
        log("bound");
        m
    }
}

fidelity! {
    fn of_an_if_let_whose_blocks_do_not_suspend() as (), takes Option<u32>, yields u32, returns u32 => {
        let n = if let Some(n) = yield_!(d("t").id()) {
            log("then");
            n
        } else {
            log("else");
            0
        };
        log("next statement");
        n
    }
}

fidelity! {
    /// Where a tail is the operation itself, its operands and temporaries end in turn.
    fn of_a_tail_whose_operands_wait() as (), takes u32, yields u32, returns u32 => {
        fn pick(n: u32, m: u32) -> u32 { log("pick"); n + m }
        fn d_id(d: &D) -> u32 { d.id() }
        fn both(a: D, n: u32) -> u32 { log("both"); a.n + n }
        let n = { both(d("first"), pick(d_id(&d("temporary")), yield_!(1))) };
        let m = match n { 0 => 1, _ => both(d("second"), pick(d_id(&d("inner")), yield_!(2))) };
        let o = match m { 0 => 1, _ => { both(d("third"), pick(d_id(&d("braced")), yield_!(2))) } };
        if both(d("condition"), pick(d_id(&d("checked")), yield_!(3))) > 0 { log("then"); }
        if o > 0 && both(d("right"), pick(d_id(&d("lazy")), yield_!(3))) > 0 { log("then"); }
        both(d("last"), pick(d_id(&d("inner")), yield_!(3)))
    }
}

fidelity! {
    /// What waits in a tail is not taken before all operands are there.
    fn of_a_tail_whose_last_operand_can_panic() as (), takes u32, yields u32, returns u32 => {
        fn pick(n: u32, m: u32) -> D { d(format!("picked {}", n + m)) }
        let sum = { d("first") + pick(d("temporary").id(), yield_!(1)) };
        let n = { sum + pick(yield_!(2), 1) }.id();
        log("next statement");
        n
    }
}

fidelity! {
    /// Both sides of a comparison are temporaries, in front of another suspension, too.
    fn of_both_sides_that_suspend() as (), takes D, yields u32, returns u32 => {
        fn pick(holds: bool, n: u32) -> u32 { log(holds); n }
        let n = pick(yield_!(1) >= yield_!(2), yield_!(3).n);
        log("next statement");
        n
    }
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
