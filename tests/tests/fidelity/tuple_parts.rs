//! Parts of tuples that are written where the part is taken: as operands, and taken apart by patterns.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

fn gone<T>(x: T) -> u32 {
    drop(x);
    see("gone", 1)
}

fidelity! {
    fn as_operands() as (), takes u32, yields u32, returns () => {
        let y = two((None::<D>, d("q")).1, d("e"));
        let y = (gone((None::<D>, 3).0), yield_!(1));
        let y = (gone((opt(1, "o"), d("q")).0), { yield_!(1); (opt(1, "p"), t(2)).0 });
        log("next"); pass({})
    }
}

fidelity! {
    fn matched() as (), takes u32, yields u32, returns () => {
        match (opt(1, "a"), d("b")).0 { Some(x) => { yield_!(1); eat(x); } None => {} }
        match ((opt(1, "a"), d("o")), 4).0.0 { Some(x) => { yield_!(1); log("arm"); } None => { yield_!(3); } }
        match (opt(1, "a"), d("b")).0 { Some(x) if c(x.n) => { yield_!(1); eat(x); } _ => { yield_!(2); log("other"); } }
        match (opt(1, "a"), d("b")).0 { Some(ref x) => { yield_!(x.n); } None => {} }
        match (opt(1, "a"), d("b")).0 { Some(_) => { yield_!(1); } None => {} }
        log("next"); pass({})
    }
}

fidelity! {
    fn matched_by_an_if_let() as (), takes u32, yields u32, returns () => {
        if let Some(x) = (opt(1, "a"), d("b")).0 { yield_!(1); eat(x); }
        if let Some(x) = (opt(1, "a"), d("b")).0 { yield_!(1); } else { log("else"); }
        if let Some(ref x) = (opt(1, "a"), d("b")).0 { yield_!(1); } else { log("else"); }
        if let P { a, b: D { n: 1.., .. } } = (p(), d("o")).0 { yield_!(1); eat(a); } else { log("else"); }
        while let Some(x) = (opt(1, "a"), d("b")).0 { if c(yield_!(1)) { break } }
        log("next"); pass({})
    }
}

fidelity! {
    fn matched_in_an_operand() as (), takes u32, yields u32, returns () => {
        let y = t2(match (opt(1, "a"), d("b")).0 { Some(x) => { yield_!(1); eat(x) } None => 3 }, t(4));
        let y = t2(match (opt(1, "a"), d("b")).0 { Some(x) => { yield_!(1); eat(x) } None => 3 }, yield_!(4));
        let y = match (opt(1, "a"), d("b")).0 { Some(x) => { yield_!(1); x } None => d("n") };
        let Some(z) = (opt(1, "a"), d({ yield_!(1); "b" })).0 else { return };
        log("next"); yield_!(2); pass({})
    }
}

fidelity! {
    fn of_locals(x: D, o: Option<D>) as (d("x"), Some(d("o"))), takes u32, yields u32, returns () => {
        match (o, x).0 { Some(x) => { yield_!(1); eat(x); } None => {} }
        log("next"); pass({})
    }
}

fidelity! {
    fn that_are_numbers(x: D, o: Option<D>) as (d("x"), Some(d("o"))), takes u32, yields u32, returns () => {
        let n = match (t(1), x).0 { 1 => { yield_!(1); t(5) } n => { yield_!(n); n } };
        let n = match (o, 3).1 { 1 => { yield_!(1); t(5) } n => { yield_!(n); n } };
        log("next"); pass({})
    }
}

fidelity! {
    fn yielded_in_front_of_others() as (), takes u32, yields u32, returns () => {
        yield_!(({ if c(3) { t(1); } else { t(2); } eat(d("x")) }, 5).0);
        yield_!((eat(d("x")), { yield_!(4); 5 }).0);
        let k = t2({ yield_!(1); t(5) }, (yield_!((t(4), 5).0), 5).0);
        log("next"); pass({})
    }
}

fidelity! {
    fn matched_in_front_of_an_operand_that_suspends() as (), takes u32, yields u32, returns () => {
        let y = t2(match (opt(1, "a"), d({ yield_!(3); "b" })).0 { Some(x) => eat(x), None => 3 }, yield_!(4));
        let y = t2(match (opt(1, "a"), d("b")).0 { Some(x) => eat(x), None => 3 }, yield_!(4));
        log("next"); pass({})
    }
}

fidelity! {
    fn pointed_to() as (), takes u32, yields u32, returns () => {
        two(*(Box::new(d("a")), d("b")).0, { yield_!(1); d("w") });
    }
}

fidelity! {
    fn taken_by_an_adaptor() as (), takes u32, yields u32, returns u32 => {
        if ((vec![1, 2].into_iter(), d("b")).0.map(|k| k + 1).sum::<u32>()..4).contains(&(yield_!(2))) { 4 } else { 5 }
    }
}

fidelity! {
    fn copied_from_where_they_point() as (), takes u32, yields u32, returns u32 => {
        t2(*(Box::new(3), d("5")).0, yield_!(2)) + *(&4, d("5")).0 + yield_!(3)
    }
}

fidelity! {
    fn pointed_to_beside_others() as (), takes u32, yields u32, returns u32 => {
        two(*(Box::new(d("a")), d("b")).0, { yield_!(1); d("w") }) + two(*(d("x"), { yield_!(2); Box::new(d("a")) }, d("b")).1, { yield_!(1); d("w") })
    }
}

fidelity! {
    fn pointed_to_in_lets() as (), takes u32, yields u32, returns u32 => {
        let x = *(Box::new(d("a")), yield_!(4)).0;
        let y = (*(Box::new(d("c")), 3).0, yield_!(4));
        drop(*(Box::new(d("e")), yield_!(3)).0);
        x.n + y.1
    }
}

fidelity! {
    fn pointed_to_in_what_is_yielded() as (), takes u32, yields u32, returns u32 => {
        yield_!(eat(*(Box::new(d("a")), d("b")).0));
        4
    }
}
