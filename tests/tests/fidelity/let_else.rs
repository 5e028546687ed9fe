//! `let … else`: what the pattern refutes, and an `else` block that leaves.

use coro_tests::{D, d, eat, fidelity, log, see};

fn sh(k: &D, a: &D) {
    see("sh", k.n + a.n);
}

fn opt(k: u32, name: &'static str) -> Option<D> {
    if k % 3 != 0 { Some(d(name)) } else { None }
}

fidelity! {
    fn the_initialiser_suspends() as (), takes Option<u32>, yields u32, returns u32 => {
        let a = d("a");
        let Some(n) = yield_!(1) else { return 99 };
        let Some(m) = yield_!(n) else { return n + a.id() };
        n + m
    }
}

fidelity! {
    fn the_else_block_suspends() as (), takes Option<u32>, yields u32, returns u32 => {
        let a = d("a");
        let Some(n) = yield_!(1) else {
            let b = d("b");
            let last = yield_!(2);
            log(format_args!("{last:?}"));
            return last.unwrap_or(50);
        };
        yield_!(n);
        n
    }
}

fidelity! {
    fn the_else_block_breaks_or_continues() as (), takes Option<u32>, yields u32, returns u32 => {
        let mut n = 0;
        loop {
            n += 1;
            let round = d("round");
            let Some(x) = yield_!(n) else {
                if n > 3 { break }
                log("again");
                continue;
            };
            let more = d("more");
            let Some(y @ 2..) = yield_!(n + x) else { n += 10; continue };
            if y > 6 { break }
        }
        n
    }
}

fidelity! {
    fn the_else_block_leaves_a_labelled_block() as (), takes Option<u32>, yields u32, returns u32 => {
        let r = 'a: {
            let a = d("a");
            let Some(n) = yield_!(1) else { break 'a 7 };
            let Some(m) = yield_!(2) else { break 'a yield_!(3).unwrap_or(8) };
            n + m
        };
        yield_!(r);
        r
    }
}

fidelity! {
    fn a_value_that_is_refuted_is_dropped_before_the_else_block() as (), takes bool, yields u32, returns u32 => {
        let Some(Ok(a)) = Some(if yield_!(1) { Ok(d("ok")) } else { Err(d("err")) }) else {
            log("in else");
            yield_!(2);
            return 1;
        };
        yield_!(3);
        a.id()
    }
}

fidelity! {
    fn droppable_payloads() as (), takes Option<D>, yields u32, returns u32 => {
        let Some(a) = yield_!(1) else {
            log("none");
            yield_!(2);
            return 1;
        };
        yield_!(3);
        let Some(b) = yield_!(4) else { return eat(a) };
        b.id() + a.id()
    }
}

fidelity! {
    /// The `else` block runs after the temporaries of the initialiser are gone.
    fn temporaries_of_the_initialiser() as (), takes bool, yields u32, returns u32 => {
        let true = (d("temporary").id() > 0 && yield_!(1)) else {
            log("in else");
            yield_!(2);
            return 1;
        };
        log("after");
        yield_!(3);
        2
    }
}

fidelity! {
    fn several_bindings() as (), takes u32, yields u32, returns u32 => {
        let (1..=6, x @ 0..=6, mut y) = (yield_!(1), yield_!(2), yield_!(3)) else {
            return yield_!(4);
        };
        y += x;
        yield_!(y);
        x * y
    }
}

fidelity! {
    fn a_partial_binding_leaves_the_rest() as (), takes u32, yields u32, returns u32 => {
        let (a, _, true) = (d("a"), d("b"), yield_!(1) > 3) else {
            log("in else");
            return 0;
        };
        log("bound");
        yield_!(2);
        a.id()
    }
}

fidelity! {
    fn or_patterns() as (), takes u32, yields u32, returns u32 => {
        let (Ok(n) | Err(n @ 0..=3)) = (if yield_!(1) > 3 { Ok(yield_!(2)) } else { Err(yield_!(3)) }) else {
            panic!("refuted")
        };
        yield_!(n)
    }
}

fidelity! {
    fn a_type_annotation() as (), takes u32, yields u32, returns u64 => {
        let Ok::<u64, _>(n) = (yield_!(1) as i64 - 3).try_into() else { yield_!(2); return 77 };
        let Some(m): Option<u64> = n.checked_sub(yield_!(3).into()) else { return n };
        m
    }
}

fidelity! {
    fn let_else_without_suspension_between_suspensions() as (), takes Option<u32>, yields u32, returns u32 => {
        let a = d("a");
        let input = yield_!(1);
        let Some(n) = input else { return 1 };
        let Some(m) = n.checked_sub(3) else { let b = d("b"); return yield_!(2).unwrap_or_default() };
        yield_!(m);
        m
    }
}

fidelity! {
    fn let_else_in_let_else() as (), takes Option<u32>, yields u32, returns u32 => {
        let Some(n) = yield_!(1) else {
            let Some(m) = yield_!(2) else {
                yield_!(3);
                return 0;
            };
            return m;
        };
        n
    }
}

fidelity! {
    fn shadowing_the_scrutinee() as (), takes Option<D>, yields u32, returns u32 => {
        let x = yield_!(1);
        let Some(x) = x else { return 0 };
        yield_!(2);
        let y = x.n;
        let Some(x) = Some(x).filter(|x| x.n > 10_000) else { yield_!(3); return y };
        x.id()
    }
}

fidelity! {
    fn a_diverging_else_without_return() as (), takes Option<u32>, yields u32, returns u32 => {
        let Some(n) = yield_!(1) else {
            loop {
                let round = d("round");
                if let Some(n) = yield_!(2) { return n }
            }
        };
        n
    }
}

fidelity! {
    /// A constant takes nothing: what does not match ends before the `else`.
    fn a_constant_as_the_pattern(x: Option<D>) as (Some(d("x"))), takes (), yields u32, returns u32 => {
        let None = (if see("if", true) { yield_!(1); x } else { x }) else {
            log("else");
            return 2;
        };
        3
    }
}

fidelity! {
    /// The value ends before the temporaries, and both before the `else`.
    fn a_value_made_with_a_temporary() as (), takes u32, yields u32, returns u32 => {
        let Some((a, _)) = some(d("receiver").plus({ yield_!(1) })) else {
            log("else");
            yield_!(2);
            return 3;
        };
        log("bound");
        yield_!(a.n);
        4
    }
}

trait Plus {
    fn plus(&self, n: u32) -> u32;
}

impl Plus for D {
    fn plus(&self, n: u32) -> u32 {
        self.id() + n
    }
}

fn some(n: u32) -> Option<(D, D)> {
    (n % 2 == 0).then(|| (d("a"), d("b")))
}

fidelity! {
    /// An `else` gives a moved local a value and leaves: nothing of that goes on behind it.
    fn an_else_that_assigns_and_leaves(mut x: D, n: Option<u32>) as (d("x"), Some(3)), takes (), yields u32, returns u32 => {
        eat(x);
        let Some(n) = n else { x = d("again"); return x.id() };
        yield_!(n);
        let Some(_) = ({ yield_!(4); Some(n) }) else { x = d("again"); return x.id() };
        yield_!(5);
        6
    }
}

fidelity! {
    /// The same, where the `else` is taken, and moved on one path only.
    fn an_else_that_assigns_and_is_taken(mut x: D, c: bool) as (d("x"), true), takes (), yields u32, returns u32 => {
        if c { eat(x); yield_!(3); }
        let Some(n) = (!c).then_some(3) else { x = d("again"); return x.id() };
        yield_!(n);
        6
    }
}

fidelity! {
    fn else_that_suspends_in_a_borrowed_operand() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); sh(&q, &{ let Some(z) = opt(1, "z") else { return yield_!(2) }; z }); log("next"); yield_!(5)
    }
}

fidelity! {
    fn else_that_suspends_and_leaves_a_loop_in_an_operand() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); for k in 0..3 { sh(&q, &{ let Some(z) = opt(k + 1, "z") else { yield_!(2); break }; z }); log("in"); } yield_!(5)
    }
}

fidelity! {
    fn else_that_suspends_in_a_part_of_an_operand() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); let r = u32::max(q.n, { let Some(z) = opt(1, "z") else { return yield_!(2) }; z }.n); log("next"); yield_!(r)
    }
}

fidelity! {
    fn else_that_suspends_in_an_argument_of_a_method() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); let r = q.eq(&{ let Some(z) = opt(1, "z") else { return yield_!(2) }; z }); log("next"); yield_!(r as u32)
    }
}

fidelity! {
    fn else_that_suspends_in_a_scrutinee() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); match (&q, &{ let Some(z) = opt(1, "z") else { return yield_!(2) }; z }) { (a, b) => log("m") } log("next"); yield_!(5)
    }
}

fidelity! {
    fn else_that_suspends_in_a_mutable_operand() as (), takes u32, yields u32, returns u32 => {
        let mut q = d("q"); std::mem::swap(&mut q, &mut { let Some(z) = opt(1, "z") else { return yield_!(2) }; z }); log("next"); yield_!(5)
    }
}

fidelity! {
    fn else_that_suspends_between_operands() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); let r = q.n + { let Some(z) = opt(1, "z") else { return yield_!(2) }; z }.n + see("s", 1); log("next"); yield_!(r)
    }
}

fidelity! {
    fn else_that_suspends_in_an_array() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); let r = [see("look", q.n), { let Some(z) = opt(1, "z") else { return yield_!(2) }; z }.n, see("s", 1)]; log("next"); yield_!(r[1])
    }
}

fidelity! {
    fn else_that_suspends_in_an_operand_of_an_operand() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); sh(&q, &std::convert::identity({ let Some(z) = opt(1, "z") else { return yield_!(2) }; z })); log("next"); yield_!(5)
    }
}

fidelity! {
    fn else_that_suspends_in_an_element() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); sh(&q, &[{ let Some(z) = opt(1, "z") else { return yield_!(2) }; z }, d("k")][0]); log("next"); yield_!(5)
    }
}

fidelity! {
    fn else_that_suspends_behind_a_function() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); sh(&q, std::convert::identity(&{ let Some(z) = opt(1, "z") else { return yield_!(2) }; z })); log("next"); yield_!(5)
    }
}

fidelity! {
    fn else_that_is_taken_in_an_operand() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); sh(&q, &{ let Some(z) = opt(0, "z") else { return yield_!(2) }; z }); log("next"); yield_!(5)
    }
}

fidelity! {
    fn else_that_suspends_in_an_option() as (), takes u32, yields u32, returns u32 => {
        let q = d("q"); let r = Some((&q, &{ let Some(z) = opt(1, "z") else { return yield_!(2) }; z })).map(|x| x.1.n).unwrap(); log("next"); yield_!(r)
    }
}
