//! Operands in front of a suspension, of whose places later operands give something that leads there to a function,
//! a method or a pattern, which changes them.

use coro_tests::{St, d, fidelity, log, see, st};

use super::{
    given::*,
    made_anew::{W, w},
};

fn change(w: &mut W) -> u32 {
    w.n += 100;
    see("change", w.n)
}

fn leaked<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

struct Outer {
    w: &'static mut W,
    n: u32,
}

impl W {
    fn changed(&mut self) -> u32 {
        change(self)
    }
}

fidelity! {
    fn an_argument(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let r = t2(w.n, { change(w); yield_!(1) }); yield_!(r); t2(w.n, { W::changed(w); yield_!(2) })
    }
}

fidelity! {
    fn what_is_added(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let r = w.n + { change(w); yield_!(1) } + w.n; w.n = w.n + { change(w); yield_!(r) }; w.n
    }
}

fidelity! {
    fn elements_and_parts(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let r = [w.n, { change(w); yield_!(1) }, w.n]; t(r[0] + r[2]); let r = (w.n, w.m, { change(w); yield_!(1) }); r.0 + r.1
    }
}

fidelity! {
    fn the_start_of_a_range(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let r = w.n..{ change(w); yield_!(50) }; r.start + r.end
    }
}

fidelity! {
    fn what_is_compared(w: &'static mut W) as (w(1)), takes u32, yields u32, returns bool, unclonable => {
        let r = w.n < { change(w); yield_!(50) }; yield_!(w.n.max({ change(w); yield_!(0) })); r
    }
}

fidelity! {
    fn a_field_of_a_struct(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let made = St { n: w.n, b: { change(w); yield_!(50); d("y") }, ..st(1) }; made.n
    }
}

fidelity! {
    fn behind_two_references() as (), takes u32, yields u32, returns u32, unclonable => {
        let k = leaked(Outer { w: w(1), n: 2 });
        t2(k.w.n, { change(k.w); yield_!(0) }) + t2(k.n, { change(k.w); yield_!(0) })
    }
}

fidelity! {
    fn another_name(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        t2(w.n, { let q: &mut W = w; q.n = 60; yield_!(1) })
    }
}

fidelity! {
    fn patterns(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let r = t2(w.n, { let W { n, .. } = w; *n = 60; yield_!(1) })
            + t2(w.n, { match w { W { n, .. } => *n += 60 } yield_!(1) });
        r + t2(w.n, { if let W { n, .. } = w { *n += 60 } yield_!(1) })
    }
}

fidelity! {
    fn a_delegation(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        t2(w.n, { yield_from!({ change(w); [1u32, 2] }); 4 })
    }
}

fidelity! {
    fn a_closure(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        t2(w.n, { let mut f = || change(w); f(); yield_!(1) }) + t2(w.n, { (|| change(w))(); yield_!(2) })
    }
}

fidelity! {
    fn what_a_macro_is_given(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        t2(w.n, { assert_eq!(change(w), 101); yield_!(1) }) + t2(w.n, { println!("{}", change(w)); yield_!(1) })
    }
}

fidelity! {
    fn a_local_of_a_reference(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let v = &mut *w; t2(v.n, { change(v); yield_!(1) }) + w.n
    }
}

fidelity! {
    fn what_only_looks_beside_what_waits(held: &'static mut Outer) as (leaked(Outer { w: w(1), n: 2 })), takes u32, yields u32, returns u32, unclonable => {
        fn look(held: &Outer) -> u32 { see("look", held.n) }
        t2(held.w.n, { look(held); yield_!(1) }) + held.w.n
    }
}

struct Cache {
    hits: u32,
    list: Vec<u32>,
}

impl Cache {
    fn get(&mut self, n: u32) -> u32 {
        self.hits += 1;
        see("get", n)
    }
    fn is_next(&mut self) -> bool {
        self.hits += 10;
        self.hits > 20
    }
    fn len(&self) -> usize {
        self.list.len()
    }
}

fn cache() -> &'static mut Cache {
    leaked(Cache { hits: 2, list: vec![1, 2] })
}

fidelity! {
    fn methods_whose_names_only_look(c: &'static mut Cache) as (cache()), takes u32, yields u32, returns u32, unclonable => {
        let r = c.hits + yield_!(c.get(1)); let r = t2(c.hits, yield_!(r + c.get(2))) + t2(c.hits, { c.is_next(); yield_!(r) }); c.list.push({ c.len(); yield_!(r) }); r + c.hits.max({ c.is_next(); yield_!(2) })
    }
}

fidelity! {
    fn the_condition_of_a_loop(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let mut k = 0; while w.n < { change(w); yield_!(30) + 120 } { k += 1; if k > 9 { break } } k
    }
}

fidelity! {
    fn in_a_variant(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let r = Some(w.n).map_or({ change(w); yield_!(0) }, |x| x); let r = r + match (w.n, { change(w); yield_!(3) }) { (a, b) => a + b }; r + Some(w.m).xor({ w.changed(); Some(yield_!(r)) }).unwrap_or(w.m)
    }
}

fidelity! {
    fn swapped(p: &'static mut W, q: &'static mut W) as (w(1), w(7)), takes u32, yields u32, returns u32, unclonable => {
        t2(p.n, { std::mem::swap(p, q); yield_!(1) }) + t2(q.n, { std::mem::swap(q, p); yield_!(2) })
    }
}

fidelity! {
    fn parts_of_a_tuple(a: &'static mut (u32, u32)) as (leaked((3, 5))), takes u32, yields u32, returns u32, unclonable => {
        let r = (a.0, { let (x, y) = a; std::mem::swap(x, y); yield_!(1) }, a.0); r.0 * 100 + r.2
    }
}

fidelity! {
    fn a_compound_assignment(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        w.n += { change(w); yield_!(1) }; w.m = w.n + { w.changed(); yield_!(w.n) }; w.list[(w.m % 2) as usize] += { change(w); yield_!(2) }; w.n + w.m + w.list[0] + w.list[1]
    }
}

fidelity! {
    fn negated_and_cast(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let r = (!w.n >> 4) + { change(w); yield_!(1) }; let r = r as u64 + (w.n as u64 + { change(w); yield_!(2) as u64 }); (r % 1000) as u32
    }
}

fidelity! {
    fn macros_that_call_macros(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        macro_rules! a { () => { change(w) } } macro_rules! b { ($n:expr) => { { a!(); $n } } }
        let r = t2(w.n, { a!(); yield_!(1) }) + t2(w.n, { b!(1); yield_!(2) }); r + w.n.max({ b!(2); yield_!(3) })
    }
}
