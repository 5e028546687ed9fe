//! The two macros exist everywhere, and say where they belong.
use coro_core::{yield_, yield_from};

fn plain() {
    yield_!(1);
    yield_from!(0..3);
    let _: u32 = coro_core::yield_!();
}

fn main() {
    plain();
}
