//! `let x;` and its assignment later, and the drop order that follows the declaration.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

fidelity! {
    /// Drops `t`, then `s`: the order of declaration decides.
    fn initialised_after_a_younger_local() as (), yields u32 => {
        let s;
        let t = d("t");
        s = d("s");
        yield_!(1);
        log("end");
    }
}

fidelity! {
    fn initialised_after_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let a;
        let b = d("b");
        yield_!(1);
        a = d("a");
        let c = d("c");
        yield_!(2);
        a.id()
    }
}

fidelity! {
    fn initialised_by_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let n;
        let a = d("a");
        n = yield_!(1);
        yield_!(n);
        n + a.id()
    }
}

fidelity! {
    fn initialised_in_both_branches() as (), takes bool, yields u32, returns u32 => {
        let a;
        let b = d("b");
        if yield_!(1) {
            a = d("then");
        } else {
            yield_!(2);
            a = d("else");
        }
        yield_!(3);
        a.id()
    }
}

fidelity! {
    fn initialised_in_every_arm() as (), takes u32, yields u32, returns String => {
        let text;
        let n;
        match yield_!(1) {
            0 => { n = 0; text = String::new(); }
            1..=4 => { text = "few".to_owned(); n = yield_!(2); }
            _ => { n = yield_!(3); text = n.to_string(); }
        }
        yield_!(n);
        text + "!"
    }
}

fidelity! {
    fn initialised_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let found;
        let guard = d("guard");
        loop {
            let x = yield_!(1);
            if x > 3 {
                found = d(format!("found{x}"));
                break;
            }
        }
        yield_!(found.n);
        log("end");
        found.id()
    }
}

fidelity! {
    fn initialised_in_an_inner_block() as (), yields u32, returns u32 => {
        let a;
        {
            let b = d("b");
            a = d("a");
            yield_!(1);
        }
        yield_!(2);
        a.id()
    }
}

fidelity! {
    fn declared_with_a_type() as (), takes u32, yields u32, returns u64 => {
        let n: u64;
        let mut m: Option<D>;
        m = None;
        yield_!(1);
        n = u64::from(yield_!(2));
        m = Some(d("m"));
        yield_!(3);
        n + u64::from(m.is_some())
    }
}

fidelity! {
    fn several_names_initialised_out_of_order() as (), yields u32 => {
        let (a, b);
        let c;
        let e = d("e");
        c = d("c");
        yield_!(1);
        b = d("b");
        yield_!(2);
        a = d("a");
        yield_!(3);
        log("end");
    }
}

fidelity! {
    fn initialised_by_destructuring_assignment() as (), takes u32, yields u32, returns u32 => {
        let (a, b, c);
        (a, b) = (d("a"), yield_!(1));
        yield_!(b);
        [c, ..] = [yield_!(2), 5, 6];
        a.id() + b + c
    }
}

fidelity! {
    fn a_deferred_mutable_local() as (), takes u32, yields u32, returns u32 => {
        let mut n;
        n = yield_!(1);
        n += yield_!(n);
        n = n + 1;
        yield_!(n);
        n
    }
}

fidelity! {
    fn declared_in_a_loop_body() as (), takes bool, yields u32 => {
        for i in 0..3 {
            let a;
            let b = d(format!("b{i}"));
            a = d(format!("a{i}"));
            if yield_!(i) { continue }
            log("end of the round");
        }
    }
}

fidelity! {
    fn declared_and_never_initialised() as (), yields u32 => {
        let unused: u32;
        let never: D;
        yield_!(1);
        let a = d("a");
        yield_!(2);
    }
}

fidelity! {
    fn assigned_only_before_a_return() as (), takes bool, yields u32, returns u32 => {
        let a;
        let b = d("b");
        if yield_!(1) {
            a = d("a");
            yield_!(2);
            return a.id();
        }
        yield_!(3);
        4
    }
}

fidelity! {
    fn a_reassigned_local_drops_its_old_value_at_once() as (), yields u32, returns u32 => {
        let mut a = d("one");
        yield_!(1);
        a = d("two");
        log("assigned");
        yield_!(2);
        a = d("three");
        a.id()
    }
}

fidelity! {
    fn an_assigned_local_keeps_its_place_in_the_order() as (), yields u32 => {
        let mut a = d("a");
        let b = d("b");
        a = d("a2");
        yield_!(1);
        let c = d("c");
        yield_!(2);
    }
}

fidelity! {
    fn a_deferred_reference_target() as (), yields u32, returns u32 => {
        let owned;
        let view: &'static str;
        if true { view = "literal"; } else { view = "other"; }
        yield_!(view.len() as u32);
        owned = view.to_owned();
        yield_!(owned.len() as u32);
        (owned.len() + view.len()) as u32
    }
}

fidelity! {
    fn a_deferred_closure() as (), takes u32, yields u32, returns u32 => {
        let f;
        let base = yield_!(1);
        f = move |x: u32| x + base;
        yield_!(f(1));
        f(2)
    }
}

fidelity! {
    fn assigned_in_each_arm_behind_or_in_front_of_a_suspension() as (), takes u32, yields u32, returns () => {
        let start; if c(t(5)) { yield_!(1); start = 1; } else { start = 7; yield_!(start); } t(start);
    }
}

fidelity! {
    fn assigned_in_the_other_arm() as (), takes u32, yields u32, returns () => {
        let start; if c(t(1)) { yield_!(1); start = 1; } else { start = 7; yield_!(start); } t(start);
    }
}

fidelity! {
    fn that_drops_and_is_assigned_in_each_arm() as (), takes u32, yields u32, returns () => {
        let start; if c(t(1)) { yield_!(1); start = d("a"); } else { start = d("b"); yield_!(start.id()); } eat(start);
    }
}

fidelity! {
    fn assigned_in_arms_of_a_match() as (), takes u32, yields u32, returns () => {
        let start; match t(2) { 0 => { yield_!(1); start = 1; } 1 => { start = 4; let x = start; yield_!(x); } _ => { start = 5; see("s", start); yield_!(start); } } t(start); yield_!(start);
    }
}

fidelity! {
    fn that_is_copied_where_it_is_assigned() as (), takes u32, yields u32, returns () => {
        let o; if c(t(1)) { yield_!(1); o = Some(1); } else { o = Some(7); let f = o; yield_!(f.unwrap()); } t(o.unwrap());
    }
}
