//! Closures that compute with copies beside what they look at, and can be called again.

use coro_tests::{D, d, eat, fidelity, log};

fn u(x: &D) -> u32 {
    x.n
}

fidelity! {
    fn a_condition() as (), takes bool, yields u32, returns u32 => {
        let x = d("x");
        let r = yield_!(1);
        let f = move || { if r { x.id() } else { 3 } };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn what_is_matched() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let k = Some(2u32);
        let f = move || { match k { Some(b) => u(&x) + b, None => 3 } };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn numbers() as (), takes u32, yields u32, returns u32 => {
        let g = d("g");
        let k = 3u32.max(4);
        let t = (k, k + 1);
        let f = move || { let (a, b) = t; let mut n = g.n + k * a; for i in 0..k { n += i; } while k > 100 {} if let Some(x) = Some(1) { n += x + b } n };
        let n = f();
        yield_!(n);
        let m = f();
        yield_!(m);
        log("e");
        3
    }
}

fidelity! {
    fn droppables() as (), takes u32, yields u32, returns u32 => {
        let g = d("g");
        let h = d("h");
        let f = move || { log(g.n); eat(h); 4 };
        yield_!(1);
        let n = f();
        yield_!(n);
        let i = d("i");
        let j = d("j");
        let k = move || i + j;
        let l = k();
        yield_!(l.n);
        log("e");
        3
    }
}
