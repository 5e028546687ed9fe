//! `ref` behind a reference, which this edition lets stand there: it borrows from what the reference is of.
#![allow(unused, irrefutable_let_patterns, clippy::all, clippy::pedantic)]

#[path = "../../tests/fidelity/given.rs"]
mod given;

use coro_tests::{D, St, d, eat, fidelity, log, st, swallow};
use given::*;

fidelity! {
    fn a_value_that_drops() as (), takes u32, yields u32, returns () => {
        let l = opt(1, "l"); match &l { Some(ref s) => { yield_!(1); swallow(s.id()); } _ => {} } yield_!(std::mem::size_of_val(&l) as u32); log("z");
    }
}

fidelity! {
    fn the_size_of_what_is_bound() as (), takes u32, yields u32, returns () => {
        let l = Some([1u64, 2]); match &l { Some(ref n) => { yield_!(1); yield_!(std::mem::size_of_val(n) as u32); } None => {} }
    }
}

fidelity! {
    fn by_ref_mut() as (), takes u32, yields u32, returns () => {
        let mut l = opt(1, "l"); match &mut l { Some(ref mut s) => { s.touch(); yield_!(1); s.touch(); } _ => {} } yield_!(2); l = None;
    }
}

fidelity! {
    fn in_an_if_let_and_a_let() as (), takes u32, yields u32, returns () => {
        let s = st(1); if let St { a: ref x, ref n, .. } = &s { yield_!(*n); swallow(x.id()); } let St { ref b, .. } = &s; yield_!(2); swallow(b.id()); eat(s.a);
    }
}

fidelity! {
    fn what_is_made_there() as (), takes u32, yields u32, returns () => {
        match &opt(1, "l") { Some(ref s) => { yield_!(1); swallow(s.id()); } _ => {} } log("z"); yield_!(2);
    }
}

fidelity! {
    fn in_a_let_else() as (), takes u32, yields u32, returns () => {
        let Some(ref s) = &opt(1, "l") else { return }; yield_!(1); swallow(s.id()); log("z"); yield_!(2);
    }
}
