//! corosensei: a stack of its own for each coroutine, switched to in assembly.

use std::{hint::black_box, iter};

use corosensei::{Coroutine, CoroutineResult, Yielder};

use super::Peer;
use crate::{
    consume::{consume, mix},
    six_stages,
    workloads::{Variant, change, nested_passes, passes},
};

/// The coroutine's yields, as an iterator.
fn generator(
    body: impl FnOnce(&Yielder<(), u64>) + 'static,
) -> impl Iterator<Item = u64> + 'static {
    let mut coroutine = Coroutine::new(move |yielder: &Yielder<(), u64>, ()| body(yielder));
    iter::from_fn(move || match coroutine.resume(()) {
        CoroutineResult::Yield(item) => Some(item),
        CoroutineResult::Return(()) => None,
    })
}

fn stage(input: impl Iterator<Item = u64> + 'static, k: u64) -> impl Iterator<Item = u64> {
    generator(move |yielder| {
        for x in input {
            if passes(x, k) {
                yielder.suspend(change(x, k));
            }
        }
    })
}

fn fibonacci(n: u64) -> impl Iterator<Item = u64> {
    generator(move |yielder| {
        let (mut a, mut b) = (0u64, 1u64);
        for _ in 0..n {
            yielder.suspend(a);
            (a, b) = (b, a.wrapping_add(b));
        }
    })
}

fn products(n: u64) -> impl Iterator<Item = u64> {
    generator(move |yielder| {
        for a in 1..n {
            for b in a..n {
                if nested_passes(a, b) {
                    yielder.suspend(a * b);
                }
            }
        }
    })
}

fn converse(n: u64) -> u64 {
    let mut coroutine = Coroutine::new(|yielder: &Yielder<u64, u64>, first: u64| {
        let mut total = first;
        loop {
            let value = yielder.suspend(total);
            total = total.wrapping_add(value ^ 1);
        }
    });
    let mut hash = 0;
    for input in 0..n {
        let result: CoroutineResult<u64, ()> = coroutine.resume(input);
        match result {
            CoroutineResult::Yield(item) => hash = mix(hash, item),
            CoroutineResult::Return(()) => break,
        }
    }
    hash
}

/// Sizes are left out: a pointer to a stack says nothing.
pub(super) fn variants() -> Vec<Peer> {
    let name = "corosensei";
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
