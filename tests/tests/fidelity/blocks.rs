//! Blocks, `if` and nested scopes: where locals end, and in which order.

use coro_tests::{D, d, eat, fidelity, log, see, swallow};

fidelity! {
    fn an_empty_body() as (), yields u32, never suspends => {}
}

fidelity! {
    fn a_body_that_never_suspends(a: D) as (d("a")), yields u32, returns u32, never suspends => {
        let b = d("b");
        a.n + b.n
    }
}

fidelity! {
    fn only_a_yield() as (), yields u32 => {
        yield_!(1)
    }
}

fidelity! {
    fn only_a_yield_statement() as (), takes D, yields u32 => {
        yield_!(1);
    }
}

fidelity! {
    fn a_tail_yield_returns_the_input() as (), takes D, yields u32, returns D => {
        yield_!(1)
    }
}

fidelity! {
    fn locals_drop_in_reverse_order() as (), yields u32 => {
        let a = d("a");
        let b = d("b");
        yield_!(1);
        let c = d("c");
        yield_!(2);
    }
}

fidelity! {
    fn an_inner_block_ends_before_the_next_suspension() as (), yields u32 => {
        let a = d("a");
        {
            let b = d("b");
            yield_!(1);
            let c = d("c");
        }
        log("after the block");
        yield_!(2);
    }
}

fidelity! {
    fn a_block_that_suspends_at_its_end() as (), takes u32, yields u32, returns u32 => {
        let n = {
            let a = d("a");
            yield_!(1)
        };
        log("bound");
        n + {
            let b = d("b");
            yield_!(n) + b.n
        }
    }
}

fidelity! {
    fn blocks_in_blocks_in_blocks() as (), yields u32, returns u32 => {
        let a = d("a");
        let n = {
            let b = d("b");
            let m = {
                let c = d("c");
                c.id() + {
                    let e = d("e");
                    yield_!(1);
                    e.id()
                }
            };
            yield_!(2);
            m + b.id()
        };
        yield_!(3);
        n
    }
}

fidelity! {
    fn sibling_blocks() as (), yields u32 => {
        { let a = d("a"); yield_!(1); }
        { let a = d("b"); yield_!(2); let b = d("c"); }
        { yield_!(3) }
        { let _a = d("e"); }
        yield_!(4);
    }
}

fidelity! {
    fn a_block_statement_with_a_droppable_value() as (), yields u32 => {
        let _ = { yield_!(1); d("value") };
        log("after");
        { yield_!(2); d("statement") };
        log("end");
    }
}

fidelity! {
    fn underscore_drops_at_once_and_a_name_does_not() as (), yields u32 => {
        let _ = d("at once");
        let _name = d("named");
        yield_!(1);
        log("end");
    }
}

fidelity! {
    fn if_without_else() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        if yield_!(1) {
            let a = d("a");
            n += 1;
            yield_!(n);
        }
        let b = d("b");
        if yield_!(2) {
            n += 2;
        }
        n
    }
}

fidelity! {
    fn if_else_as_a_value() as (), takes bool, yields u32, returns u32 => {
        let x = if yield_!(1) {
            let a = d("then");
            if yield_!(2) { a.id() } else { 1 }
        } else {
            let b = d("else");
            yield_!(3);
            b.id()
        };
        yield_!(x);
        x
    }
}

fidelity! {
    fn only_one_arm_suspends(c: bool) as (true), takes bool, yields u32, returns u32 => {
        let outer = d("outer");
        let x = if c ^ yield_!(0) {
            yield_!(1);
            10
        } else {
            20
        };
        x + outer.id()
    }
}

fidelity! {
    fn an_else_if_ladder() as (), takes u32, yields u32, returns &'static str => {
        let _guard = d("guard");
        if yield_!(1) > 6 {
            "first"
        } else if yield_!(2) > 5 {
            let _second = d("second");
            yield_!(22);
            "second"
        } else if yield_!(3) > 2 && yield_!(4) > 2 {
            "third"
        } else {
            let _none = d("none");
            yield_!(5);
            "none"
        }
    }
}

fidelity! {
    fn conditions_with_droppable_temporaries() as (), takes bool, yields u32, returns u32 => {
        if d("condition").id() > 0 && yield_!(1) {
            log("then");
            yield_!(2);
        }
        if yield_!(d("yielded").id()) {
            log("then again");
            yield_!(3);
        }
        4
    }
}

fidelity! {
    fn a_conditional_block_in_a_condition() as (), takes bool, yields u32, returns u32 => {
        if { let a = d("a"); yield_!(1) } { 1 } else if { yield_!(2); let b = d("b"); yield_!(3) } { 2 } else { 3 }
    }
}

fidelity! {
    fn an_early_return_drops_every_scope() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        {
            let b = d("b");
            if yield_!(1) {
                let c = d("c");
                yield_!(2);
                return c.id();
            }
            yield_!(3);
        }
        let e = d("e");
        yield_!(4);
        0
    }
}

fidelity! {
    fn a_return_whose_value_suspends() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        {
            let b = d("b");
            return yield_!(1) + b.id();
        }
    }
}

fidelity! {
    fn a_return_in_a_return() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        return if yield_!(1) { return 1 } else { yield_!(2); 2 };
    }
}

fidelity! {
    fn a_return_of_a_local() as (), takes bool, yields u32, returns D => {
        let a = d("a");
        let b = d("b");
        if yield_!(1) {
            return a;
        }
        yield_!(2);
        b
    }
}

fidelity! {
    fn statements_without_semicolons() as (), takes bool, yields u32, returns u32 => {
        if yield_!(1) { yield_!(2); } else { yield_!(3); }
        match yield_!(4) { true => { yield_!(5); } false => {} }
        { yield_!(6); }
        loop { if yield_!(7) { break } }
        8
    }
}

fidelity! {
    fn an_unused_value_is_dropped_at_its_statement() as (), takes bool, yields u32 => {
        d("first");
        yield_!(1);
        if yield_!(2) { d("then") } else { yield_!(3); d("else") };
        log("end");
    }
}

fidelity! {
    fn dropping_by_hand() as (), yields u32 => {
        let a = d("a");
        let b = d("b");
        yield_!(1);
        drop(a);
        yield_!(2);
        drop(b);
        yield_!(3);
    }
}

fidelity! {
    fn swallowed_between_suspensions() as (), yields u32 => {
        let a = d("a");
        let b = d("b");
        yield_!(1);
        swallow((b, d("c")));
        yield_!(2);
    }
}

fidelity! {
    fn a_long_straight_line() as (), takes u32, yields u32, returns u32 => {
        let a = yield_!(1);
        let b = yield_!(a + 1);
        let c = yield_!(a + b);
        let e = yield_!(a + b + c);
        let f = yield_!(e);
        let g = yield_!(f + c);
        let h = yield_!(g + a);
        a + b + c + e + f + g + h
    }
}

fidelity! {
    fn a_use_long_after_the_declaration() as (), yields u32, returns u32 => {
        let a = d("a");
        let n = 5;
        yield_!(1);
        { yield_!(2); { yield_!(3); } }
        if n > 2 { yield_!(4); }
        a.id() + n
    }
}

fidelity! {
    fn a_local_that_only_one_branch_mentions() as (), takes bool, yields u32, returns u32 => {
        let text = String::from("text");
        let a = d("a");
        let n = if yield_!(1) { text.len() as u32 } else { 0 };
        yield_!(n);
        n + if yield_!(2) { a.id() } else { 1 }
    }
}

fidelity! {
    fn droppable_yields() as (), yields D, returns D => {
        let a = d("a");
        yield_!(d("b"));
        yield_!(a);
        let c = d("c");
        yield_!({ let e = d("e"); d("f") });
        c
    }
}

fidelity! {
    fn compound_values_cross() as (), takes u32, yields usize, returns (Vec<D>, Option<D>) => {
        let mut all = Vec::new();
        let mut last = None;
        for i in 0..3 {
            all.push(d(format!("v{i}")));
            last = Some(d(format!("o{i}")));
            yield_!(all.len());
        }
        (all, last)
    }
}

fidelity! {
    fn an_input_is_dropped_at_the_end_of_its_statement() as (), takes D, yields u32 => {
        yield_!(1);
        log("between");
        let _ = yield_!(2);
        log("between");
        let _kept = yield_!(3);
        log("between");
        _ = yield_!(4);
        yield_!(5).id();
    }
}

fidelity! {
    /// Braces around an expression end its temporaries, or make a value of a place.
    fn a_block_of_one_expression_is_a_block() as (), takes u32, yields u32, returns u32 => {
        fn said(n: u32) -> u32 { log(n.to_string()); n }
        fn two(a: u32, b: u32) -> u32 { log("two"); a + b }
        let first = two({ d("a").id() }, said(1));
        let mut pair = (d("pair"), 3);
        let copy = &mut { pair.1 };
        *copy += 1;
        yield_!(*copy + pair.1);
        let second = { d("b").id() } + two({ pair.1 }, said(2));
        yield_!(second);
        let third = loop { break { d("c").id() } + two(1, said(3)); };
        let fourth = match { d("d").id() } { 0 => 1, n => two(n, said(4)) };
        log("end");
        first + third + fourth
    }
}

fidelity! {
    fn a_block_of_one_expression_after_a_suspension_in_it() as (), takes u32, yields u32, returns u32 => {
        fn said(n: u32) -> u32 { log(n.to_string()); n }
        fn two(a: u32, b: u32) -> u32 { log("two"); a + b }
        let n = two({ yield_!(1); said(5) }, said(1));
        log("end");
        n
    }
}

fidelity! {
    /// A value that nobody takes outlives the locals of the block that it comes out of.
    fn a_value_that_outlives_the_locals_of_its_block() as (), takes bool, yields u32, returns u32 => {
        {
            let a = d("a");
            if yield_!(1) { yield_!(2); d("b") } else { d("c") }
        };
        log("next statement");
        match Some(d("matched")) {
            Some(x) => match yield_!(3) {
                true => [d("d"), d("e")],
                false => { yield_!(x.n); [d("f"), d("g")] }
            },
            None => [d("h"), d("i")],
        };
        log("next statement");
        let _ = { let a = d("j"); match yield_!(4) { true => d("k"), false => { yield_!(5); d("l") } } };
        6
    }
}
