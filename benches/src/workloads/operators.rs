//! Chains of five operators, against the loop that does the same by hand.

use std::hint::black_box;

use coro_core::{CoroutineState, Resume, arr, combinators::Handled, from_iter};

use super::{Variant, Workload};
use crate::consume::{consume, converse, mix};

/// Adds up its inputs.
pub(super) struct Sum(pub(super) u64);

impl Resume<u64, u64> for Sum {
    type Return = ();

    #[inline]
    fn resume(&mut self, input: u64) -> CoroutineState<u64, ()> {
        self.0 = self.0.wrapping_add(input);
        CoroutineState::Yielded(self.0)
    }
}

pub(super) fn scramble(n: u64) -> u64 {
    n.wrapping_mul(0x9e37_79b1) >> 3
}

// As a predicate takes it.
#[allow(clippy::trivially_copy_pass_by_ref)]
pub(super) fn selected(n: &u64) -> bool {
    !n.is_multiple_of(3)
}

fn pulled(n: u64) -> impl IntoIterator<Item = u64> {
    from_iter(0..n)
        .map(scramble)
        .filter(selected)
        .enumerate()
        .map(|(i, n)| n ^ i as u64)
        .take_while(|n| *n != u64::MAX)
}

fn pulled_with_std(n: u64) -> impl Iterator<Item = u64> {
    (0..n)
        .map(scramble)
        .filter(selected)
        .enumerate()
        .map(|(i, n)| n ^ i as u64)
        .take_while(|n| *n != u64::MAX)
}

fn pulled_by_hand(n: u64) -> u64 {
    let (mut hash, mut i) = (0, 0);
    for n in 0..n {
        let n = scramble(n);
        if !selected(&n) {
            continue;
        }
        let item = n ^ i;
        i += 1;
        if item == u64::MAX {
            break;
        }
        hash = mix(hash, item);
    }
    hash
}

/// Operators over a generator.
pub(super) fn generator() -> Workload {
    Workload {
        name: "five operators over a generator",
        amounts: [20_000, 60_000],
        items: |n| n,
        at_most: Some(1.10),
        variants: vec![
            Variant::unsized_value("hand-written", |n| pulled_by_hand(black_box(n))),
            Variant::new("operators", |n| consume(pulled(black_box(n)).into_iter()), {
                size_of_val(&pulled(1))
            }),
            Variant::new(
                "std adaptors",
                |n| consume(pulled_with_std(black_box(n))),
                size_of_val(&pulled_with_std(1)),
            ),
        ],
    }
}

fn pushed() -> impl Resume<u64, u64> {
    Sum(0)
        .map_input(|n: u64| n ^ 3)
        .map(|sum| sum >> 1)
        .handle(|n| if n % 5 == 0 { Handled::Reply(n + 1) } else { Handled::Pass(n) })
        .pipe(arr(|n: u64| n ^ 5))
        .fuse()
}

fn pushed_by_hand(n: u64) -> u64 {
    let (mut hash, mut sum) = (0, 0_u64);
    for mut input in 0..n {
        let item = loop {
            sum = sum.wrapping_add(input ^ 3);
            let n = sum >> 1;
            if n % 5 != 0 {
                break n ^ 5;
            }
            input = n + 1;
        };
        hash = mix(hash, item);
    }
    hash
}

/// Operators around a coroutine that takes inputs.
pub(super) fn two_way() -> Workload {
    Workload {
        name: "five operators around a two-way coroutine",
        amounts: [20_000, 60_000],
        items: |n| n,
        at_most: Some(1.10),
        variants: vec![
            Variant::unsized_value("hand-written", |n| pushed_by_hand(black_box(n))),
            Variant::new("operators", |n| converse(pushed(), black_box(n)), size_of_val(&pushed())),
        ],
    }
}
