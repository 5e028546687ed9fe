//! The Fibonacci numbers, modulo 2^64.

use std::{hint::black_box, iter, ops::Range};

use super::{Variant, Workload};
use crate::consume::consume;

#[coro_core::coroutine]
fn fibonacci(n: u64) -> impl Iterator<Item = u64> {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

/// The twin by hand.
struct Fibonacci {
    range: Range<u64>,
    a: u64,
    b: u64,
}

impl Iterator for Fibonacci {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        self.range.next()?;
        let item = self.a;
        (self.a, self.b) = (self.b, self.a.wrapping_add(self.b));
        Some(item)
    }
}

fn by_hand(n: u64) -> Fibonacci {
    Fibonacci { range: 0..n, a: 0, b: 1 }
}

fn with_std(n: u64) -> impl Iterator<Item = u64> {
    let limit = usize::try_from(n).expect("an amount of work fits");
    iter::successors(Some((0u64, 1u64)), |&(a, b)| Some((b, a.wrapping_add(b))))
        .map(|(a, _)| a)
        .take(limit)
}

pub(super) fn workload() -> Workload {
    Workload {
        name: "Fibonacci",
        amounts: [20_000, 60_000],
        items: |n| n,
        at_most: Some(1.10),
        variants: vec![
            Variant::new(
                "hand-written",
                |n| consume(by_hand(black_box(n))),
                size_of_val(&by_hand(1)),
            ),
            Variant::new(
                "coroutine",
                |n| consume(fibonacci(black_box(n))),
                size_of_val(&fibonacci(1)),
            ),
            Variant::new(
                "std adaptors",
                |n| consume(with_std(black_box(n))),
                size_of_val(&with_std(1)),
            ),
        ],
    }
}
