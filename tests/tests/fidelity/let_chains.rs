//! Let-chains: `if let … && let …` and `while let … && …`; and `if let` whose temporaries live longer in older editions.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

fn u(x: &D) -> u32 {
    x.n
}

fn two(_: D, y: u32) -> u32 {
    log("two");
    y
}

#[derive(Clone)]
struct Lent(D);

impl Lent {
    fn some(&self) -> Option<u32> {
        Some(self.0.id())
    }
}

fn lend() -> Lent {
    Lent(d("lent"))
}

fn maybe<T>(x: T) -> Option<T> {
    log("maybe");
    Some(x)
}

fidelity! {
    fn an_if_chain() as (), takes Option<u32>, yields u32, returns u32 => {
        if let Some(a) = yield_!(1)
            && a > 1
            && let Some(b) = yield_!(a)
            && see("last", b != a)
        {
            yield_!(a * 10 + b);
            a + b
        } else {
            yield_!(99);
            7
        }
    }
}

fidelity! {
    fn an_if_chain_that_starts_with_a_condition() as (), takes Option<u32>, yields u32, returns u32 => {
        let mut n = 0;
        for round in 0..3 {
            if round > 0 && yield_!(round).is_some() && let Some(x) = yield_!(n) && let y = x + 1 && y > 3 {
                n += yield_!(y).unwrap_or(1);
            }
        }
        n
    }
}

fidelity! {
    fn an_if_chain_with_droppable_bindings() as (), takes Option<D>, yields u32, returns u32 => {
        if let Some(a) = yield_!(1)
            && let b = d("b")
            && let Some(c) = yield_!(a.id())
        {
            log("in then");
            yield_!(c.n);
            b.id()
        } else {
            log("in else");
            yield_!(3);
            0
        }
    }
}

fidelity! {
    fn a_while_chain() as (), takes Option<u32>, yields u32, returns u32 => {
        let mut n = 0;
        let guard = d("guard");
        while n < 20 && let Some(x) = yield_!(n) && let Some(y @ 1..) = yield_!(x) {
            let round = d("round");
            n += x + y;
            if n % 3 == 0 { continue }
            yield_!(1000);
        }
        n
    }
}

fidelity! {
    fn a_while_chain_with_a_droppable_that_is_refuted_later() as (), takes Option<D>, yields u32, returns u32 => {
        let mut n = 0;
        while let Some(a) = yield_!(n) && n < 3 && let Some(b) = yield_!(n + 10) {
            log("body");
            n += 1;
        }
        log("after");
        yield_!(4);
        n
    }
}

fidelity! {
    fn a_chain_nested_in_a_chain() as (), takes Option<u32>, yields u32, returns u32 => {
        if let Some(a) = yield_!(1) && let Some(b) = (if let Some(c) = yield_!(2) && c > 2 { Some(c) } else { yield_!(3) }) {
            a + b
        } else {
            1
        }
    }
}

fidelity! {
    fn let_in_parentheses_and_or() as (), takes Option<u32>, yields u32, returns u32 => {
        if let Some(a) = yield_!(1) && (a > 4 || yield_!(2).is_none()) {
            a
        } else {
            0
        }
    }
}

fidelity! {
    fn a_copied_scrutinee_before_another_chain() as (), takes u32, yields u32, returns u32 => {
        let p = Some(1);
        let q = Some(2);
        let r = if let Some(a) = p && yield_!(a) > 1 { 1 } else { p.unwrap_or(0) };
        if let Some(b) = q && b > 1 { yield_!(b + r); }
        if yield_!(r) > 2 && let Some(c) = q { yield_!(c); }
        q.unwrap_or(r)
    }
}

fidelity! {
    fn a_moved_scrutinee_before_another_chain() as (), takes u32, yields u32, returns u32 => {
        let p = Some(d("p"));
        let q = Some(d("q"));
        let r = if let Some(a) = p && yield_!(1) > 1 { eat(a) } else { 1 };
        if let Some(b) = q && yield_!(2) > 1 { yield_!(r); eat(b); }
        if yield_!(r) > 2 && let Some(c) = Some(d("c")) && yield_!(3) > 1 { eat(c); }
        r
    }
}

fidelity! {
    /// Each part that fails leaves another set of locals behind.
    fn moved_in_the_middle_of_a_chain(x: D, n: u32) as (d("x"), 1), takes (), yields u32, returns u32 => {
        for round in 0..2 { yield_!(round); }
        if let Some(m) = Some(n) && eat(x) > 0 && let Some(2..) = Some(m) && m > 1 { yield_!(1); }
        log("behind");
        yield_!(2);
        3
    }
}

fidelity! {
    fn moved_at_the_end_of_a_chain(x: D, y: Option<D>) as (d("x"), None), takes (), yields u32, returns u32 => {
        let r = if let Some(_) = y && let Some(z) = Some(x) && see("z", true) {
            yield_!(z.n);
            1
        } else {
            yield_!(2);
            3
        };
        yield_!(r);
        r
    }
}

fidelity! {
    /// In the argument of a macro, which is printed and parsed again.
    fn moved_in_a_chain_inside_a_macro(x: Option<D>, y: D, n: u32) as (Some(d("x")), d("y"), 2), takes (), yields u32, returns u32 => {
        assert_ne!(9, {
            if let Some(z) = x && n > 2 { log(z.n); }
            yield_!(1);
            let mut left = n;
            while let 1.. = left && eat(y) > 0 && n > 3 { left -= 1; break }
            yield_!(2);
            left
        });
        yield_!(3);
        4
    }
}

fidelity! {
    /// The value outlives what the condition binds.
    fn value_of_a_chain_that_is_dropped(n: u32) as (2), takes u32, yields u32, returns () => {
        if let Some(_bound) = Some(d("bound")) && yield_!(1) < 9 && n == 2 {
            Some(d("value"))
        } else {
            None
        };
        log("end");
    }
}

fidelity! {
    fn temporaries_of_a_plain_condition() as (), takes u32, yields u32, returns u32 => {
        if let Some(k) = maybe(3) && u(&d("d4")) > yield_!(1) { log("in"); yield_!(2); }
        3
    }
}

fidelity! {
    fn temporaries_of_a_plain_condition_in_a_while() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        while let Some(k) = maybe(3) && u(&d("d4")) > yield_!(n) && n < 3 { log("in"); n += 1; yield_!(2); }
        3
    }
}

fidelity! {
    fn conditions_and_patterns_in_turn() as (), takes u32, yields u32, returns u32 => {
        if u(&d("d1")) > yield_!(1) && let Some(k) = maybe(d("k")) && two(d("d2"), yield_!(5)) > 2 && let D { n: q, .. }
        = &k { log("in"); yield_!(*q); } else { log("else") }
        3
    }
}

fidelity! {
    fn a_block_in_a_chain() as (), takes u32, yields u32, returns u32 => {
        if let Some(k) = maybe(3) && { let x = d("x"); yield_!(8) > u(&d("y")) }
        { log("in"); yield_!(2); }
        3
    }
}

fidelity! {
    fn a_negated_condition_in_a_chain() as (), takes u32, yields u32, returns u32 => {
        if let Some(k) = maybe(d("k")) && !(yield_!(1) > u(&d("d4")) || u(&d("d5")) > yield_!(2)) { log("in"); yield_!(2); }
        log("e");
        3
    }
}

fidelity! {
    fn a_chain_with_a_value() as (), takes u32, yields u32, returns u32 => {
        let n = if let Some(k) = maybe(d("k")) && u(&d("d4")) > yield_!(1) && let Some(z) = maybe(d("z")) && d("q").n > yield_!(z.n) { log("in"); k.n } else { log("else"); 8 };
        n
    }
}

fidelity! {
    fn temporaries_in_front_of_a_condition_that_suspends() as (), takes u32, yields u32, returns u32 => {
        if let 0..=60 = u(&d("t")) && yield_!(1) > 3 { log("in"); }
        3
    }
}

fidelity! {
    fn a_lock_in_front_of_a_condition_that_suspends(c: &'static std::sync::Mutex<Vec<u32>>) as (Box::leak(Box::new(std::sync::Mutex::new(vec![3, 4])))), takes u32, yields u32, returns u32, unclonable => {
        if let Some(k) = c.lock().unwrap().pop() && yield_!(1) > 3 { log(c.try_lock().is_ok()); }
        3
    }
}

fidelity! {
    fn a_loan_in_front_of_a_condition_that_suspends() as (), takes u32, yields u32, returns u32 => {
        if let Some(k) = lend().some() && yield_!(1) > 3 { return k }
        log("e");
        3
    }
}

fidelity! {
    fn a_lock_in_a_plain_condition_that_suspends(c: &'static std::sync::Mutex<u32>) as (Box::leak(Box::new(std::sync::Mutex::new(30)))), takes u32, yields u32, returns u32, unclonable => {
        if let Some(k) = maybe(3) && *c.lock().unwrap() > yield_!(1) { log(c.try_lock().is_ok()); }
        3
    }
}

fidelity! {
    fn a_plain_condition_that_suspends_in_front() as (), takes u32, yields u32, returns u32 => {
        if u(&d("d4")) > yield_!(1) && let Some(k) = maybe(3) { log("in"); }
        3
    }
}

fidelity! {
    fn a_while_of_several_parts() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        while let Some(k) = lend().some() && n < 3 && let Some(z) = maybe(d("z")) && yield_!(n) > k % 2 { n += 1; log("in"); if n == 2 { continue; } yield_!(z.n); }
        n
    }
}

fidelity! {
    fn moved_by_an_arm_of_a_chain() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let y = d("y");
        if let Some(x) = (if k > 1 { Some(k) } else { None }) && x > a.n { log("t"); drop(a); } else if a.n > k { log("m"); }
        yield_!(5);
        3
    }
}

fidelity! {
    fn taken_by_a_chain() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = Some(d("a"));
        let y = d("y");
        if let Some(x) = a && k > 3 { log("t"); }
        yield_!(5);
        3
    }
}

fidelity! {
    fn peeked_by_a_chain() as (), takes u32, yields u32, returns u32 => {
        let mut heap = std::collections::BinaryHeap::from([3u32, 9]);
        let mut out = vec![];
        for item in [d("k"), d("l"), d("m")] { let k = yield_!(0); if heap.len() < 2 { out.push(item); } else if let Some(mut top) = heap.peek_mut() && k < *top { out.push(item); *top = k; } yield_!(heap.len() as u32); }
        3
    }
}

fidelity! {
    fn parts_of_matches_that_suspend_in_front_of_other_parts() as (), takes u32, yields u32, returns () => {
        if let Some(x) = Some(match res(yield_!(1), "x") { Ok(x) => x, Err(_) => { yield_!(2); d("e") } }) && c(yield_!(3)) && let Some(_) = Some(match res(yield_!(1), "x") { Ok(x) => x, Err(_) => { yield_!(2); d("e") } }) { log("then") } else { log("else") }
        log("next"); pass({})
    }
}

fidelity! {
    fn matches_that_suspend_as_scrutinees() as (), takes u32, yields u32, returns () => {
        if c(match opt(1, "s") { Some(_) => { yield_!(5) } _ => 9 }) { log("arm"); }
        if let true = match opt(1, "s") { Some(_) => { yield_!(5) > 3 } _ => true } && c(9) { log("arm"); }
        if c(9) && let true = match opt(1, "s") { Some(_) => { yield_!(5) > 3 } _ => true } { log("arm"); } else { log("else"); }
        log("next"); pass({})
    }
}

fidelity! {
    fn whose_names_are_moved_in_some_arms() as (), takes u32, yields u32, returns () => {
        match p() { P { a, mut b } => {
            let r = &mut b;
            match c(r.n) { true => { eat(a); } false => {} }
            r.n += 1;
            yield_!(1);
        } }
        if let Some((a, mut b)) = Some((d("a"), d("b"))) && let Some(mut z) = opt(1, "z") {
            let r = &mut z;
            if c(3) { eat(a); }
            r.n += 1;
            yield_!(b.n);
        }
        log("next"); pass({})
    }
}

fidelity! {
    fn what_is_left_by_a_pattern_that_may_fail() as (), takes u32, yields u32, returns () => {
        let y = t2(t(7), if let Some(x) = match res(yield_!(1), "x") { Ok(x) => Some(x), Err(_) => { yield_!(2); None } } { eat(x) } else { t(2) }) + t(3);
        log("next"); pass({})
    }
}

fidelity! {
    fn what_is_left_in_an_if_let_that_is_an_operand() as (), takes u32, yields u32, returns () => {
        let y = t2(t(7), if let D { n: 1.., .. } = match p() { P { a: _, b } => { yield_!(5); b } } { t(1) } else { t(2) }) + t(3);
        log("next"); pass({})
    }
}

fidelity! {
    fn what_is_left_in_an_if_let_that_moves_a_local() as (), takes u32, yields u32, returns u32 => {
        let w = d("w");
        let y = t2(t(7), if let Some(x) = match res(yield_!(1), "x") { Ok(x) => Some(x), Err(_) => { yield_!(2); None } } { eat(w) } else { t(2) }) + t(3);
        log("next"); yield_!(8); y
    }
}

fidelity! {
    fn what_is_left_in_the_operand_of_a_let_else() as (), takes u32, yields u32, returns u32 => {
        let Some(x) = Some(match res(yield_!(1), "x") { Ok(x) => x, Err(_) => { yield_!(2); d("e") } }) else { return 3 };
        let y = if let Some(x) = Some(match res(yield_!(1), "x") { Ok(x) => x, Err(_) => { yield_!(2); d("e") } }) { x } else { d("k") };
        log("next"); y.n
    }
}

fidelity! {
    fn what_is_left_in_the_operand_of_an_if_let() as (), takes u32, yields u32, returns () => {
        let y = t2(7, if let Some(_) = Some(match res(yield_!(1), "x") { Ok(x) => x, Err(_) => { yield_!(2); d("e") } }) { t(1) } else { t(2) });
        log("next"); pass({})
    }
}

fidelity! {
    fn of_which_what_is_bound_is_borrowed_again(o: &'static mut Option<D>) as (Box::leak(Box::new(Some(d("o"))))), takes u32, yields u32, returns (), unclonable => {
        if let Some(x) = o && x.touch() < 9 { yield_!(1); x.touch(); yield_!(2); } else { *o = None; }
        *o = Some(d("z"));
        yield_!(3);
    }
}
