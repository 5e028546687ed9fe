//! Names, labels and operators as few people write them.
#![allow(non_snake_case, reason = "such names are what is tested")]

use coro_tests::{D, St, d, fidelity, log, st};

fn some(x: D) -> Option<D> {
    Some(x)
}

fn maybe<T>(x: T) -> Option<T> {
    log("maybe");
    Some(x)
}

fidelity! {
    fn parts_assigned_in_parentheses() as (), takes u32, yields u32, returns u32 => {
        let mut s = st(2);
        yield_!(1);
        (St { a: s.b, .. }) = st(9);
        s.n
    }
}

fidelity! {
    fn a_local_in_upper_case() as (), takes u32, yields u32, returns u32 => {
        let Xx = d("X");
        let n = Xx.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_local_in_upper_case_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let X = d("X");
        yield_!(X.n);
        X.n
    }
}

fidelity! {
    fn nothing_in_two_names() as (), takes u32, yields u32, returns u32 => {
        let (mut x, mut y) = (None, None);
        yield_!(1);
        x = Some(d("a"));
        yield_!(2);
        y = x;
        yield_!(3);
        log("e");
        3
    }
}

fidelity! {
    fn nothing_that_is_asked_about() as (), takes u32, yields u32, returns u32 => {
        let mut x = None;
        log(x.is_some());
        yield_!(1);
        x = Some(d("a"));
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn parts_of_a_tuple_that_an_operator_takes() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"), d("c"));
        let x = t.0 + t.1;
        yield_!(1);
        log("e");
        x.n
    }
}

fidelity! {
    fn adaptors_between_suspensions() as (), takes u32, yields u32, returns u32 => {
        let b = some(d("b")).or({ yield_!(1); None }).filter(|x| x.n > 3).or({ yield_!(2); None });
        b.unwrap().n
    }
}

fidelity! {
    fn a_raw_label() as (), takes u32, yields u32, returns u32 => {
        'r#loop: loop { if yield_!(1) > 3 { break 'r#loop 2 } }
    }
}

fidelity! {
    fn raw_labels() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        'r#for: for i in 0..3 { 'r#while: while n < 2 { n += 1; if yield_!(i) > 2 { continue 'r#for; } yield_!(n); break 'r#while; } }
        (n) = yield_!(4);
        let v = 'r#match: { if yield_!(2) > 1 { break 'r#match d("a") } d("b") };
        v.n + n
    }
}

fidelity! {
    fn locals_in_upper_case() as (), takes u32, yields u32, returns u32 => {
        let X = d("X");
        let Y: D = d("Y");
        let mut Zz = d("Z");
        let n = X.n;
        yield_!(n);
        drop(Y);
        Zz = d("zz");
        let Ww;
        if yield_!(4) > 1 { Ww = d("w"); } else { Ww = X; }
        let None = maybe(d("m")) else { yield_!(8); return 5 };
        Ww.n
    }
}

fidelity! {
    fn operators_and_adaptors() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"), d("c"));
        let x = t.0 + t.2;
        yield_!(1);
        let s = (d("e"), d("f"));
        let y = -s.1;
        yield_!(2);
        let o = some(d("o")).or({ yield_!(3); None }).filter(|x| x.n > 0).or({ yield_!(4); None }).map(|x| x.n);
        let (mut p, mut q) = (None, Some(None));
        log(p.is_none());
        yield_!(5);
        p = Some(d("p"));
        q = Some(Some(d("q")));
        yield_!(6);
        log("e");
        x.n
    }
}

fidelity! {
    fn unit_struct_that_a_let_matches() as (), takes u32, yields u32, returns u32 => {
        struct Unit; impl Drop for Unit { fn drop(&mut self) { log("drop unit"); } } let Unit = Unit; log("x"); yield_!(1)
    }
}

fidelity! {
    fn unit_variant_that_a_let_matches() as (), takes u32, yields u32, returns u32 => {
        enum Way { Only } use Way::*; let Only = Only; let q = { let Only = Only; yield_!(1) }; q
    }
}

fidelity! {
    fn upper_case_locals(x: u32) as (4), takes u32, yields u32, returns u32 => {
        let X = x; let x = x; let X = X + 1; yield_!(X) + x
    }
}

fidelity! {
    fn upper_case_parts((A, n): (D, u32)) as ((d("A"), 3)), takes u32, yields u32, returns u32 => {
        let (B, C) = (d("B"), d("C"));
        yield_!(n);
        log("behind");
        let [X, Y] = [n, A.id()];
        for (I, V) in [d("i"), d("j")].into_iter().enumerate() {
            yield_!(X + I as u32);
            log("round");
        }
        B.id() + yield_!(Y)
    }
}
