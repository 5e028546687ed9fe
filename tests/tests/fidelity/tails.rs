//! Temporaries of tails and of `if let` scrutinees that suspend: in the 2024 edition they end before the
//! block's locals, or before `else`.

use coro_tests::{D, St, d, eat, fidelity, log, see};

fn looked_at(x: &D) -> u32 {
    see("looked_at", x.n)
}

fn made(_: u32) -> D {
    log("made");
    d("made")
}

fn st(b: D, a: D, n: u32) -> St {
    St { a, n, b }
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
    fn an_input_that_no_pattern_takes_in_a_value() as (), takes Option<D>, yields u32, returns u32, unclonable => {
        let k = if let None = yield_!(looked_at(&d("t"))) { yield_!(2); 3 } else { log("else"); 4 }; log("z"); k
    }
}

fidelity! {
    fn an_input_that_no_pattern_takes() as (), takes Option<D>, yields u32, returns u32, unclonable => {
        if let None = yield_!(looked_at(&d("t"))) { yield_!(2); } else { log("else"); } log("z"); 3
    }
}

fidelity! {
    fn an_input_alone_that_no_pattern_takes() as (), takes Option<D>, yields u32, returns u32, unclonable => {
        if let None = yield_!(1) { yield_!(2); } else { log("else"); } log("z"); 3
    }
}

fidelity! {
    fn an_input_that_no_pattern_takes_in_front_of_branches() as (), takes Option<D>, yields u32, returns u32, unclonable => {
        if let None = yield_!(looked_at(&d("t"))) { log("then"); } else { log("else"); } log("z"); 3
    }
}

fidelity! {
    fn a_panic_behind_a_temporary_of_an_operand() as (), takes u32, yields u32, returns u32 => {
        let St { a: _, n, b: _ } = { St { b: d("b"), a: made(u32::max(Vec::<u32>::new().len() as u32, looked_at(&{ yield_!(1); d("t") }))), n: see("n", 3) } }; n
    }
}

fidelity! {
    fn a_panic_behind_a_temporary_of_an_argument() as (), takes u32, yields u32, returns u32 => {
        let St { a: _, n, b: _ } = { st(d("b"), made(u32::max(Vec::<u32>::new().len() as u32, looked_at(&{ yield_!(1); d("t") }))), see("n", 3)) }; n
    }
}

fidelity! {
    fn operands_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let (_, n, _, _) = { (d("b"), looked_at(&d("q")), made(looked_at(&{ yield_!(1); d("t") })), d("z").n) }; n
    }
}

fidelity! {
    fn temporaries_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let (_, n, _, _) = { (d("b"), looked_at(&d("q")), made(looked_at(&{ yield_!(1); d("t") })), looked_at(&d("z"))) }; n
    }
}

fidelity! {
    fn an_operand_behind_a_suspension_that_eats() as (), takes u32, yields u32, returns u32 => {
        let x = { (d("b"), looked_at(&d("q")), made(looked_at(&{ yield_!(1); d("t") })), eat(d("z"))) }; x.1
    }
}
