//! Borrows of fields of what a `&mut` parameter refers to, used on both sides of a suspension, behind which the field is used, too.

use coro_tests::{D, St, d, eat, fidelity, log, see, st, swallow};

use super::given::*;

pub struct W {
    pub n: u32,
    pub m: u32,
    pub opt: Option<D>,
    pub pair: (u32, D),
    pub list: [u32; 3],
    pub e: E,
    pub inner: St,
    pub boxed: Box<St>,
}

impl W {
    fn total(&mut self) -> u32 {
        self.n += 1;
        see("total", self.n + self.m)
    }
}

/// What bodies are given: it lives as long as the program.
pub fn w(n: u32) -> &'static mut W {
    Box::leak(Box::new(W {
        n,
        m: 2,
        opt: opt(n, "opt"),
        pair: (3, d("pair")),
        list: [4, 5, 6],
        e: e(n),
        inner: st(n),
        boxed: Box::new(st(7)),
    }))
}

fn bump(n: &mut u32) -> u32 {
    *n += 1;
    see("bump", *n)
}

fidelity! {
    fn a_field(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; yield_!(1); *x += 1; yield_!(w.n); w.n += 1; t(w.n);
    }
}

fidelity! {
    fn one_field_and_another(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; let y = &mut w.m; yield_!(1); *x += 1; *y += *x; yield_!(w.n); t(w.m);
    }
}

fidelity! {
    fn before_a_method_of_the_whole(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; yield_!(1); *x += 1; yield_!(*x); w.total(); yield_!(w.total());
    }
}

fidelity! {
    fn one_after_the_other(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let Some(x) = &mut w.opt else { return }; yield_!(1); x.touch(); let Some(x) = &mut w.opt else { return }; yield_!(2); x.touch(); w.opt = None; log("z");
    }
}

fidelity! {
    fn else_assigns(w: &'static mut W) as (w(0)), takes u32, yields u32, returns (), unclonable => {
        if let Some(x) = &mut w.opt { yield_!(1); x.touch(); } else { w.opt = Some(d("new")); } log("z"); yield_!(2);
    }
}

fidelity! {
    fn then_suspends_and_else_assigns(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        if let Some(x) = &mut w.opt { yield_!(1); x.touch(); } else { w.opt = Some(d("new")); } log("z"); yield_!(2); w.opt = None;
    }
}

fidelity! {
    fn arms(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.e { E::A(x) => { yield_!(1); x.touch(); } E::B { x, n } if *n > 0 => { yield_!(2); x.touch(); *n += 1; yield_!(*n); } E::B { n, .. } => { *n = 1; } E::Z => w.e = E::A(d("z")) } w.e = E::Z; yield_!(3);
    }
}

fidelity! {
    fn a_loop_that_fills_it(w: &'static mut W) as (w(0)), takes u32, yields u32, returns (), unclonable => {
        let mut k = 0; loop { k += 1; let Some(x) = &mut w.opt else { yield_!(k); w.opt = Some(d("new")); continue }; x.touch(); yield_!(k); if x.touch() > 3 { break } if k > 4 { w.opt = None; break } } log("z");
    }
}

fidelity! {
    fn of_a_borrow(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let a = &mut w.inner; let b = &mut a.n; yield_!(1); *b += 1; yield_!(*b); a.n += 1; yield_!(a.n); w.inner.n += 1; t(w.inner.n);
    }
}

fidelity! {
    fn of_a_borrow_in_between(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let a = &mut w.inner; yield_!(1); let b = &mut a.n; yield_!(2); *b += 1; let c = &a.a; yield_!(a.n); see("c", c.id()); w.inner = st(9); yield_!(3);
    }
}

fidelity! {
    fn taken_apart(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let St { a, n, b } = &mut w.inner; yield_!(1); *n += 1; yield_!(*n); a.touch(); yield_!(2); b.touch(); w.inner.a.touch(); yield_!(w.total());
    }
}

fidelity! {
    fn a_pair_of_parts(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let (k, v) = &mut w.pair; *k += 1; yield_!(*k); v.touch(); yield_!(2); *k += v.touch(); w.pair.0 += 1; yield_!(w.pair.0);
    }
}

fidelity! {
    fn hides_an_older_local(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let n = 5; { let n = &mut w.n; yield_!(1); *n += 1; yield_!(*n); } t(n); yield_!(w.n); t(n);
    }
}

fidelity! {
    fn hidden_by_a_younger_local(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; yield_!(1); let x = { *x += 1; *x + 1 }; yield_!(x); t(x); t(w.n);
    }
}

fidelity! {
    fn hides_what_is_dropped(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = d("x"); { let x = &mut w.n; yield_!(1); let y = d("y"); *x += 1; yield_!(*x); } yield_!(w.n); x.id();
    }
}

fidelity! {
    fn between_values_that_drop(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let a = d("a"); let x = &mut w.n; let b = d("b"); yield_!(1); let c = d("c"); *x += 1; yield_!(*x); w.n += 1; yield_!(w.n); a.id();
    }
}

fidelity! {
    fn given_to_a_function(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; bump(x); yield_!(1); bump(x); yield_!(bump(x)); t(w.n); yield_!(w.total());
    }
}

fidelity! {
    fn moved_on(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; yield_!(1); bump(x); let y = x; yield_!(bump(y)); t(w.n);
    }
}

fidelity! {
    fn around_a_loop(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; let mut k = 0; while k < 3 { *x += 1; yield_!(k); k += 1; } bump(x); yield_!(w.n); t(w.n);
    }
}

fidelity! {
    fn around_a_loop_that_leaves(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; let r = 'l: loop { for k in 0..3 { if c(k + *x) { break 'l k; } *x += 1; yield_!(k); } }; bump(x); yield_!(w.n + r); t(w.n);
    }
}

fidelity! {
    fn of_a_while_let(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        while let Some(x) = &mut w.opt { yield_!(1); if x.touch() > 2 { w.opt = None; } else { x.touch(); } } yield_!(2); w.opt = None;
    }
}

fidelity! {
    fn captured_in_between(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; yield_!(1); { let mut add = |k| *x += k; add(2); add(3); } yield_!(*x); t(w.n);
    }
}

fidelity! {
    fn in_a_format_string(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; yield_!(1); log(&format!("{x} {}", *x + 1)); yield_!(*x); log(&format!("{}", w.n)); yield_!(2);
    }
}

fidelity! {
    fn beside_a_resume_argument(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; let v = yield_!(1); *x += v; *x += yield_!(*x); w.n += yield_!(w.n); t(w.n);
    }
}

fidelity! {
    fn by_ref_mut(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match w.opt { Some(ref mut x) => { yield_!(1); x.touch(); yield_!(2); } None => w.n = 1 } w.opt = None; yield_!(3);
    }
}

fidelity! {
    fn by_ref_mut_in_a_let(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let (ref mut k, ref v) = w.pair; *k += 1; yield_!(*k); *k += v.id(); yield_!(*k); w.pair.0 += 1; t(w.pair.0);
    }
}

fidelity! {
    fn of_an_array(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let [first, .., last] = &mut w.list; yield_!(1); *first += 1; yield_!(*last); *last += *first; t(w.list[2]); yield_!(w.list[0]);
    }
}

fidelity! {
    fn with_literals_in_the_pattern(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.pair { (3, v) => { yield_!(1); v.touch(); yield_!(2); } (k @ 4..=9, _) => { *k += 1; yield_!(*k); } (k, _) => *k = 0 } w.pair.0 = 4; match &mut w.pair { (3, v) => { yield_!(1); v.touch(); } (k @ 4..=9, _) => { *k += 1; yield_!(*k); *k += 1; } (k, _) => *k = 0 } t(w.pair.0);
    }
}

fidelity! {
    fn with_alternatives(w: &'static mut W) as (w(0)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.e { E::A(x) | E::B { x, .. } => { yield_!(1); x.touch(); yield_!(2); } E::Z => log("z") } w.e = E::Z; yield_!(3);
    }
}

fidelity! {
    fn with_a_name_for_the_whole(w: &'static mut W) as (w(0)), takes u32, yields u32, returns (), unclonable => {
        match &mut w.opt { all @ Some(_) => { yield_!(1); *all = None; yield_!(2); } all => { yield_!(3); *all = Some(d("all")); yield_!(4); } } w.opt = None; yield_!(3);
    }
}

fidelity! {
    fn shared(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &w.n; yield_!(1); t(*x); yield_!(*x); w.n += 1; yield_!(w.n); t(w.n);
    }
}

fn x_of(w: &W) -> u32 {
    w.inner.n
}
fidelity! {
    fn shared_beside_its_neighbour(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &w.inner; w.n += 1; yield_!(w.n); let y = &x.n; w.n += *y; yield_!(*y); w.inner.n += 1; t(x_of(w)); yield_!(w.inner.n);
    }
}

fidelity! {
    fn behind_a_box(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.boxed.n; yield_!(1); *x += 1; yield_!(*x); w.boxed.n += 1; t(w.boxed.n); yield_!(w.total());
    }
}

fidelity! {
    fn of_all_of_it(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut *w; x.n += 1; yield_!(x.n); x.m += 1; yield_!(x.m); w.n += 1; yield_!(w.n);
    }
}

fidelity! {
    fn in_a_nested_block(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let k = { let x = &mut w.n; yield_!(1); *x += 1; yield_!(2); *x } + { let y = &mut w.n; yield_!(3); *y += 1; *y }; t(k); yield_!(w.n);
    }
}

fidelity! {
    fn in_the_condition(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; if c({ yield_!(1); *x + 3 }) { *x += 1; yield_!(*x); } else { yield_!(2); *x = 9; } t(w.n); yield_!(w.n);
    }
}

fidelity! {
    fn as_an_operand(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; t2(*x, yield_!(1)); t2(bump(x), { yield_!(2); bump(x) }); t2(w.n, yield_!(w.n));
    }
}

fidelity! {
    fn with_a_type(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x: &mut u32 = &mut w.n; yield_!(1); *x += 1; let y: &mut [u32] = &mut w.list; yield_!(*x); y[0] += *x; yield_!(y[0]); t(w.list[0] + w.n); yield_!(w.n);
    }
}

fidelity! {
    fn of_a_field_that_is_given_another_value(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.inner; yield_!(1); *x = st(8); yield_!(x.n); x.a.touch(); w.inner = st(9); let y = &mut w.inner; yield_!(y.n); y.b.touch(); yield_!(w.inner.n);
    }
}

fidelity! {
    fn where_an_arm_returns(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.n; match t(*x) { 0 => return, 1 => { yield_!(1); *x += 1; } _ => { yield_!(2); *x += 2; return; } } yield_!(*x); *x += 1; yield_!(w.n);
    }
}

fidelity! {
    fn a_part_that_is_taken(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = &mut w.opt; yield_!(1); let v = x.take(); yield_!(2); *x = opt(1, "again"); swallow(v); w.opt = None; yield_!(3);
    }
}

/// Of the coroutine's own: what rustc lets only a coroutine do that is not moved.
mod own {
    use super::*;

    fidelity! {
        fn a_local() as (), takes u32, yields u32, returns () => {
            let mut s = d("s"); let r = &mut s; yield_!(1); r.touch(); yield_!(2); r.touch(); yield_!(s.touch());
        }
    }

    fidelity! {
        fn a_field() as (), takes u32, yields u32, returns () => {
            let mut s = st(1); let r = &mut s.a; yield_!(1); r.touch(); s.n += 1; yield_!(s.n); eat(s.a);
        }
    }

    fidelity! {
        fn what_is_given_another_value() as (), takes u32, yields u32, returns () => {
            let mut s = Some(d("s")); if let Some(x) = &mut s { yield_!(1); x.touch(); } else { yield_!(2); } s = None; yield_!(3);
        }
    }

    fidelity! {
        fn a_number() as (), takes u32, yields u32, returns () => {
            let n = 5; let r = &n; yield_!(1); t(*r); yield_!(*r);
        }
    }

    fidelity! {
        fn arms() as (), takes u32, yields u32, returns () => {
            let v = e(1); match &v { E::A(x) => { yield_!(1); swallow(x.id()); } E::B { x, n } => { yield_!(*n); swallow(x.id()); yield_!(*n); } E::Z => log("z") } yield_!(4);
        }
    }

    fidelity! {
        fn arms_of_a_value_that_is_made_there() as (), takes u32, yields u32, returns () => {
            match &e(1) { E::A(x) => { yield_!(1); swallow(x.id()); } E::B { x, n } => { yield_!(*n); swallow(x.id()); yield_!(*n); } E::Z => log("z") } yield_!(4);
        }
    }

    fidelity! {
        fn an_item_of_a_loop() as (), takes u32, yields u32, returns () => {
            let v = vec![st(1), st(2)]; for s in v { let a = &s.a; yield_!(s.n); swallow(a.id()); }
        }
    }

    fidelity! {
        fn between_values_that_drop() as (), takes u32, yields u32, returns () => {
            let (a, b) = (d("a"), d("b")); let x = d("x"); let r = &b; yield_!(1); let y = d("y"); swallow(r.id()); yield_!(2); drop(x);
        }
    }

    fidelity! {
        fn around_a_loop() as (), takes u32, yields u32, returns () => {
            let mut k = 1; let r = &mut k; loop { *r += 1; yield_!(*r); if *r > 4 { break } } t(k);
        }
    }

    fidelity! {
        fn behind_a_pointer() as (), takes u32, yields u32, returns () => {
            let c1 = std::rc::Rc::new(st(3)); let a = &c1.a; yield_!(1); swallow(a.id()); yield_!(c1.n);
        }
    }

    fidelity! {
        fn of_a_borrow() as (), takes u32, yields u32, returns () => {
            let x = st(1); let y = &x; yield_!(1); let St { a, n, .. } = y; yield_!(*n); swallow(a.id()); yield_!(x.n);
        }
    }

    fidelity! {
        fn taken_apart() as (), takes u32, yields u32, returns () => {
            let x = st(1); let St { a, n, .. } = &x; yield_!(*n); swallow(a.id());
        }
    }

    fidelity! {
        fn in_a_loop_that_replaces_it() as (), takes u32, yields u32, returns () => {
            let mut cur = d("cur"); for k in 0..3 { let r = &mut cur; r.touch(); yield_!(k); if r.touch() > 2 { cur = d("new"); } else { r.touch(); } } eat(cur);
        }
    }

    fidelity! {
        fn one_after_the_other() as (), takes u32, yields u32, returns () => {
            let mut m = 1; let r = &mut m; yield_!(1); *r += 1; let z = *r; let r2 = &mut m; yield_!(2); *r2 += z; t(m);
        }
    }

    fidelity! {
        fn a_value_without_a_name() as (), takes u32, yields u32, returns () => {
            let s = &mut st(1); yield_!(s.n); s.a.touch(); s.n += 1; let x = &mut d("x"); yield_!(s.n); x.touch(); s.b.touch();
        }
    }

    fidelity! {
        fn parts_by_ref() as (), takes u32, yields u32, returns () => {
            let St { ref a, n, ref b } = st(1); yield_!(n); swallow(a.id()); swallow(b.id()); let (ref mut x, ref y) = (d("x"), d("y")); yield_!(2); x.touch(); swallow(y.id());
        }
    }

    fidelity! {
        fn a_parameter_of_a_closure_in_between() as (), takes u32, yields u32, returns () => {
            let mut s = st(1); let r = &mut s; yield_!(1); (0..2).for_each(|k| r.n += k); yield_!(r.n); s.a.touch();
        }
    }

    fidelity! {
        fn moved_behind_it() as (), takes u32, yields u32, returns () => {
            let s = st(1); let r = &s; yield_!(r.n); swallow(r.a.id()); let q = s; yield_!(q.n); eat(q.a);
        }
    }

    fidelity! {
        fn in_an_operand() as (), takes u32, yields u32, returns () => {
            let s = st(1); let r = &s; t2(r.n, yield_!(1)); t2(yield_!(2), r.n); swallow((yield_!(3), s.n));
        }
    }

    fidelity! {
        fn a_loop_over_an_iterator_that_is_used_again() as (), takes u32, yields u32, returns () => {
            let mut it = vec![d("1"), d("2"), d("3"), d("4")].into_iter(); for x in it.by_ref() { yield_!(1); if x.id() == 2 { break } eat(x); } for x in it { yield_!(2); eat(x); }
        }
    }

    fidelity! {
        fn a_loop_over_a_reference_to_an_iterator() as (), takes u32, yields u32, returns () => {
            let mut it = vec![d("1"), d("2"), d("3"), d("4")].into_iter(); for x in &mut it { yield_!(1); if x.id() == 2 { break } eat(x); } for x in (&mut it) { yield_!(2); eat(x); } t(it.next().is_none().into());
        }
    }

    fidelity! {
        fn a_loop_over_a_reference_in_a_loop_over_another() as (), takes u32, yields u32, returns () => {
            let mut it = (0..9u32).map(|x| x + 1).peekable(); 'a: while let Some(x) = it.next() { for y in &mut it { yield_!(x + y); if y % 4 == 0 { continue 'a } } } t(it.peek().copied().unwrap_or(99));
        }
    }

    fidelity! {
        fn two_loops_over_one_iterator() as (), takes u32, yields u32, returns () => {
            let mut it = (1..9u32).into_iter(); let mut sum = 0; for x in it.by_ref() { sum += yield_!(x); if x > 2 { break } } log("between"); for x in it.by_ref() { yield_!(x); if x > 4 { break } } yield_!(it.next().unwrap_or(99)); t(sum);
        }
    }

    fidelity! {
        fn a_loop_that_starts_again() as (), takes u32, yields u32, returns () => {
            let mut it = (1..9u32).into_iter(); 'a: loop { for x in it.by_ref() { if x % 3 == 0 { continue 'a } if x > 7 { break 'a } yield_!(x); } break } t(it.next().unwrap_or(99));
        }
    }

    fidelity! {
        fn a_loop_over_an_adaptor() as (), takes u32, yields u32, returns () => {
            let mut it = (1..9u32).filter(|x| x % 2 == 0); for x in it.by_ref() { t(x); if x > 3 { yield_!(2); break } } yield_!(it.next().unwrap());
        }
    }

    fidelity! {
        fn a_loop_in_a_loop_over_one_iterator() as (), takes u32, yields u32, returns () => {
            let mut it = vec![1, 2, 3, 4, 5].into_iter(); while let Some(x) = it.next() { if x == 2 { for y in it.by_ref() { yield_!(y); if y == 4 { break } } } yield_!(x); }
        }
    }

    fidelity! {
        fn of_which_a_block_is_left_in_front_of_a_suspension() as (), takes u32, yields u32, returns () => {
            let mut x2 = d("x2"); let r6 = &mut x2; 'l1: { break 'l1 { yield_!(3); }; let _ = yield_!(3); }; r6.touch(); log("z");
        }
    }

    fidelity! {
        fn around_a_loop_with_a_suspension_that_is_never_reached() as (), takes u32, yields u32, returns () => {
            let mut x2 = d("x2"); let r6 = &mut x2; r6.touch(); loop { yield_!(3); if c(t(5)) { break; yield_!(4); } } r6.touch(); log("z");
        }
    }
}

fidelity! {
    fn behind_a_loop_that_is_never_left(k: u32) as (2), takes u32, yields u32, returns u32 => {
        let mut x = e(k); let y = d("y"); yield_!(y.n);
        match &mut x {
            E::A(r) | E::B { x: r, .. } => { loop { continue; let _ = yield_!(1); } r.n += 1; }
            E::Z => {}
        }
        t(2)
    }
}

fidelity! {
    fn chunks_that_go_on() as (), takes u32, yields u32, returns u32, unclonable => {
        let list: &[u32] = &[1, 2, 3, 4, 5];
        let mut chunks = list.chunks_exact(2);
        let mut sum = 0;
        for chunk in &mut chunks {
            let _g = d("g");
            sum += chunk[0] * yield_!(chunk[1]);
            if sum > 90 { break }
        }
        yield_!(chunks.len() as u32);
        sum + chunks.remainder().iter().sum::<u32>()
    }
}

fidelity! {
    fn a_match_that_leaves(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = match &mut w.opt { Some(x) => x, None => return };
        yield_!(1); x.touch(); w.n += 1; yield_!(2); x.touch(); w.opt = None; log("z");
    }
}

fidelity! {
    fn a_match_that_leaves_in_several_arms(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = loop {
            let it = match &mut w.pair { (0, _) => break 0, (n, _) if *n > 9 => { t(9); return } (_, it) => it };
            yield_!(1); it.touch(); yield_!(w.pair.0); w.pair.1 = d("other"); w.pair.0 -= 1;
        };
        see("x", x);
    }
}

fidelity! {
    fn an_if_let_that_leaves(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x: &mut D = if let Some(x) = &mut w.opt { x } else { return };
        yield_!(1); x.touch(); yield_!(2); x.touch(); w.opt = None; log("z");
    }
}

fidelity! {
    fn a_match_by_ref_that_leaves(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let x = match w.opt { Some(ref mut x) => { x }, None => panic!("none") };
        yield_!(1); x.touch(); yield_!(w.n); w.opt = None; log("z");
    }
}

fidelity! {
    fn a_shared_match_that_leaves(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        for n in 0..2 {
            let x = match &w.opt { Some(x) if n < 1 => x, _ => continue };
            yield_!(w.n); log(x); yield_!(2); w.opt = None;
        }
        w.n += 1; t(w.n);
    }
}

fidelity! {
    fn an_iterator_of_what_borrows_a_field(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let l = &mut w.list; for (i, x) in l.iter_mut().enumerate() { yield_!(*x); *x += w.n; w.n += i as u32; } w.n += 1; t(w.n);
    }
}

fidelity! {
    fn an_iterator_of_what_looks_at_a_field(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let l = &w.list; let mut it = l.iter().skip(1); while let Some(x) = it.next() { w.m += x; yield_!(w.m); } w.n += 1; t(w.m);
    }
}

fidelity! {
    fn a_loop_over_a_part_of_what_borrows_a_field(w: &'static mut W) as (w(1)), takes u32, yields u32, returns (), unclonable => {
        let l = &mut w.list; let first = &mut l[..2]; for x in first { yield_!(*x + w.n); *x += 1; w.n += 1; } yield_!(w.n); t(w.m);
    }
}
