//! Six nested filter-map stages over a range.

use std::hint::black_box;

use super::{Variant, Workload};
use crate::consume::consume;

/// The stages' parameters, outermost last.
pub const STAGES: [u64; 6] = [3, 5, 7, 11, 13, 17];

/// Whether a stage lets an item pass.
#[inline]
pub(crate) fn passes(x: u64, k: u64) -> bool {
    (x ^ k) & 15 != 0
}

/// What a stage makes of an item that passes.
#[inline]
pub(crate) fn change(x: u64, k: u64) -> u64 {
    x.wrapping_mul(3).wrapping_add(k)
}

/// Puts six stages of one kind on top of a source.
#[macro_export]
#[doc(hidden)]
macro_rules! six_stages {
    ($stage:path, $source:expr) => {{
        let [a, b, c, d, e, f] = std::hint::black_box($crate::workloads::STAGES);
        $stage($stage($stage($stage($stage($stage($source, a), b), c), d), e), f)
    }};
}

#[coro_core::coroutine]
fn stage(input: impl Iterator<Item = u64>, k: u64) -> impl Iterator<Item = u64> {
    for x in input {
        if passes(x, k) {
            yield_!(change(x, k));
        }
    }
}

/// The twin by hand.
struct Stage<I> {
    input: I,
    k: u64,
}

impl<I: Iterator<Item = u64>> Iterator for Stage<I> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            let x = self.input.next()?;
            if passes(x, self.k) {
                return Some(change(x, self.k));
            }
        }
    }
}

fn hand_stage<I: Iterator<Item = u64>>(input: I, k: u64) -> Stage<I> {
    Stage { input, k }
}

fn std_stage(input: impl Iterator<Item = u64>, k: u64) -> impl Iterator<Item = u64> {
    input.filter(move |&x| passes(x, k)).map(move |x| change(x, k))
}

/// How many items pass all stages. (Not by one of the variants: code that is used twice is inlined
/// less.)
fn survivors(n: u64) -> u64 {
    let pass = |mut x| {
        STAGES.iter().all(|&k| {
            let passed = passes(x, k);
            x = change(x, k);
            passed
        })
    };
    (0..n).map(|x| u64::from(pass(x))).sum()
}

/// The pipeline inlined into its consumer.
pub(super) fn workload() -> Workload {
    Workload {
        name: "six-stage pipeline",
        amounts: [20_000, 60_000],
        items: survivors,
        at_most: Some(1.10),
        variants: vec![
            Variant::new(
                "hand-written",
                |n| consume(six_stages!(hand_stage, 0..black_box(n))),
                size_of_val(&six_stages!(hand_stage, 0..1)),
            ),
            Variant::new(
                "coroutine",
                |n| consume(six_stages!(stage, 0..black_box(n))),
                size_of_val(&six_stages!(stage, 0..1)),
            ),
            Variant::new(
                "std adaptors",
                |n| consume(six_stages!(std_stage, 0..black_box(n))),
                size_of_val(&six_stages!(std_stage, 0..1)),
            ),
        ],
    }
}

/// A source of another type than a range: the pipelines over it are code of their own.
pub(crate) fn other_source(n: u64) -> impl Iterator<Item = u64> {
    (0..n).fuse()
}

/// Hides an iterator behind a pointer that the compiler cannot see through.
pub(crate) fn opaque<'a>(
    items: impl Iterator<Item = u64> + 'a,
) -> Box<dyn Iterator<Item = u64> + 'a> {
    black_box(Box::new(items))
}

/// The pipeline behind such a pointer, whose state stays in memory.
pub(super) fn behind_dyn() -> Workload {
    let mut workload = workload();
    workload.name = "six-stage pipeline through `dyn`";
    workload.at_most = None;
    let runs: [fn(u64) -> u64; 3] = [
        |n| consume(opaque(six_stages!(hand_stage, other_source(black_box(n))))),
        |n| consume(opaque(six_stages!(stage, other_source(black_box(n))))),
        |n| consume(opaque(six_stages!(std_stage, other_source(black_box(n))))),
    ];
    for (variant, run) in workload.variants.iter_mut().zip(runs) {
        *variant = Variant::unsized_value(variant.name, run);
    }
    workload
}
