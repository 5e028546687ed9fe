//! `unsafe` blocks and functions, taken apart like others.
#![allow(unsafe_code)]

use coro_tests::{D, d, fidelity, log, see, st, twins};

use super::{
    given::t2,
    made_anew::{W, w},
};

fidelity! {
    fn unsafe_blocks() as (), takes u32, yields u32, returns u32 => {
        let mut x = 1;
        let y = unsafe {
            let p = d("p");
            x += yield_!(x);
            yield_!(x) + p.id()
        };
        x + y
    }
}

fidelity! {
    fn a_tail_of_an_unsafe_block_and_of_nested_blocks() as (), takes u32, yields u32, returns u32 => {
        let n = unsafe { let a = d("a"); yield_!(1); { let b = d("b"); d("t").id() + d("u").id() } };
        log("bound");
        n
    }
}

twins! {
    fn an_unsafe_fn as ({ #[allow(unused_unsafe)] unsafe { step(3) } }), takes u32, yields u32, returns u32 => {
        method! { [pub(crate) unsafe fn step](n: u32) -> u32 => {
            let m = yield_!(n);
            unsafe { yield_!(m + n) }
        } }
    }
}

fidelity! {
    fn a_static_as_an_operand() as (), takes u32, yields u32, returns u32 => {
        static mut STM: u32 = 0;
        fn add(a: u32, b: u32) -> u32 { a * 10 + b }
        unsafe { STM = 1; add(STM, { STM = 5; yield_!(1) }) }
    }
}

fidelity! {
    fn statics_and_constants(a: bool) as (true), takes u32, yields u32, returns u32 => {
        static mut TOTAL: u32 = 1;
        fn add(a: u32, b: u32, c: u32) -> u32 { a * 100 + b * 10 + c }
        const K: u32 = 7;
        let t = unsafe { TOTAL = 2; let n = TOTAL + { TOTAL += 1; yield_!(K) % 2 } + TOTAL; add(TOTAL, { TOTAL = 5; yield_!(n) % 3 }, TOTAL) + (K + yield_!(1) % 2) };
        t
    }
}

fidelity! {
    fn end_of_an_unsafe_block() as (), takes u32, yields u32, returns u32 => {
        let r = unsafe { &d("t") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn tuple_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let r = unsafe { yield_!(3); (&d("a"), &st(4).a) };
        let n = r.0.n + r.1.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_static_that_is_compared() as (), takes u32, yields u32, returns u32 => {
        static mut STM: u32 = 7;
        let c = unsafe { STM = 7; STM < { STM = 40; yield_!(1) % 2 + 12 } };
        c as u32
    }
}

fidelity! {
    fn a_part_of_a_static_that_is_compared() as (), takes u32, yields u32, returns u32 => {
        static mut PAIR: (u32, u32) = (7, 2);
        let c = unsafe { PAIR.0 = 7; PAIR.0 < { PAIR.0 = 40; yield_!(1) % 2 + 12 } };
        c as u32
    }
}

fidelity! {
    fn a_field_behind_a_raw_pointer(w: &'static mut W) as (w(1)), takes u32, yields u32, returns u32, unclonable => {
        t2(w.n, { let q = &raw mut w.n; unsafe { *q = 9; } yield_!(1) }) + w.n
    }
}

fidelity! {
    fn a_static_that_a_method_takes() as (), takes u32, yields u32, returns u32 => {
        static mut SLOT: Option<u32> = None;
        unsafe { SLOT = Some(7); SLOT.unwrap_or({ SLOT = Some(40); yield_!(1) }) }
    }
}
