//! Borrows that are made again behind a suspension, beside younger locals of their names.

use coro_tests::{D, St, d, fidelity, log, see, st};

use super::{
    given::*,
    made_anew::{W, w},
};

fidelity! {
    fn a_block() as (), takes u32, yields u32, returns u32, unclonable => {
        let s = St { a: d("a"), n: 1, b: d("c") }; let r = &s.a; yield_!(1); { let r = d("b"); yield_!(1); r.id(); } r.id()
    }
}

fidelity! {
    fn a_block_that_gives() as (), takes u32, yields u32, returns u32, unclonable => {
        let n = 5u32; let r = &n; yield_!(*r); let k = { let r = &50u32; yield_!(*r); *r + 1 } + *r; k
    }
}

fidelity! {
    fn parts() as (), takes u32, yields u32, returns u32, unclonable => {
        let s = st(1); let St { a, n, .. } = &s; yield_!(*n); { let a = d("in"); yield_!(1); a.id(); } a.id()
    }
}

fidelity! {
    fn an_if_let() as (), takes u32, yields u32, returns u32, unclonable => {
        let s = Some(d("s")); if let Some(x) = &s { yield_!(x.n); { let x = d("in"); yield_!(1); x.id(); } x.id(); } 3
    }
}

fidelity! {
    fn a_loop() as (), takes u32, yields u32, returns u32, unclonable => {
        let s = Some(d("s")); if let Some(x) = &s { yield_!(x.n); for x in [d("1"), d("2")] { yield_!(1); x.id(); } x.id(); } 3
    }
}

fidelity! {
    fn a_match() as (), takes u32, yields u32, returns u32, unclonable => {
        let s = Some(d("s")); match &s { Some(x) => { yield_!(x.n); match Some(4u32) { Some(x) => { yield_!(x); t(x); } None => {} } x.id(); } None => {} } 3
    }
}

fidelity! {
    fn of_another_type(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let n = &mut w.n; { let n = 5u32; yield_!(n); t(n); } *n += 1; w.n
    }
}

fidelity! {
    fn of_a_match_that_leaves(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = match &mut w.opt { Some(x) => x, None => return }; yield_!(1); { let x = d("in"); yield_!(2); x.id(); } x.touch(); w.opt = None;
    }
}

fidelity! {
    fn an_operand() as (), takes u32, yields u32, returns u32, unclonable => {
        let s = st(1); let r = &s; yield_!(r.n); let k = { let r = 50u32; yield_!(r); r + 1 } + r.n; k
    }
}

fidelity! {
    fn a_borrow_in_between() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut v = st(1); let l = &mut v; let q = &mut l.a; yield_!(1); { let l = 3u32; yield_!(l); t(l); } q.touch(); v.n
    }
}

fidelity! {
    fn one_in_another(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let n = &mut w.n; { let n = &mut w.m; yield_!(1); *n += 1; { let n = 7; yield_!(n); t(n); } *n += 1; yield_!(*n); } *n += 10; yield_!(w.m); w.n
    }
}

fidelity! {
    fn a_closures_parameter() as (), takes u32, yields u32, returns u32, unclonable => {
        let s = st(4); let r = &s; yield_!(r.n); let f = |r: u32| r + 1; yield_!(f(3)); let k = f(r.n); { let r = 2; yield_!(k); t(f(r)); } r.n
    }
}
