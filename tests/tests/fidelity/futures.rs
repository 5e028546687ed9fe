//! `async` blocks that lie about, and pinned locals.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn an_async_block_that_consumes() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y");
        let f = async move { eat(y) };
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn an_async_block_that_borrows() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y");
        let f = async { y.id() };
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn an_async_block_that_consumes_without_move() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y");
        let f = async { eat(y) };
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn an_async_block_that_is_dropped() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y");
        let f = async move { y.id() };
        yield_!(1);
        drop(f);
        log("e");
        3
    }
}

fidelity! {
    fn an_async_block_in_a_box() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y");
        let f = Box::pin(async move { y.id() });
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn an_async_block_of_nothing() as (), takes u32, yields u32, returns u32, unclonable => {
        let f = async {};
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn an_async_block_in_a_tuple() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y");
        let (f, k) = (async move { y.id() }, 3);
        yield_!(1);
        log("e");
        k
    }
}

fidelity! {
    fn an_async_block_in_an_option() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y");
        let f = Some(async move { y.id() });
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn a_pinned_local() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let n = { let p = std::pin::pin!(x); p.n };
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_pinned_local_of_one_statement() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let n = std::pin::pin!(x).id();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_pinned_reference() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        let n = std::pin::pin!(&mut x).id();
        yield_!(n);
        log("e");
        x.n
    }
}

fidelity! {
    fn a_local_pinned_on_one_path() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        if yield_!(1) > 2 { let p = core::pin::pin!(x); log(p.n); }
        yield_!(3);
        log("e");
        3
    }
}

fidelity! {
    fn a_macro_of_the_body_named_like_pin() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! pin { ($e:expr) => { $e.id() } }
        let n = pin!(x);
        yield_!(n);
        log("e");
        3
    }
}
