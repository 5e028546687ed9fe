//! Branches without a suspension that move a local in some arms only, by patterns, in blocks, as values, and while
//! something else is borrowed.

use coro_tests::{D, St, d, eat, fidelity, log, see, st};

#[derive(Clone)]
enum En {
    A(D),
    B { n: u32, x: D },
    C,
}

#[derive(Clone)]
enum Num {
    N(u32),
    O(D),
}
fidelity! {
    fn taken_by_an_if_let() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let z = d("z");
        let a = Some(d("a"));
        let y = d("y");
        if let Some(a) = a { log("t"); if k > 2 { eat(a); } } else { log("e"); }
        yield_!(4);
        3
    }
}

fidelity! {
    fn taken_by_an_if_let_that_may_fail() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = if k > 2 { Some(d("a")) } else { None };
        let y = d("y");
        if let Some(a) = a { log("t"); }
        yield_!(4);
        3
    }
}

fidelity! {
    fn taken_by_arms_with_guards() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = if k > 2 { En::A(d("a")) } else { En::B { n: k, x: d("x") } };
        let y = d("y");
        let mut out = vec![];
        let m = match a { En::A(p) if see("g", k > 3) => { out.push(p); 1 } En::A(p) => { log("sec"); p.n } En::B { n: 2, x } => x.n, _ => 7 };
        yield_!(m);
        3
    }
}

fidelity! {
    fn results() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = if k > 2 { Ok(d("a")) } else { Err(k) };
        let y = d("y");
        let m = match a { Ok(p) => { eat(p); 1 } Err(n) => n };
        yield_!(m);
        3
    }
}

fidelity! {
    fn value_of_blocks_in_blocks() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let y = d("y");
        let m = { let z = d("z"); let w = { log("w"); if k > 3 { eat(a); 2 } else { a.id() } }; log("in"); w + 1 };
        yield_!(m);
        3
    }
}

fidelity! {
    fn blocks_in_blocks() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let y = d("y");
        { let z = d("z"); { if k > 3 { eat(a); } } log("in"); }
        yield_!(1);
        3
    }
}

fidelity! {
    fn looked_at_by_a_format() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let y = d("y");
        let s = if k > 3 { eat(a); String::new() } else { format!("{} {}", a.n, k) };
        yield_!(s.len() as u32);
        3
    }
}

fidelity! {
    fn references_to_it_live_in_another_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let y = d("y");
        let r = &a;
        let s = if k > 3 { r.id() } else { drop(a); 7 };
        yield_!(s);
        3
    }
}

fidelity! {
    fn searched_by_a_suspending_match() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = vec![d("a"), d("b")];
        let y = d("y");
        match a.iter().position(|x| x.n == k) { Some(n) => { log("found"); yield_!(n as u32); } None => drop(a) }
        yield_!(2);
        3
    }
}

fidelity! {
    fn searched_by_a_match() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = vec![d("a"), d("b")];
        let y = d("y");
        match a.iter().position(|x| x.n > k) { Some(n) => { see("found", n); } None => drop(a) }
        yield_!(2);
        3
    }
}

fidelity! {
    fn first_of_it_by_a_match() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = vec![d("a"), d("b")];
        let y = d("y");
        let n = match a.first() { Some(x) if x.n > k => x.n, Some(_) => { drop(a); 3 } None => 4 };
        yield_!(n);
        3
    }
}

fidelity! {
    fn taken_apart_by_a_let() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = (d("a"), d("b"));
        let y = d("y");
        match k { 0 => { let (p, q) = a; log("p"); } 1 => { let (p, _) = a; log("q"); } _ => log("no") }
        yield_!(5);
        3
    }
}

fidelity! {
    fn ref_in_one_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = Some(d("a"));
        let y = d("y");
        match a { Some(ref x) if k > 3 => { see("x", x.n); } Some(x) => { eat(x); } None => {} }
        yield_!(5);
        3
    }
}

fidelity! {
    fn variant_whose_part_is_left() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = if k > 3 { En::A(d("a")) } else { En::C };
        let y = d("y");
        match a { En::A(_) => log("A"), En::B { n, x } => { see("n", n); } En::C => log("C") }
        yield_!(5);
        3
    }
}

fidelity! {
    fn copied_from_a_variant() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = if k > 3 { Num::N(2) } else { Num::O(d("o")) };
        let y = d("y");
        match a { Num::N(n) => { see("n", n); } Num::O(_) => log("O") }
        yield_!(5);
        3
    }
}

fidelity! {
    fn copied_by_an_if_let() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = if k > 3 { Num::N(2) } else { Num::O(d("o")) };
        let y = d("y");
        if let Num::N(n) = a { see("n", n); }
        yield_!(5);
        if let Num::N(n) = Num::N(2) { see("n", n); }
        3
    }
}

fidelity! {
    fn two_locals_of_an_assignment() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let b = d("b");
        let mut t;
        t = if k > 3 { eat(a); 1 } else if k > 2 { b.id() } else { eat(b); 4 };
        yield_!(t);
        3
    }
}

fidelity! {
    fn looked_at_for_a_declared_type() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let b = d("b");
        let t: u32 = if k > 3 { eat(a); 1 } else { a.id() };
        yield_!(t);
        3
    }
}

fidelity! {
    fn pushed_under_a_borrow(shared: std::rc::Rc<std::cell::RefCell<Vec<D>>>) as (std::rc::Rc::default()), takes u32, yields u32, returns u32 => {
        for key in [d("k"), d("l"), d("m")] { let k = yield_!(0); let n = { let mut list = shared.borrow_mut(); if !list.iter().any(|x| x.n == key.n + k) { list.push(key); } list.len() }; yield_!(n as u32); }
        shared.borrow_mut().clear();
        3
    }
}

fidelity! {
    fn pushed_under_an_entry() as (), takes u32, yields u32, returns u32 => {
        let mut map = std::collections::BTreeMap::new();
        for value in [d("k"), d("l"), d("m")] { let k = yield_!(0); let list: &mut Vec<D> = map.entry(k).or_default(); if list.len() < 1 { list.push(value); } let n = list.len(); yield_!(n as u32); }
        3
    }
}

fidelity! {
    fn part_copied_in_front_of_the_move() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = st(2);
        let y = d("y");
        let mut t = 0;
        if k > 3 { t += a.n; drop(a); } else if a.n > 1 { log("n"); } else { t = 2; }
        yield_!(t);
        3
    }
}

fidelity! {
    fn part_copied_in_another_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = st(2);
        let y = d("y");
        let mut t = 0;
        if k > 3 { drop(a); } else { t = a.n; }
        yield_!(t);
        3
    }
}

fidelity! {
    fn part_copied_beside_a_branch() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = st(2);
        let y = d("y");
        let mut t = 0;
        if k > 3 { if k > 4 { drop(a); } else { t += a.n; } } else { let z = a.n; log("z"); }
        yield_!(t);
        3
    }
}

fidelity! {
    fn lent_to_a_list_that_another_arm_uses() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let mut l: Vec<&D> = vec![];
        l.push(&a);
        let m = if k > 3 { drop(a); 2 } else { l[0].id() };
        yield_!(m);
        3
    }
}

fidelity! {
    fn branch_as_the_value_of_an_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let v = if k > 3 { drop(a); 1 } else { if k > 2 { 2 } else { 4 } };
        yield_!(v);
        3
    }
}

fidelity! {
    fn match_as_the_value_of_an_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let v = match k { 0 => { drop(a); 1 } 1 => match k { 0 => 2, _ => 4 }, _ => 5 };
        yield_!(v);
        3
    }
}

fidelity! {
    fn moved_into_what_is_assigned() as (), takes u32, yields u32, returns u32 => {
        let mut k = yield_!(1);
        let mut s = En::C;
        for i in 0..2 { let a = d("a"); s = match s { En::C => En::A(a), En::A(x) => { if k > 4 { En::B { n: 2, x } } else { En::C } } _ => En::C }; yield_!(2); }
        3
    }
}

fidelity! {
    fn second_local_in_a_let_of_an_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let x1 = d("x1");
        let x2 = d("x2");
        if k < 5 { let v = if k < 4 { eat(x2) } else { 2 }; drop(x1); }
        yield_!(2);
        3
    }
}
