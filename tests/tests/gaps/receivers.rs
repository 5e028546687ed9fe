//! Bodies that belong beside those of `fidelity/receivers.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Counter {
    n: u32,
    tag: D,
}

impl Counter {
    fn add(&mut self, n: u32) -> u32 {
        log(format_args!("{} + {n}", self.n));
        self.n += n;
        self.n
    }
    fn get(&self, scale: u32) -> u32 {
        log(format_args!("{} * {scale}", self.n));
        self.n * scale
    }
    fn with(mut self, n: u32) -> Self {
        log(format_args!("with {n}"));
        self.n += n;
        self
    }
    fn into_sum(self, n: u32, other: D) -> u32 {
        log(format_args!("sum of {} and {n}", self.n));
        self.n + n + other.n
    }
}

fn counter() -> Counter {
    Counter { n: 1, tag: d("tag") }
}

fidelity! {
    fn a_local_by_value() as (), takes u32, yields u32, returns u32 => {
        let c = counter();
        let other = d("other");
        let n = c.into_sum(yield_!(1), other);
        yield_!(n);
        n
    }
}

fidelity! {
    fn a_builder_chain_with_suspensions() as (), takes u32, yields u32, returns u32 => {
        let c = counter().with(see("first", 5));
        let c = c.with(yield_!(see("second", 6)));
        yield_!(c.n);
        let c = c.with(yield_!(1)).with(yield_!(2));
        c.n
    }
}
