//! Patterns whose borrows are made again behind a suspension, after what they tested has been given another value.

use coro_tests::{St, d, fidelity, log, st};

use super::{
    given::*,
    made_anew::{W, w},
};

/// Whose fields have names that locals take.
pub struct Line {
    pub from: u32,
    pub to: u32,
}

fn line() -> Line {
    Line { from: 3, to: 5 }
}

fidelity! {
    fn a_field_under_the_name_of_another(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let b = match &mut w.inner { St { n: 1, a, .. } => a, _ => return 1 }; yield_!(1); b.touch(); yield_!(2); b.touch(); w.inner.n = 7; yield_!(w.inner.b.touch()); 4
    }
}

fidelity! {
    fn a_field_that_a_number_is_bound_to() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut line = line();
        let to = match &mut line { Line { from, to: 5 } => from, Line { .. } => return 1 }; yield_!(*to); *to += 1; yield_!(*to); *to += 1; line.to = 2; yield_!(line.from); line.to
    }
}

fidelity! {
    fn a_field_by_if_let(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let b = if let St { a, n: 1, .. } = &mut w.inner { a } else { return 1 }; yield_!(1); b.touch(); yield_!(2); w.inner.n = 3; w.inner.b.touch()
    }
}

fidelity! {
    fn a_field_by_ref(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let q = match w.inner { St { ref mut a, .. } => a }; yield_!(1); q.touch(); yield_!(2); q.touch(); w.inner.a = d("new"); 4
    }
}

fidelity! {
    fn a_field_of_a_variant(w: &'static mut W) as (w(2)), takes u32, yields u32, returns u32, unclonable => {
        let y = match &mut w.e { E::B { x, .. } => x, _ => return 1 }; yield_!(1); y.touch(); yield_!(2); y.touch(); w.e = E::Z; yield_!(3); 4
    }
}

fidelity! {
    fn a_number_that_its_name_changes(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        if let k @ 1..=9 = &mut w.n { *k = 20; yield_!(1); *k += 1; yield_!(2); *k += 1; } w.n += 1; yield_!(w.n);
    }
}

fidelity! {
    fn a_slot_that_its_name_empties(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.opt { all @ Some(_) => { *all = None; yield_!(1); *all = Some(d("q")); yield_!(2); *all = None; yield_!(3); } None => {} } w.opt = None; log("z");
    }
}

fidelity! {
    fn a_part_that_its_name_changes(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let (k @ 3, v) = &mut w.pair else { return }; *k = 9; yield_!(1); v.touch(); yield_!(2); *k += 1; w.pair.0 += 1; t(w.pair.0);
    }
}

fidelity! {
    fn an_element_that_its_name_changes(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.list { [a @ 4, b, ..] => { *a = 1; yield_!(1); *b += *a; yield_!(2); *a += 1; } _ => {} } w.list[0] += 1; t(w.list[0]);
    }
}

fidelity! {
    fn a_variant_that_its_name_changes(w: &'static mut W) as (w(2)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.e { all @ E::B { .. } => { yield_!(1); *all = E::Z; yield_!(2); *all = E::A(d("new")); yield_!(3); } _ => {} } w.e = E::Z; yield_!(4);
    }
}

fidelity! {
    fn a_struct_that_its_name_changes(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let r @ St { n: 1, .. } = &mut w.inner else { return }; r.n = 4; yield_!(0); r.n += 1; yield_!(r.n); w.inner.n += 1; t(w.inner.n);
    }
}

fidelity! {
    fn a_slot_that_a_match_gives(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = match &mut w.opt { all @ Some(_) => all, _ => return }; *x = None; yield_!(1); *x = Some(d("x")); yield_!(2); *x = None; w.opt = Some(d("y")); yield_!(3);
    }
}

fidelity! {
    fn what_stands_beside_what_is_bound(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let (3, ref mut x) = w.pair else { return }; yield_!(1); x.touch(); w.pair.0 = 7; yield_!(2); w.pair.1.touch();
    }
}

fidelity! {
    fn what_stands_beside_it_and_changes_meanwhile(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let (3, ref mut x) = w.pair else { return }; yield_!(1); w.pair.0 = 7; yield_!(2); x.touch(); w.pair.0 = 8; yield_!(3); w.pair.1.touch();
    }
}

fidelity! {
    fn a_variant_beside_it(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match w.inner { St { n: 1, ref mut a, .. } => { yield_!(1); w.inner.n = 9; a.touch(); yield_!(2); a.touch(); } _ => {} } w.inner = st(1); yield_!(3);
    }
}

fidelity! {
    fn the_rest_of_a_list(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        if let [4, rest @ ..] = &mut w.list { yield_!(1); rest[0] += 1; yield_!(2); rest[1] += 1; } w.list[0] = 1; t(w.list[1] + w.list[2]);
    }
}

fidelity! {
    fn alternatives_that_test_the_same(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        if let (1 | 3, x) = &mut w.pair { yield_!(1); x.touch(); yield_!(2); x.touch(); } w.pair.0 = 1; t(w.pair.0);
    }
}

fidelity! {
    fn a_name_over_alternatives(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        if let (k @ (1 | 3), x) = &mut w.pair { yield_!(1); *k = 50; x.touch(); yield_!(2); x.touch(); *k += 1; yield_!(*k); } w.pair.0 += 1; t(w.pair.0);
    }
}

fidelity! {
    fn a_field_that_is_only_tested(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match w { W { n: 1, opt: Some(x), .. } => { yield_!(1); w.n = 5; yield_!(2); x.touch(); } _ => {} } w.opt = None; yield_!(3);
    }
}

fidelity! {
    fn a_field_that_is_only_tested_by_if_let(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        if let W { n: 1, opt: Some(x), .. } = w { yield_!(1); w.n = 5; yield_!(2); x.touch(); } w.opt = None; yield_!(3);
    }
}

fidelity! {
    fn a_field_that_is_only_tested_by_let_else(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let W { n: 1, opt: Some(x), .. } = w else { return }; yield_!(1); w.n = 5; yield_!(2); x.touch(); w.opt = None; yield_!(3);
    }
}

fidelity! {
    fn alternatives_that_a_field_decides_between(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match w { W { n: 1, opt: Some(x), .. } | W { pair: (_, x), .. } => { yield_!(1); x.touch(); yield_!(2); x.touch(); } } w.n = 5; w.opt = None; yield_!(3);
        let x = match w { W { n: 1, opt: Some(x), .. } => x, W { pair: (3, x), .. } => x, _ => return }; yield_!(1); x.touch(); yield_!(2); x.touch(); w.n = 1; w.pair.0 = 5; yield_!(3);
    }
}

fidelity! {
    fn alternatives_by_ref(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match w.pair { (1, ref mut x) | (3, ref mut x) => { yield_!(1); x.touch(); yield_!(2); x.touch(); } _ => {} } w.pair.0 = 8; w.n = 5; yield_!(3);
    }
}

fidelity! {
    fn alternatives_that_test_beside_what_they_bind(w: &'static mut W) as (w(2)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.e { E::A(x) | E::B { n: 0, x } | E::B { x, .. } => { yield_!(1); x.touch(); yield_!(2); x.touch(); } E::Z => {} } w.e = E::Z;
        if let (1, x) | (3, x) = &mut w.pair { yield_!(3); x.touch(); yield_!(4); x.touch(); } w.pair.0 = 8; yield_!(w.pair.0);
        match &mut w.list { [4, x, _] | [_, x, 4] => { *x = 4; yield_!(5); *x += 4; yield_!(*x); } _ => {} } w.list[0] = 8; yield_!(w.list[0]);
    }
}
