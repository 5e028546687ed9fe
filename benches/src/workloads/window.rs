//! Sums over a sliding window: a local of 512 bytes, which each resume of a coroutine moves out of its
//! state and back.

use std::{hint::black_box, ops::Range};

use super::{Variant, Workload};
use crate::consume::consume;

/// How many numbers a sum is of.
pub(crate) const WINDOW: usize = 64;

/// The numbers.
#[inline]
pub(crate) fn number(n: u64) -> u64 {
    n.wrapping_mul(n) >> 3
}

/// Where a number stands in the window.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "only the low bits matter")]
pub(crate) fn slot(n: u64) -> usize {
    n as usize % WINDOW
}

#[coro_core::coroutine]
fn sums(n: u64) -> impl Iterator<Item = u64> {
    let mut window = [0; WINDOW];
    let mut sum = 0u64;
    for i in 0..n {
        let last = std::mem::replace(&mut window[slot(i)], number(i));
        sum = sum.wrapping_add(number(i)).wrapping_sub(last);
        yield_!(sum);
    }
}

/// The twin by hand.
struct Sums {
    range: Range<u64>,
    window: [u64; WINDOW],
    sum: u64,
}

impl Iterator for Sums {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        let i = self.range.next()?;
        let last = std::mem::replace(&mut self.window[slot(i)], number(i));
        self.sum = self.sum.wrapping_add(number(i)).wrapping_sub(last);
        Some(self.sum)
    }
}

fn by_hand(n: u64) -> Sums {
    Sums { range: 0..n, window: [0; WINDOW], sum: 0 }
}

fn with_std(n: u64) -> impl Iterator<Item = u64> {
    (0..n).scan(([0; WINDOW], 0u64), |(window, sum), i| {
        let last = std::mem::replace(&mut window[slot(i)], number(i));
        *sum = sum.wrapping_add(number(i)).wrapping_sub(last);
        Some(*sum)
    })
}

pub(super) fn workload() -> Workload {
    Workload {
        name: "local of 512 bytes",
        amounts: [20_000, 60_000],
        items: |n| n,
        at_most: None,
        variants: vec![
            Variant::new(
                "hand-written",
                |n| consume(by_hand(black_box(n))),
                size_of_val(&by_hand(1)),
            ),
            Variant::new("coroutine", |n| consume(sums(black_box(n))), size_of_val(&sums(1))),
            Variant::new(
                "std adaptors",
                |n| consume(with_std(black_box(n))),
                size_of_val(&with_std(1)),
            ),
        ],
    }
}
