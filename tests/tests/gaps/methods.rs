//! Bodies that belong beside those of `fidelity/methods.rs`.

use std::{fmt::Debug, rc::Rc};

use coro_core::Resume;
use coro_tests::{D, d, eat, fidelity, log, see, twins};

twins! {
    fn self_by_value_is_moved_out_of as (Owner(d("owner"), d("other")).run()), takes bool, yields u32, returns u32 => {
        struct Owner(D, D);
        impl Owner {
            method! { [fn run](self) -> u32 => {
                let n = eat(self.0);
                yield_!(n);
                log("end");
                n + self.1.id()
            } }
        }
    }
}

twins! {
    fn self_by_value_is_moved_on_one_path as (Owner(d("owner")).run()), takes bool, yields u32, returns u32 => {
        struct Owner(D);
        impl Owner {
            fn consume(self) -> u32 { eat(self.0) }
            method! { [fn run](self) -> u32 => {
                let local = d("local");
                let n = if yield_!(1) { self.consume() } else { yield_!(2); 3 };
                log("end");
                n
            } }
        }
    }
}

twins! {
    fn self_in_a_box as (Box::new(Owner(d("boxed"))).run()), takes u32, yields u32, returns u32 => {
        struct Owner(D);
        impl Owner {
            method! { [fn run](self: Box<Self>) -> u32 => {
                yield_!(self.0.n);
                let inner = self.0;
                yield_!(1);
                eat(inner)
            } }
        }
    }
}

twins! {
    fn a_trait_method_in_an_impl as (go(Two(d("two")))), takes u32, yields u32, returns u32 => {
        trait Walk: Sized {
            #[allow(async_fn_in_trait)]
            method! { [fn walk](self, n: u32) -> u32 => { yield_!(0); n } }
        }
        struct Two(D);
        impl Walk for Two {
            method! { [fn walk](self, n: u32) -> u32 => {
                yield_!(n);
                let m = yield_!(n + 1);
                self.0.id() + m
            } }
        }
        method! { [fn go<W: Walk>](w: W) -> u32 => {
            let n = yield_from!(w.walk(5));
            n + yield_!(n)
        } }
    }
}

twins! {
    fn a_method_delegates_to_another as (Pair(d("p"), 2).outer()), takes u32, yields u32, returns u32 => {
        struct Pair(D, u32);
        impl Pair {
            method! { [fn inner](self, n: u32) -> u32 => {
                let a = d("inner");
                yield_!(self.1 + n);
                self.0.id()
            } }
            method! { [fn outer](self) -> u32 => {
                let a = d("outer");
                let n = yield_!(self.1);
                yield_from!(self.inner(n))
            } }
        }
    }
}
