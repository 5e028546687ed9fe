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

pub(super) fn workload() -> Workload {
    Workload {
        name: "accumulator",
        amounts: [20_000, 60_000],
        items: |n| n,
        at_most: Some(1.10),
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
        ],
    }
}
