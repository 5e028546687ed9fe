//! Branches without a suspension that move a local in some arms only: what is left has a local of its own, which ends
//! where the first would have.

use coro_tests::{D, St, d, eat, fidelity, log, see, st};

/// Droppable things that a temporary lends.
struct Lent(Vec<D>);

fn lend() -> Lent {
    Lent(vec![d("lent"), d("a")])
}

fidelity! {
    fn value_of_a_suspending_condition() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let n = if yield_!(1) > 2 { log("t"); eat(a); 3 } else { log("e"); 4 };
        let c = d("c");
        yield_!(n) + 1
    }
}

fidelity! {
    fn value_of_a_let() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let k = yield_!(1);
        let n = if k > 2 { log("t"); eat(a); 3 } else { log("e"); 4 };
        let c = d("c");
        yield_!(n) + 1
    }
}

fidelity! {
    fn value_that_is_assigned_by_a_match() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let b = d("b");
        let a = d("a");
        let mut n = 0;
        n = match k { 0 => { let n = a.n; eat(a); n }, 1 | 2 => { drop(a); 3 } 3 if k > 9 => 8, 4 => return 9, _ => { log("x"); 7 } };
        let c = d("c");
        yield_!(n) + 1
    }
}

fidelity! {
    fn branches_in_branches() as (), takes u32, yields u32, returns u32 => {
        let mut out = vec![];
        for i in 0..3u32 { let a = d("a"); let k = yield_!(i); if k % 3 == 0 { out.push(a); } else if k % 3 == 1 { log("mid"); } else { if k > 4 { out.push(a); } else { log("in"); } } yield_!(out.len() as u32); }
        5
    }
}

fidelity! {
    fn jumps_out_of_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut out = vec![];
        for a in [d("p"), d("q"), d("r")] { let k = yield_!(1); let z = d("z"); if k > 3 { log("push"); out.push(a); } else if k == 2 { continue; } else if k == 1 { break; } yield_!(out.len() as u32); log("endbody"); }
        5
    }
}

fidelity! {
    fn bound_by_an_if_let() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        if let Some(a) = Some(d("s")) { let z = d("z"); match k { 0 => drop(a), 1 => { let y = a; log("y"); } _ => log("n") } yield_!(2); log("e"); }
        3
    }
}

fidelity! {
    fn bound_by_an_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        match Some(d("s")) { Some(a) => { if k > 2 { eat(a); } yield_!(2); log("e"); } None => {} }
        3
    }
}

fidelity! {
    fn bound_by_a_while_let() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        while let Some(a) = (if n < 3 { n += 1; Some(d("w")) } else { None }) { let k = yield_!(1); let b = d("b"); if k % 2 == 0 { let _g = d("g"); eat(a); log("after"); } yield_!(k); }
        n
    }
}

fidelity! {
    fn panics_in_an_arm() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let k = yield_!(1);
        if k == 1 { panic!("x") } else if k == 2 { drop((a, see("p", if k == 2 { 1 } else { 2 }))); } else { log("k"); }
        yield_!(5);
        3
    }
}

fidelity! {
    fn last_of_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let (b, a) = (d("b"), d("a"));
        let k = yield_!(1);
        if k > 2 { drop(a); }
        yield_!(5);
        b.id()
    }
}

fidelity! {
    fn first_of_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let (a, b) = (d("a"), d("b"));
        let k = yield_!(1);
        if k > 2 { drop(a); }
        yield_!(5);
        b.id()
    }
}

fidelity! {
    fn parameter(a: D) as (d("par")), takes u32, yields u32, returns u32 => {
        let b = d("b");
        let k = yield_!(1);
        if k > 2 { drop(a); }
        yield_!(5);
        b.id()
    }
}

fidelity! {
    fn two_parameters(a: D, c: D) as (d("par"), d("c")), takes u32, yields u32, returns u32 => {
        let b = d("b");
        let k = yield_!(1);
        if k > 2 { drop(a); } else { drop(c); }
        yield_!(5);
        b.id()
    }
}

fidelity! {
    fn two_locals() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let k = yield_!(1);
        if k > 2 { drop(a); eat(b); } else if k > 1 { drop(b); } else { eat(a); }
        yield_!(5);
        let e = d("e");
        yield_!(6);
        4
    }
}

fidelity! {
    fn looked_at_in_a_branch() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        if k > 2 { if a.id() > 7 { log("big"); } } else { drop(a); }
        yield_!(5);
        let e = d("e");
        yield_!(6);
        4
    }
}

fidelity! {
    fn looked_at_in_the_tail() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        let v = if k > 2 { a.id() } else { drop(a); 4 };
        yield_!(v);
        let e = d("e");
        yield_!(6);
        4
    }
}

fidelity! {
    fn looked_at_through_a_reference() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        let r = &a;
        let v = if k > 2 { r.id() } else { drop(a); 4 };
        yield_!(v);
        let e = d("e");
        yield_!(6);
        4
    }
}

fidelity! {
    fn assigned_again_in_an_arm() as (), takes u32, yields u32, returns u32 => {
        let mut a = d("a");
        let k = yield_!(1);
        if k > 2 { drop(a); a = d("new"); if k > 4 { drop(a); } } else { log("e"); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn unboxed_in_an_arm() as (), takes u32, yields u32, returns u32 => {
        let a = Box::new(d("a"));
        let k = yield_!(1);
        if k > 2 { let x = *a; log("x"); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn struct_with_several_parts() as (), takes u32, yields u32, returns u32 => {
        let a = st(1);
        let k = yield_!(1);
        if k > 2 { drop(a); } else if k > 1 { log("n"); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn moved_by_the_condition() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        if k > 2 && { eat(a); k > 3 }
        { log("x"); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn moved_by_a_closure_that_is_called() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        if k > 2 { (|| { drop(a); })(); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn moved_by_a_closure_that_is_kept() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        if k > 2 { let f = move || a.id(); log("f"); f(); } else { println!("{a:?}"); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn moved_by_an_assertion() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        if k > 2 { assert!(k > 2 && a.id() > 0 || { eat(a); true }); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn moved_before_a_break_behind_it() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        'x: { let z = d("z"); if k > 4 { drop(a); break 'x; } if k > 2 { break 'x; } log("e"); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn moved_before_a_break_of_its_scope() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        'x: { let a = d("a"); let z = d("z"); if k > 4 { drop(a); break 'x; } else if k > 2 { drop(a); if k == 3 { break 'x; } log("3"); } yield_!(3); log("e"); }
        yield_!(5);
        4
    }
}

fidelity! {
    fn question_in_an_arm() as (), takes u32, yields u32, returns Option<u32> => {
        let k = yield_!(1);
        let a = d("a");
        if k > 2 { see("x", if k > 3 { None } else { Some(1) })?; drop(a); } else { log("k"); }
        yield_!(3);
        Some(3)
    }
}

fidelity! {
    fn loops_in_the_arms() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let k = yield_!(1);
        let t = d("t");
        if k > 2 { loop { drop(a); break; } } else { while see("w", false) {} }
        yield_!(5);
        4
    }
}

fidelity! {
    fn greatest_string() as (), takes u32, yields u32, returns u32 => {
        let mut best = String::new();
        for x in ["a", "ccc", "bb"].map(String::from) { if x.len() > best.len() { best = x; } yield_!(best.len() as u32); }
        4
    }
}

fidelity! {
    fn greatest_item() as (), takes u32, yields u32, returns u32 => {
        let mut best = d("b0");
        for x in [d("x1"), d("x2")] { let k = yield_!(2); if x.n > best.n || k > 2 { best = x; } yield_!(best.n); }
        4
    }
}

fidelity! {
    fn in_a_block() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let k = yield_!(2);
        { let y = d("y"); if k > 2 { drop(x); } log("blk"); }
        yield_!(3);
        4
    }
}

fidelity! {
    fn before_a_suspension_in_a_branch() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let k = yield_!(2);
        if k > 1 { if k > 2 { drop(x); } yield_!(7); log("i"); }
        yield_!(3);
        4
    }
}

fidelity! {
    fn beside_a_suspending_else() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let k = yield_!(2);
        if k > 1 { let x2 = d("x2"); if k > 2 { drop(x); drop(x2); } yield_!(7); log("i"); } else { yield_!(8); }
        yield_!(3);
        4
    }
}

fidelity! {
    fn arm_that_never_ends() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let k = yield_!(2);
        if k > 1 { drop(x); unreachable!("no") } else if k > 0 { drop(x); }
        yield_!(3);
        4
    }
}

fidelity! {
    fn temporaries_of_a_scrutinee() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(2);
        let x = d("x");
        let n = match (see("s", k), &d("tmp")) { (0, t) => { drop(x); t.id() } (1, _) => 3, (m, t) => { log("m"); m + t.id() } };
        let z = d("z");
        yield_!(n);
        4
    }
}

fidelity! {
    fn temporaries_of_a_condition() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(2);
        let x = d("x");
        let n = if let Some(t) = lend().0.get(k as usize) { drop(x); t.id() } else { 5 };
        let z = d("z");
        yield_!(n);
        4
    }
}

fidelity! {
    fn moved_in_the_else_of_an_if_let() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(2);
        let x = d("x");
        if let Some(t) = lend().0.get(k as usize) { log("some"); } else { drop(x); }
        let z = d("z");
        yield_!(1);
        4
    }
}

fidelity! {
    fn shadowed_in_an_arm() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let x = { x };
        let k = yield_!(2);
        if k > 3 { let x = { x }; log("sh"); }
        yield_!(3);
        4
    }
}

fidelity! {
    fn shadowed_by_another() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let k = yield_!(2);
        if k > 3 { let x = d("other"); drop(x); } else { drop(x); }
        yield_!(3);
        4
    }
}

fidelity! {
    fn references_to_a_parameter_live_over_it(words: Vec<D>) as (vec![d("w")]), takes u32, yields u32, returns u32 => {
        let mut query = yield_!(1);
        loop { let mut out = vec![]; let view = &words; if query > 3 { out.push(query); } let n = view.len() + out.len(); query = yield_!(n as u32); if query == 2 { break 4; } }
    }
}

fidelity! {
    fn references_into_a_parameter_live_over_it(words: Vec<D>) as (vec![d("w")]), takes u32, yields u32, returns u32 => {
        for limit in [d("l"), d("m")] { let first = &words[0]; let mut taken = vec![]; if limit.n < first.n { taken.push(limit); } else { see("else", first.n); } yield_!(taken.len() as u32); }
        3
    }
}

fidelity! {
    fn references_live_over_a_match(words: Vec<D>) as (vec![d("w")]), takes u32, yields u32, returns u32 => {
        let mut k = yield_!(0);
        for limit in [d("l"), d("m")] { let first = &words[0]; let n = match k { 0 => 3, 1 => { eat(limit); first.n } _ => first.n }; k = yield_!(n); }
        3
    }
}

fidelity! {
    fn moved_into_a_deferred_local(mut x1: D) as (d("p")), takes u32, yields u32, returns u32 => {
        let k = yield_!(0);
        let x2: D;
        if k > 2 { x2 = x1; }
        yield_!(1);
        3
    }
}

fidelity! {
    fn moved_into_a_deferred_local_beside_another() as (), takes u32, yields u32, returns u32 => {
        let x1 = d("x1");
        let k = yield_!(0);
        let w = d("w");
        let x2: D;
        if k > 2 { x2 = x1; } else if k > 1 { drop(w); }
        yield_!(1);
        3
    }
}

fidelity! {
    fn one_branch_is_taken_apart() as (), takes u32, yields u32, returns u32 => {
        let x1 = d("x1");
        let v = d("v");
        let k = yield_!(0);
        if k > 3 { drop(v); }
        let x2: D;
        if k > 2 { x2 = x1; }
        yield_!(1);
        3
    }
}

fidelity! {
    fn beside_another_that_is_taken_apart() as (), takes u32, yields u32, returns u32 => {
        { let x = d("x"); let v = d("v"); let r = &v; if see("c", 2) > 1 { eat(x); } r.id(); yield_!(1); } let y = d("y"); if yield_!(2) < 3 { eat(y); } yield_!(3)
    }
}

fidelity! {
    fn beside_another_in_the_other_arm() as (), takes u32, yields u32, returns u32 => {
        if yield_!(0) > 3 { let x = d("x"); let t = d("t"); let r = if see("c", 3) > 1 { eat(x); &t } else { &t }; let n = r.id(); yield_!(n) } else { let y = d("y"); if yield_!(1) < 3 { eat(y); } yield_!(1) }
    }
}

fidelity! {
    fn each_arm_of_an_operand_moves(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let mut list = vec![1]; let n = see("n", 1);
        match n {
            1 => { let mut put = |k: u32| list.push(k); put(eat(if n > 3 { q } else { log("else"); q })); put(2); }
            _ => {}
        }
        yield_!(1); list.len() as u32
    }
}

fidelity! {
    fn each_arm_of_a_match_that_is_an_operand_moves(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let mut list = vec![1]; let n = see("n", 1);
        if n > 0 {
            let mut put = |k: u32| list.push(k); put(1 + match n { 0 => eat(q), 1 => { log("one"); eat(q) } _ => eat(q) + 1 }); put(2);
        }
        yield_!(1); list.len() as u32
    }
}

fidelity! {
    fn in_a_tuple_of_which_a_part_is_matched(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        if let Some(1 | 2) = (match see("n", 1) { 1 => d("other"), _ => q }, Some(see("m", 2))).1 { log("some"); }
        yield_!(1); 3
    }
}

fidelity! {
    fn in_a_labelled_block_in_a_tuple_of_which_a_part_is_matched(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        if let Err(_) = ('done: { if see("n", 1) > 3 { break 'done Err::<u32, D>(d("error")); } let p: D = q; Ok::<u32, D>(p.n) }, 7).0 {}
        yield_!(1); 3
    }
}

fidelity! {
    fn assigned_from_a_branch_that_may_move_it() as (), takes u32, yields u32, returns u32 => {
        let mut q = d("q"); let n = see("n", 1);
        q = if n > 3 { Some(q) } else { None }.unwrap_or(d(if yield_!(1) > 2 { "two" } else { "one" }));
        let e = d("e"); yield_!(e.n); 3
    }
}

fidelity! {
    fn a_field_is_assigned_from_a_branch_that_may_move_it() as (), takes u32, yields u32, returns u32 => {
        let mut q = (d("q"), 1); let n = see("n", 1);
        q.1 = if n > 3 { let (a, b) = q; q = (d("new"), 2); eat(a) + b } else { 5 };
        log("next"); yield_!(2); q.1
    }
}

fidelity! {
    fn an_arm_of_an_operand_moves_on_some_ways(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let mut list = vec![1]; let n = see("n", 1); let e = d("e");
        match n {
            0 => {}
            _ => {
                let mut put = |k: u32| list.push(k);
                put(if n > 1 { if n > 2 { log("other"); 4 } else { eat(q) } } else { log("else"); 5 }); put(2);
            }
        }
        yield_!(e.n); list.len() as u32
    }
}

fidelity! {
    fn a_branch_in_an_operand_of_an_arm(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let kind = d("kind"); let look = || kind.n; let n = see("n", 1); let e = d("e");
        let m = if n > 0 { u32::max(1, if n > 1 { eat(q) } else { 6 }) } else { 0 };
        let m = m + look(); yield_!(m + e.n); kind.n
    }
}

fidelity! {
    fn a_match_in_an_operand_of_a_let_of_an_arm(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let kind = d("kind"); let look = || kind.n; let n = see("n", 1); let e = d("e");
        if n > 0 { let m = u32::max(look(), match n { 1 => 3, 2 => { log("two"); eat(q) } _ => eat(q) + 1 }); log(m); } else { log("none"); }
        let m = look(); yield_!(m + e.n); kind.n
    }
}

fidelity! {
    fn a_branch_in_an_operand_of_a_branch_in_an_operand(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let kind = d("kind"); let look = |k: u32| kind.n + k; let n = see("n", 2); let e = d("e");
        let m = look(if n > 0 { u32::max(1, if n > 1 { u32::min(9, if n > 5 { eat(q) } else { log("here"); 3 }) } else { 6 }) } else { 0 });
        yield_!(m + e.n); kind.n
    }
}
