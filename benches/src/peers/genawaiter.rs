//! genawaiter's `rc` form: async under the hood, with a shared cell for the yielded value.

use std::hint::black_box;

use genawaiter::{
    GeneratorState,
    rc::{Co, Gen},
};

use super::Peer;
use crate::{
    consume::{consume, mix},
    six_stages,
    workloads::{Variant, change, nested_passes, passes},
};

fn stage(input: impl Iterator<Item = u64>, k: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co: Co<u64>| {
        for x in input {
            if passes(x, k) {
                co.yield_(change(x, k)).await;
            }
        }
    })
    .into_iter()
}

fn fibonacci(n: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co: Co<u64>| {
        let (mut a, mut b) = (0u64, 1u64);
        for _ in 0..n {
            co.yield_(a).await;
            (a, b) = (b, a.wrapping_add(b));
        }
    })
    .into_iter()
}

fn products(n: u64) -> impl Iterator<Item = u64> {
    Gen::new(async move |co: Co<u64>| {
        for a in 1..n {
            for b in a..n {
                if nested_passes(a, b) {
                    co.yield_(a * b).await;
                }
            }
        }
    })
    .into_iter()
}

/// The first resume argument is lost, so one more comes before the conversation.
fn converse(n: u64) -> u64 {
    let mut coroutine = Gen::new(async move |co: Co<u64, u64>| {
        let mut total = co.yield_(0).await;
        loop {
            let value = co.yield_(total).await;
            total = total.wrapping_add(value ^ 1);
        }
    });
    let _: GeneratorState<u64, ()> = coroutine.resume_with(0);
    let mut hash = 0;
    for input in 0..n {
        match coroutine.resume_with(input) {
            GeneratorState::Yielded(item) => hash = mix(hash, item),
            GeneratorState::Complete(()) => break,
        }
    }
    hash
}

/// Sizes are left out: a handle on the heap says nothing.
pub(super) fn variants() -> Vec<Peer> {
    let name = "genawaiter (rc)";
    let variant = |run| Variant::unsized_value(name, run);
    vec![
        Peer {
            workload: "six-stage pipeline",
            variant: variant(|n| consume(six_stages!(stage, 0..black_box(n)))),
        },
        Peer { workload: "Fibonacci", variant: variant(|n| consume(fibonacci(black_box(n)))) },
        Peer {
            workload: "nested-loop filter",
            variant: variant(|n| consume(products(black_box(n)))),
        },
        Peer { workload: "accumulator", variant: variant(|n| converse(black_box(n))) },
    ]
}
