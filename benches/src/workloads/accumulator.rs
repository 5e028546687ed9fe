//! A conversation: each resume brings a number, each yield answers with the total.

use std::hint::black_box;

use coro_core::{CoroutineState, Resume};

use super::{Variant, Workload};
use crate::consume::converse;

#[coro_core::coroutine]
fn accumulator(#[resume] first: u64) -> impl Resume<u64, u64, Return = ()> {
    let mut total = first;
    loop {
        let value = yield_!(total);
        total = total.wrapping_add(value ^ 1);
    }
}

/// The twin by hand.
struct Accumulator {
    total: u64,
    started: bool,
}

impl Resume<u64, u64> for Accumulator {
    type Return = ();

    #[inline]
    fn resume(&mut self, input: u64) -> CoroutineState<u64, ()> {
        if self.started {
            self.total = self.total.wrapping_add(input ^ 1);
        } else {
            self.total = input;
            self.started = true;
        }
        CoroutineState::Yielded(self.total)
    }
}

fn by_hand() -> Accumulator {
    Accumulator { total: 0, started: false }
}

#[cfg(rustc_coroutines)]
mod rustc {
    use std::{ops, pin::Pin};

    use crate::consume::mix;

    pub(super) fn accumulator() -> impl ops::Coroutine<u64, Yield = u64, Return = ()> + Unpin {
        #[coroutine]
        |first: u64| {
            let mut total = first;
            loop {
                let value = yield total;
                total = total.wrapping_add(value ^ 1);
            }
        }
    }

    pub(super) fn run(n: u64) -> u64 {
        use std::ops::Coroutine;

        let mut coroutine = accumulator();
        let mut hash = 0;
        for input in 0..n {
            match Pin::new(&mut coroutine).resume(input) {
                ops::CoroutineState::Yielded(item) => hash = mix(hash, item),
                ops::CoroutineState::Complete(()) => break,
            }
        }
        hash
    }
}

pub(super) fn workload() -> Workload {
    Workload {
        name: "accumulator",
        amounts: [20_000, 60_000],
        items: |n| n,
        variants: vec![
            Variant::new(
                "hand-written",
                |n| converse(by_hand(), black_box(n)),
                size_of_val(&by_hand()),
            ),
            Variant::new(
                "coroutine",
                |n| converse(accumulator(), black_box(n)),
                size_of_val(&accumulator()),
            ),
            #[cfg(rustc_coroutines)]
            Variant::new(
                "rustc's coroutine",
                |n| rustc::run(black_box(n)),
                size_of_val(&rustc::accumulator()),
            ),
        ],
    }
}
