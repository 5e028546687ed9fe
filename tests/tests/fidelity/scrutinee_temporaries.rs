//! Temporaries of scrutinees and of the heads of loops, across suspensions in what they guard.

use std::cell::RefCell;

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone)]
struct Lent(D, Vec<D>);

impl Lent {
    fn id(&self) -> u32 {
        self.0.id()
    }
    fn list(&self) -> Vec<D> {
        self.1.clone()
    }
    fn get(&self, n: usize) -> Option<&D> {
        self.1.get(n)
    }
    fn some(&self) -> Option<u32> {
        Some(self.id())
    }
    fn pop(&mut self) -> Option<D> {
        self.1.pop()
    }
}

fn lend() -> Lent {
    Lent(d("lent"), vec![d("a"), d("b")])
}

fn u(x: &D) -> u32 {
    x.n
}

fn id(_: u32) -> D {
    log("id");
    d("id")
}

fidelity! {
    fn of_a_value_behind_a_branch_that_leaves() as (), takes u32, yields u32, returns u32 => {
        match id(u(&d(if yield_!(1) == 3 { "x" } else { return 4 }))) { x => { yield_!(2); x.n } }
    }
}

fidelity! {
    fn of_the_head_of_a_for_behind_a_branch_that_leaves() as (), takes u32, yields u32, returns u32 => {
        for _ in 0..id(u(&d(if yield_!(1) == 3 { "x" } else { return 4 }))).n { yield_!(2); }
        3
    }
}

fidelity! {
    fn of_a_block_that_nobody_takes() as (), takes u32, yields u32, returns u32 => {
        { id(u(&d(if yield_!(1) == 3 { "x" } else { return 4 }))) };
        yield_!(2)
    }
}

fidelity! {
    fn of_a_match_that_is_the_value() as (), takes u32, yields u32, returns u32 => {
        match lend().some() { Some(n) if n > 100 => yield_!(n), Some(n) => { yield_!(n); yield_!(n + 1) } None => 3 }
    }
}

fidelity! {
    fn of_a_match_whose_arm_has_locals() as (), takes u32, yields u32, returns u32 => {
        let x = match lend().some() { Some(n) => { let g = d("g"); yield_!(n); d("r") } None => d("e") };
        log("next");
        x.n
    }
}

fidelity! {
    fn from_which_the_arms_borrow() as (), takes u32, yields u32, returns u32 => {
        match lend().get(1) { Some(x) => { log(x.n); yield_!(3); } None => { yield_!(4); } }
        log("next");
        3
    }
}

fidelity! {
    fn of_the_head_of_a_for() as (), takes u32, yields u32, returns u32 => {
        for x in lend().list() { if yield_!(x.n) == 2 { continue; } log("body"); if yield_!(1) == 5 { break; } }
        log("next");
        3
    }
}

fidelity! {
    fn of_a_while_let() as (), takes u32, yields u32, returns u32 => {
        let mut k = 0;
        while let Some(n) = lend().some() { k += 1; if k > 3 { break } if yield_!(n) == 3 { continue } log("more"); yield_!(k); }
        log("next");
        3
    }
}

fidelity! {
    fn of_a_while_let_chain() as (), takes u32, yields u32, returns u32 => {
        let mut k = 0;
        while let Some(n) = lend().some() && yield_!(n) < 7 { k += 1; if k > 3 { break } log("more"); yield_!(k); }
        log("next");
        3
    }
}

fidelity! {
    fn of_chains_and_their_else() as (), takes u32, yields u32, returns u32 => {
        if let Some(n) = lend().some() && let Some(m) = lend().some() && yield_!(n) < 5 { yield_!(m); log("then") } else if let Some(k) = lend().some() { yield_!(k); log("else if") } else { yield_!(5); }
        log("next");
        3
    }
}

fidelity! {
    fn of_an_if_let_with_an_else() as (), takes u32, yields u32, returns u32 => {
        let x = if let Some(n) = lend().some() { yield_!(n); d("t") } else { d("e") };
        log("next");
        x.n
    }
}

fidelity! {
    fn of_branches_among_operands() as (), takes u32, yields u32, returns u32 => {
        drop([if let Some(n) = lend().some() { yield_!(n); d("t") } else { d("e") }, match lend().id() { n => { yield_!(n); d("m") } }]);
        log("next");
        3
    }
}

fidelity! {
    fn of_the_head_of_a_for_without_suspensions() as (), takes u32, yields u32, returns u32 => {
        let r = RefCell::new(vec![1, 2, 3]);
        let mut t = 0;
        for i in 0..r.borrow().len() { t += r.borrow()[i]; }
        yield_!(t)
    }
}

fidelity! {
    fn of_the_tail() as (), takes u32, yields u32, returns D => {
        match lend().id() { n => { yield_!(n); d("m") } }
    }
}

fidelity! {
    fn that_an_early_return_leaves() as (), takes u32, yields u32, returns D => {
        let a = d("a");
        match lend().id() { n => { let b = d("b"); if yield_!(n) == 3 { return d("early"); } d("m") } }
    }
}

fidelity! {
    fn of_nested_loops_with_labels() as (), takes u32, yields u32, returns u32 => {
        'l: for x in lend().list() { for y in lend().list() { if yield_!(x.n + y.n) == 3 { continue 'l; } if yield_!(2) == 4 { break 'l; } } }
        log("next");
        3
    }
}

fidelity! {
    fn out_of_which_a_value_is_taken() as (), takes u32, yields u32, returns u32 => {
        let x = match lend().pop() { Some(x) => { yield_!(x.n); x } None => d("none") };
        log("next");
        match lend().pop() { Some(x) => { yield_!(x.n); x } None => d("none") };
        log("next");
        x.n
    }
}

fidelity! {
    fn of_a_match_in_a_let_else() as (), takes u32, yields u32, returns u32 => {
        let Some(x) = (match lend().pop() { Some(x) => { yield_!(x.n); Some(x) } None => None }) else { return 3 };
        log("next");
        x.n
    }
}

fidelity! {
    fn of_a_match_whose_arms_jump_apart(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        match lend().id() { 3 => { eat(x); } n => { log("other"); } }
        log("next");
        yield_!(3)
    }
}

fidelity! {
    fn of_a_match_with_a_guard_whose_arms_jump_apart(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let r = match lend().id() { n if n > 3 => { eat(x); d("r") } n => d("s") };
        log("next");
        yield_!(r.n)
    }
}

fidelity! {
    fn of_an_if_let_that_moves_a_local(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        if let Some(n) = lend().some() { eat(x); }
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn of_an_if_let_of_which_one_branch_moves_a_local(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let r = if let Some(n) = lend().some().filter(|n| n % 2 == 0) { eat(x); d("t") } else { d("e") };
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn of_a_match_among_operands() as (), takes u32, yields u32, returns u32 => {
        let n = see("x", 1) + match lend().id() { n => { yield_!(n); n } } + lend().id();
        log("next");
        n
    }
}

fidelity! {
    fn of_a_match_in_a_loop_with_a_value() as (), takes u32, yields u32, returns u32 => {
        let n = loop { match lend().some() { Some(n) => { if yield_!(n) == 3 { break n; } log("again"); if yield_!(4) == 6 { break 4 } } None => break 3 } };
        log("next");
        n
    }
}

fidelity! {
    fn of_a_tuple() as (), takes u32, yields u32, returns u32 => {
        match (lend().id(), d("t")) { (n, t) => { yield_!(n + t.n); log("arm"); } }
        log("next");
        3
    }
}

fidelity! {
    fn of_a_tuple_with_a_borrow() as (), takes u32, yields u32, returns u32 => {
        match (lend().some(), &d("t")) { (Some(n), t) => { log(t.n); yield_!(n); log("arm"); } _ => {} }
        log("next");
        3
    }
}

fidelity! {
    fn of_adaptors_in_the_head_of_a_for() as (), takes u32, yields u32, returns u32 => {
        for (i, x) in lend().list().into_iter().enumerate() { yield_!(x.n + i as u32); }
        log("next");
        for x in lend().list().iter().map(|x| x.n).collect::<Vec<_>>() { yield_!(x); }
        log("next");
        3
    }
}

fidelity! {
    fn of_borrows_of_what_is_made() as (), takes u32, yields u32, returns u32 => {
        match &lend() { l => log(l.0.n) }
        match *&lend().0.n { n => { yield_!(n); } }
        log("next");
        3
    }
}

fidelity! {
    fn that_are_borrows_of_what_is_changed_later() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![1, 2, 3];
        while let Some(top) = v.last_mut() { *top -= 1; if *top == 0 { v.pop(); } yield_!(v.len() as u32); if v.len() < 3 { v.push(4); break; } }
        for x in v.iter().copied().collect::<Vec<_>>() { yield_!(x); v.push(1); }
        v.len() as u32
    }
}

fidelity! {
    fn of_matches_in_a_condition() as (), takes u32, yields u32, returns u32 => {
        if matches!(see("a", matches!(Some(d("m")), Some(ref y) if y.n > 2) as u32) + d("o").id() + yield_!(2), 0..=3 | 7) { log("then") }
        log("next");
        3
    }
}

fidelity! {
    fn of_matches_whose_scrutinee_suspends() as (), takes u32, yields u32, returns u32 => {
        let n = matches!(Some(id(yield_!(1))), Some(ref y) if y.n > 2) as u32 + yield_!(2);
        log("next");
        n
    }
}

fidelity! {
    fn that_are_bound_by_reference_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let n = match Some(id(yield_!(1))) { Some(ref y) if y.n > 2 => { log("arm"); y.n } Some(ref z) => z.n, None => 4 } + yield_!(2);
        log("next");
        n
    }
}

fidelity! {
    fn that_are_bound_by_reference_in_an_operand() as (), takes u32, yields u32, returns u32 => {
        let n = (match Some(d("t")) { Some(ref y) if y.n > 2 => { log("arm"); y.n } Some(ref z) => z.n, None => 4 }) + yield_!(2);
        log("next");
        n
    }
}

fidelity! {
    fn that_are_bound_by_value_in_an_operand() as (), takes u32, yields u32, returns u32 => {
        let n = (match Some(d("t")) { Some(y) if y.n > 2 => { log("arm"); y.n } Some(z) => z.n, None => 4 }) + yield_!(2);
        log("next");
        n
    }
}

fidelity! {
    fn that_are_bound_by_reference_where_arms_jump_apart(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let n = (match Some(d("t")) { Some(ref y) if y.n > 2 => { eat(x); log("arm"); y.n } Some(ref z) => z.n, None => 4 }) + yield_!(2);
        log("next");
        n
    }
}

fidelity! {
    fn of_a_statement_whose_arms_jump_apart(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        match Some(d("t")) { Some(ref y) if y.n > 2 => { eat(x); log("arm"); } Some(ref z) => log("z"), None => {} };
        log("next");
        yield_!(3)
    }
}

fidelity! {
    fn that_are_bound_by_reference_in_an_arm_that_suspends(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        match Some(d("t")) { Some(ref y) if y.n > 2 => { yield_!(y.n); log("arm"); } Some(ref z) => log("z"), None => {} };
        log("next");
        yield_!(3)
    }
}

fidelity! {
    fn that_are_bound_by_mutable_reference(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        match Some(d("t")) { Some(ref mut y) => { y.n += 1; eat(x); log("arm"); } None => log("z") };
        log("next");
        yield_!(3)
    }
}

fidelity! {
    fn that_an_if_let_binds_by_reference() as (), takes u32, yields u32, returns u32 => {
        if let Some(ref y) = Some(d("t")) { yield_!(y.n); log("then"); } else { yield_!(3); }
        log("next");
        3
    }
}

fidelity! {
    fn that_a_while_let_binds_by_reference() as (), takes u32, yields u32, returns u32 => {
        while let Some(ref y) = Some(id(yield_!(1))).filter(|x| x.n < 3) { yield_!(y.n); log("then"); }
        log("next");
        3
    }
}

fidelity! {
    fn of_matches_in_an_assertion() as (), takes u32, yields u32, returns u32 => {
        assert!(matches!(Some(id(yield_!(1))), Some(ref y) if y.n > 0), "{}", yield_!(3));
        log("next");
        3
    }
}

fidelity! {
    fn of_matches_in_format() as (), takes u32, yields u32, returns u32 => {
        let x = format!("{}{}", matches!(Some(id(yield_!(1))), Some(ref y) if y.n > 0), yield_!(3));
        log("next");
        3
    }
}

fidelity! {
    fn of_such_an_if_let_among_operands(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let r = see("a", 1) + if let Some(n) = lend().some() { eat(x); 4 } else { 5 } + yield_!(1);
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn of_chains_that_take_a_local(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        if let Some(n) = lend().some() && n > 100 { eat(x); } else if let Some(n) = lend().some() { log("else"); eat(x); } else { log("no"); }
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn of_an_if_let_in_a_loop_that_leaves(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        loop { if let Some(n) = lend().some() { eat(x); break } else { log("else") } }
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn of_a_while_let_that_takes_a_local(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        while let Some(n) = lend().some() { if n > 3 { eat(x); break } log("body") }
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn of_the_head_of_a_for_that_takes_a_local(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        for n in 0..lend().id() { if n > 3 { eat(x); break } log("body") }
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn that_are_bound_by_reference_where_a_local_is_taken(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let z;
        if let Some(ref n) = lend().pop() { z = n.n; eat(x); } else { z = 3; }
        log("next");
        yield_!(z)
    }
}

fidelity! {
    /// They end before the `else`, also where the branch is itself matched by arms that suspend.
    fn of_an_if_let_that_is_matched(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        match (if let None = Some(id(see("u", u(&d("t"))))) { Some(d("a")) } else { let y = x; Some(d("b")) }).unwrap() {
            D { n: 3, .. } => log("three"),
            y => { yield_!(y.n); }
        }
        log("next");
        3
    }
}

/// What a line says, in parts that end.
fn parts(line: &str) -> (D, Option<D>) {
    (d("first"), (line.len() > 3).then(|| d("second")))
}

fidelity! {
    fn parts_of_a_temporary_that_an_arm_leaves(line: &'static str) as ("b x"), takes u32, yields u32, returns u32, unclonable => {
        let r = match (line.to_uppercase().as_str(), "") { ("A", "") => { yield_!(1); 3 } ("B X", x) => { yield_!(x.len() as u32); 4 } _ => 5 }; yield_!(r);
        let r = match line.to_uppercase().split_once(' ') { Some(("A", "")) => { yield_!(1); 3 } Some(("B", x)) => x.len() as u32, _ => 5 }; yield_!(r);
        let k = match line.to_uppercase().split(' ').collect::<Vec<&str>>().as_slice() { &["a"] => { yield_!(1); 4 } &[_, x] => x.len() as u32, _ => 3 }; k + yield_!(2)
    }
}

fidelity! {
    fn what_a_last_arm_leaves_of_it(line: &'static str) as ("b x"), takes u32, yields u32, returns u32, unclonable => {
        let r = match parts(line.to_uppercase().as_str()) { (a, _) if a.n > 9 => { yield_!(1); a.n } (_, Some(b)) => { yield_!(2); b.n } _ => { log("rest"); 3 } }; yield_!(r);
        let r = match parts(line) { (D { n: 9, .. }, _) => { yield_!(1); 2 } (_, Some(_)) => { yield_!(2); 4 } _ if line.is_empty() => { 5 } _ => { yield_!(4); 6 } }; log("next"); r
    }
}

/// Owns three parts, which end in turn.
struct Three {
    a: D,
    b: Option<D>,
    c: D,
}

fn three(n: u32) -> Three {
    Three { a: d("three a"), b: (n > 1).then(|| d("three b")), c: d("three c") }
}

fidelity! {
    fn parts_that_arms_behind_leave(text: String) as (String::from("len=x")), takes u32, yields u32, returns u32, unclonable => {
        yield_!(match text.split_once('=') { Some(("len", _)) => yield_!(1), Some((_, v)) => v.len() as u32, None => 4 });
        yield_!(match text.trim() { "a" => yield_!(1), x if x.len() > 30 => 2, _ => 4 }); let n = match text.to_lowercase().trim() { "a" => yield_!(1), x if x.len() > 3 => x.len() as u32, _ => 4 };
        let list = vec![text.clone(), String::new()]; n + match list.iter().find(|it| it.len() > 1) { None => yield_!(1), Some(_) if list.len() > 3 => 2, Some(it) => it.len() as u32 }
    }
}

fidelity! {
    fn parts_that_end_behind_others(n: u32) as (2), takes u32, yields u32, returns u32, unclonable => {
        let r = 1 + match three(n) { Three { b: None, .. } => yield_!(1), Three { a, b: Some(_), .. } if n > 5 => { log("a"); a.id() } Three { b: Some(b), c, a: _ } => { log("b"); b.id() + c.id() } }; yield_!(r);
        let r = 1 + match (d("x"), Some(d("y")), n) { (_, None, _) => yield_!(2), (x, Some(_), 9) => { x.id() } (_, Some(y), _) => { yield_!(3); y.id() } }; yield_!(r);
        yield_!(match opt(n, "z") { None => yield_!(4), Some(D { n: 77, .. }) => 5, Some(_) => { log("some"); 6 } }); yield_!(match (d("u"), d("v")) { (_, D { n: 88, .. }) => yield_!(7), (u, _) if n > 7 => u.id(), _ => 8 })
    }
}

fn opt(n: u32, name: &'static str) -> Option<D> {
    (n > 0).then(|| d(name))
}

fidelity! {
    /// Of which the types are known behind the arms that suspend.
    fn parts_of_types_that_are_inferred_later(text: String) as (String::from("7")), takes u32, yields u32, returns u32, unclonable => {
        let v = 1 + match text.parse() { Ok(0) => yield_!(1), Ok(n) => n, Err(_) => 4 }; let v = v + match text.parse() { Ok(7) => yield_!(2), Err(_) => 4, Ok(n) => n }; yield_!(v);
        let mut all = Vec::new(); let v = v + match all.pop() { None => yield_!(3), Some(_) if text.len() > 3 => 4, Some(n) => n }; all.push(v);
        let mut names = Vec::new(); let v = v + match (names.pop(), text.len()) { (None, _) => yield_!(5), (Some(_), 4) => 4, (_, n) => n as u32 }; names.push(text); v + names.len() as u32 + all[0]
    }
}
