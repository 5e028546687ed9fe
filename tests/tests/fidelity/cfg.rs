//! `#[cfg]` and `#[cfg_attr]` inside bodies: an attribute macro sees them unevaluated.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Point {
    x: u32,
    #[cfg(any())]
    missing: Missing,
    y: u32,
}

fidelity! {
    fn inner_attributes_and_lints() as (), takes u32, yields u32, returns u32 => {
        #![allow(unused_assignments)]
        let mut n = 1;
        #[allow(unused_must_use)]
        yield_!(n);
        #[expect(unused_variables)]
        let unused = 3;
        #[rustfmt::skip]
        let m = yield_!( 2 );
        #[allow(clippy::let_and_return)]
        { m }
    }
}

fidelity! {
    fn items() as (), takes u32, yields u32, returns u32 => {
        #[cfg(any())]
        fn f() -> Missing { missing() }
        #[cfg(all())]
        fn f() -> u32 { 1 }
        #[cfg(any())]
        use missing::Thing;
        #[cfg(not(any()))]
        const N: u32 = 2;
        yield_!(f());
        N + f()
    }
}
