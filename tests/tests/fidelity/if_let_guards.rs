//! `if let` guards.

use coro_tests::{D, d, fidelity, log};

fn some(x: D) -> Option<D> {
    Some(x)
}

fidelity! {
    fn bound_for_the_arm() as (), takes u32, yields u32, returns u32 => {
        match yield_!(1) { x if let Some(y) = Some(x).filter(|k| *k > 3) => { yield_!(y); y } x => x }
    }
}

fidelity! {
    fn chains(o: Option<D>) as (Some(d("o"))), takes u32, yields u32, returns u32 => {
        match (d("m"), yield_!(1)) { (m, k) if k > 3 && let Some(y) = &o => { yield_!(m.n); log("in"); k } (m, k) if let 0..=2 = k => { yield_!(k); log("b"); m.n } _ => { log("no"); yield_!(7); 3 } }
    }
}

fidelity! {
    fn of_a_part_of_a_local() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("a"), d("b")];
        match yield_!(1) { k if let Some(x) = v.get(k as usize % 3) => { log("x"); x.n } _ => { yield_!(4); 4 } }
    }
}

fidelity! {
    fn values_made_in_guards() as (), takes u32, yields u32, returns u32 => {
        match Some(yield_!(1)) { Some(k) if let Some(a) = some(d("a")) && k > 2 => { yield_!(a.n); log("in"); k } Some(k) if let (b, c, 0..=90) = (d("b"), d("c"), k) => { log("arm"); yield_!(3); drop(c); yield_!(8); b.n } Some(_) | None => 4 }
    }
}
