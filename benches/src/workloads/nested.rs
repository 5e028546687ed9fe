//! Two nested loops and a filter.

use std::{hint::black_box, ops::Range};

use super::{Variant, Workload};
use crate::consume::consume;

/// Whether a pair of numbers is yielded.
#[inline]
pub(crate) fn passes(a: u64, b: u64) -> bool {
    (a * b) & 7 == 3
}

#[coro_core::coroutine]
fn products(n: u64) -> impl Iterator<Item = u64> {
    for a in 1..n {
        for b in a..n {
            if passes(a, b) {
                yield_!(a * b);
            }
        }
    }
}

/// The twin by hand, with the ranges' state as numbers.
struct Products {
    a: u64,
    b: u64,
    n: u64,
}

impl Iterator for Products {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        while self.a < self.n {
            while self.b < self.n {
                let (a, b) = (self.a, self.b);
                self.b += 1;
                if passes(a, b) {
                    return Some(a * b);
                }
            }
            self.a += 1;
            self.b = self.a;
        }
        None
    }
}

fn by_hand(n: u64) -> Products {
    Products { a: 1, b: 1, n }
}

/// The twin by hand, with the same ranges as the loops have.
struct RangeProducts {
    outer: Range<u64>,
    inner: Option<(u64, Range<u64>)>,
    n: u64,
}

impl Iterator for RangeProducts {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            if let Some((a, inner)) = &mut self.inner {
                for b in inner {
                    if passes(*a, b) {
                        return Some(*a * b);
                    }
                }
            }
            let a = self.outer.next()?;
            self.inner = Some((a, a..self.n));
        }
    }
}

fn with_ranges(n: u64) -> RangeProducts {
    RangeProducts { outer: 1..n, inner: None, n }
}

fn with_std(n: u64) -> impl Iterator<Item = u64> {
    (1..n).flat_map(move |a| (a..n).filter(move |&b| passes(a, b)).map(move |b| a * b))
}

pub(super) fn workload() -> Workload {
    Workload {
        name: "nested-loop filter",
        amounts: [200, 600],
        items: |n| (1..n).map(|a| (a..n).map(|b| u64::from(passes(a, b))).sum::<u64>()).sum(),
        at_most: Some(1.10),
        variants: vec![
            Variant::new(
                "hand-written",
                |n| consume(by_hand(black_box(n))),
                size_of_val(&by_hand(1)),
            ),
            Variant::new(
                "coroutine",
                |n| consume(products(black_box(n))),
                size_of_val(&products(1)),
            ),
            Variant::new(
                "std adaptors",
                |n| consume(with_std(black_box(n))),
                size_of_val(&with_std(1)),
            ),
            Variant::new(
                "hand-written, over ranges",
                |n| consume(with_ranges(black_box(n))),
                size_of_val(&with_ranges(1)),
            ),
        ],
    }
}
