//! Borrows of several parts at once, or that a branch or a method gives, made again behind suspensions.

use coro_tests::{D, St, d, fidelity, log, see, st};

use super::{
    given::*,
    made_anew::{W, w},
};

fidelity! {
    fn a_pair_of_borrows(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let (x, y) = (&mut w.n, &mut w.m); yield_!(1); *x += *y; yield_!(*x); *y += 1; w.n += 1; t(w.m); w.n
    }
}

fidelity! {
    fn a_borrow_beside_a_value(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let (x, y, Some(o)) = (&mut w.n, d("y"), &mut w.opt) else { return 1 }; yield_!(1); *x += y.id(); o.touch(); yield_!(*x); o.touch(); w.opt = None; w.n += y.id(); w.n
    }
}

fidelity! {
    fn a_pair_of_parts_of_a_variant(w: &'static mut W) as (w(2)), takes u32, yields u32, returns u32, unclonable => {
        let (job, left) = match &mut w.e { E::B { x, n } => (x, n), _ => return 5 }; yield_!(*left); job.touch(); *left += 1; yield_!(*left); job.touch(); w.e = E::Z; yield_!(w.m); 3
    }
}

fidelity! {
    fn a_pair_the_other_way_round(w: &'static mut W) as (w(2)), takes u32, yields u32, returns u32, unclonable => {
        let (x, n) = if let St { a: n, b: x, .. } = &mut w.inner { (x, n) } else { return 5 }; yield_!(1); x.touch(); yield_!(n.touch()); w.inner = st(3); yield_!(w.m); 3
    }
}

fidelity! {
    fn one_of_two(w: &'static mut W) as (w(2)), takes u32, yields u32, returns u32, unclonable => {
        let y = match &mut w.e { E::B { x, n } => n, _ => return 1 }; yield_!(*y); *y += 1; yield_!(*y); *y += 1; w.e = E::Z; yield_!(2); 4
    }
}

fidelity! {
    fn several_arms(w: &'static mut W) as (w(2)), takes u32, yields u32, returns u32, unclonable => {
        let mut k = 0;
        loop {
            k += 1;
            let x = match &mut w.e { E::A(x) => { x } E::Z => break k, E::B { x, .. } => x }; yield_!(k); x.touch(); yield_!(2); x.touch();
            w.e = if k == 1 { E::A(d("next")) } else { E::Z };
        }
    }
}

fidelity! {
    fn arms_that_test(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let x = match &mut w.pair { (0, _) => return 0, (3, x) => x, (4..=9, x) => x, (_, x) => x }; yield_!(1); x.touch(); yield_!(2); x.touch(); w.pair.0 = 5; let x = match &mut w.pair { (3, x) => x, (4..=9, x) => x, _ => return 2 }; yield_!(3); x.touch(); w.pair.0
    }
}

fidelity! {
    fn content_by_as_mut(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let Some(x) = w.opt.as_mut() else { return 1 }; yield_!(1); x.touch(); yield_!(2); x.touch(); w.opt = None; yield_!(w.n); 3
    }
}

fidelity! {
    fn content_in_a_branch(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        if let Some(x) = w.opt.as_mut() { yield_!(1); x.touch(); yield_!(2); x.touch(); w.n += 1; } match w.opt.as_ref() { Some(D { n, .. }) => { yield_!(*n); w.n += 1; t(*n); } None => {} } w.opt = None; w.n
    }
}

fidelity! {
    fn content_that_has_to_be_there(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        let x = w.opt.as_mut().unwrap(); yield_!(1); x.touch(); w.n += 1; yield_!(2); x.touch(); w.opt = None; let x = w.opt.as_ref().expect("gone"); yield_!(x.n); w.n += x.n; w.n
    }
}

fidelity! {
    fn content_of_a_local() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut o = opt(1, "o"); while let Some(x) = o.as_mut() { yield_!(1); if x.touch() > 3 { o = None; } } let r: Result<u32, D> = Err(d("e")); let Err(e) = r.as_ref() else { return 1 }; yield_!(2); e.id(); drop(r); 4
    }
}

fidelity! {
    fn copies_beside_a_borrow(w: &'static mut W) as (w(2)), takes u32, yields u32, returns u32, unclonable => {
        match w.e { E::B { ref mut x, n } if n > 1 => { yield_!(1); x.touch(); yield_!(n); x.touch(); t(n); } _ => {} } let St { ref mut a, n, ref b } = w.inner; yield_!(n); a.touch(); b.id(); yield_!(n + 1); a.touch(); w.inner = st(n); w.e = E::Z; 3
    }
}

/// What went well, or did not.
pub struct Outcome {
    result: Result<D, u32>,
    n: u32,
}

fn outcome() -> &'static mut Outcome {
    Box::leak(Box::new(Outcome { result: Ok(d("well")), n: 1 }))
}

fidelity! {
    fn content_of_a_result(w: &'static mut Outcome) as (outcome()), takes u32, yields u32, returns u32, unclonable => {
        let x = w.result.as_mut().unwrap(); yield_!(1); x.touch(); w.n += 1; yield_!(2); x.touch(); w.result = Err(1); let e = w.result.as_ref().unwrap_err(); w.n += *e; yield_!(w.n);
        let mut r: Result<D, u32> = Ok(d("own")); let x = r.as_mut().expect("there"); yield_!(3); x.touch(); yield_!(4); x.touch(); r = Err(3); t(*r.as_ref().unwrap_err()); w.n
    }
}
