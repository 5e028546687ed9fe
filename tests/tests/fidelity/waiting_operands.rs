//! Operands whose types the operation tells: they are made behind the suspension.

use coro_tests::{D, d, fidelity, log};

fidelity! {
    fn closure_for_a_bound() as (), takes u32, yields u32, returns u32 => {
        fn app(f: impl Fn(&D) -> u32, n: u32) -> u32 { f(&d("app")) + n }
        app(|x| x.n, yield_!(1))
    }
}

fidelity! {
    fn lent_parameter(x: &'static mut D) as (Box::leak(Box::new(d("l")))), takes u32, yields u32, returns u32, unclonable => {
        fn tm(x: &mut D, n: u32) -> u32 { x.touch() + n }
        let n = tm(x, yield_!(1));
        x.n + n
    }
}

fidelity! {
    fn closure_for_a_dyn() as (), takes u32, yields u32, returns u32 => {
        fn app(f: &dyn Fn(&D) -> u32, n: u32) -> u32 { f(&d("app")) + n }
        app(&|x| x.n, yield_!(1))
    }
}

fidelity! {
    fn boxed_closure() as (), takes u32, yields u32, returns u32 => {
        fn app(f: Box<dyn Fn(&D) -> u32>, n: u32) -> u32 { f(&d("app")) + n }
        app(Box::new(|x| x.n), yield_!(1))
    }
}

fidelity! {
    fn closure_for_a_function_pointer() as (), takes u32, yields u32, returns u32 => {
        fn app(f: fn(&D) -> u32, n: u32) -> u32 { f(&d("app")) + n }
        app(|x| x.n, yield_!(1))
    }
}

fidelity! {
    fn copy_that_changes() as (), takes u32, yields u32, returns u32 => {
        fn app(f: impl Fn(u32) -> u32, n: u32) -> u32 { f(4) + n }
        let mut k = 3u32;
        let r = app(move |x: u32| x + k, { k = 9; yield_!(1) });
        r + k
    }
}

fidelity! {
    fn closure_that_takes() as (), takes u32, yields u32, returns u32 => {
        fn app(f: impl FnOnce(u32) -> u32, n: u32) -> u32 { log("app"); f(4) + n }
        let k = d("k");
        let r = app(move |x: u32| x + k.n, yield_!(1));
        log("e");
        r
    }
}

fidelity! {
    fn closure_that_borrows() as (), takes u32, yields u32, returns u32 => {
        fn app(f: impl Fn(u32) -> u32, n: u32) -> u32 { log("app"); f(4) + n }
        let k = d("k");
        let r = app(|x| x + k.n, yield_!(1));
        log("e");
        r + k.n
    }
}

fidelity! {
    fn closure_behind_a_value() as (), takes u32, yields u32, returns u32 => {
        fn app(a: D, f: impl Fn(u32) -> u32, n: u32) -> u32 { log("app"); f(4) + n }
        let v = vec![d("v")];
        let r = app(d("arg"), |x| x + v[0].n, { log("l"); yield_!(v.len() as u32) });
        log("e");
        r
    }
}

pub struct Held {
    pub lent: &'static mut D,
    pub n: u32,
}

pub fn held() -> &'static Held {
    Box::leak(Box::new(Held { lent: Box::leak(Box::new(d("lent"))), n: 3 }))
}

fn look(x: &D, n: u32) -> u32 {
    log("look");
    x.n + n
}

fidelity! {
    fn borrow_behind_a_shared_reference(held: &'static Held) as (held()), takes u32, yields u32, returns u32 => {
        let a = look(held.lent, yield_!(1));
        a + look(held.lent, { drop(d("x")); yield_!(held.n) })
    }
}

fidelity! {
    fn copy_behind_a_shared_reference(mut held: &'static Held) as (held()), takes u32, yields u32, returns u32 => {
        fn add(a: u32, b: u32) -> u32 { a * 2 + b }
        let other: &'static Held = Box::leak(Box::new(Held { lent: Box::leak(Box::new(d("other"))), n: 9 }));
        let a = add(held.n, yield_!(1));
        a + add(held.n, { held = other; yield_!(2) }) + add(held.n, yield_!(3))
    }
}
