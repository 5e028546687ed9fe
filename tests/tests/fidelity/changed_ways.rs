//! Borrows that are made again behind a suspension, where what leads to them may have changed, and has not.

use coro_tests::{D, St, d, fidelity, log, see, st};

use super::{
    changed_behind::{Parser, S, leaked, parser, s},
    given::*,
    made_anew::{W, w},
};

impl W {
    fn look(&self) -> u32 {
        see("look", self.n)
    }
    fn bump(&mut self) -> u32 {
        self.n += 1;
        see("bump", self.n)
    }
}

fidelity! {
    fn a_method_that_only_looks(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let x = &w.inner.n; yield_!(1); w.look(); yield_!(2); let r = *x; w.bump(); yield_!(r); w.inner.n += 1; w.n
    }
}

fidelity! {
    fn a_pattern_in_a_pattern(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let W { inner: St { a, .. }, opt: Some(o), .. } = &*w else { return 1 }; yield_!(1); w.look(); yield_!(2); let r = a.id() + o.id(); w.bump(); yield_!(3); w.opt = None; r
    }
}

fidelity! {
    fn a_match_in_between(w: &'static mut W) as (w(2)), takes u32, yields u32, returns u32, unclonable => {
        match &mut w.e { E::B { x, n } => { yield_!(1); *n += w.m; x.touch(); yield_!(w.m); w.m += 1; x.touch(); } _ => {} } w.bump(); yield_!(4); w.bump()
    }
}

fidelity! {
    fn a_local_that_methods_change() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut p = parser(); let x = &p.inner.n; yield_!(1); t(*x); p.adv(); yield_!(2); p.inner.n
    }
}

fidelity! {
    fn a_reference_that_is_copied_first(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        let s = p.s; let x = &s.n; yield_!(1); p.adv(); yield_!(2); *x + p.s.n
    }
}

struct Shared {
    s: St,
    os: Option<St>,
    two: (Option<D>, Option<D>),
}

impl Shared {
    fn saw(&self) -> u32 {
        see("saw", self.s.n)
    }
}

fn shared() -> &'static mut Shared {
    leaked(Shared { s: st(2), os: Some(st(3)), two: (None, Some(d("two"))) })
}

fidelity! {
    fn a_shared_parameter(w: &'static Shared) as (shared()), takes u32, yields u32, returns u32, unclonable => {
        let x = &w.s.n; yield_!(*x); t(w.saw()); yield_!(*x); let Some(St { n, a, .. }) = &w.os else { return 1 }; yield_!(*n); w.saw(); yield_!(a.id()); *x + *n
    }
}

fidelity! {
    fn a_part_beside_one_that_changes(w: &'static mut Shared) as (shared()), takes u32, yields u32, returns u32, unclonable => {
        let (_, Some(ref mut x)) = w.two else { return 1 }; yield_!(1); x.touch(); w.two.0 = Some(d("new")); yield_!(2); x.touch(); w.two.1 = None; w.saw()
    }
}

fidelity! {
    fn a_part_of_a_match_beside_one_that_changes(w: &'static mut Shared) as (shared()), takes u32, yields u32, returns u32, unclonable => {
        let x = match w.two { (None, Some(ref mut x)) => x, _ => return 1 }; yield_!(1); x.touch(); w.two.0 = Some(d("new")); yield_!(2); x.touch(); w.two.1 = None; w.saw()
    }
}

fidelity! {
    fn references_that_stay(p: &'static mut Parser) as (leaked(parser())), takes u32, yields u32, returns u32, unclonable => {
        fn look(s: &S) { see("look", s.n); }
        let s = p.s; let x = &s.n; yield_!(*x); p.adv(); look(s); yield_!(2); let n: &u32 = &p.inner.n; yield_!(*n); *x + *n
    }
}
