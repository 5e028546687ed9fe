//! diapause: an enum of states too, with the saved locals' types written out.

use std::hint::black_box;

use super::Peer;
use crate::{
    consume::{consume, mix},
    six_stages,
    workloads::{Variant, change, nested_passes, passes},
};

#[diapause::coroutine(yield = u64)]
fn stage(input: impl Iterator<Item = u64>, k: u64) {
    for x in input {
        if passes(x, k) {
            yield_!(change(x, k));
        }
    }
}

fn iter_stage(input: impl Iterator<Item = u64>, k: u64) -> impl Iterator<Item = u64> {
    stage(input, k).into_iter()
}

#[diapause::coroutine(yield = u64)]
fn fibonacci(n: u64) {
    let mut a: u64 = 0;
    let mut b: u64 = 1;
    for _ in 0..n {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[diapause::coroutine(yield = u64)]
fn products(n: u64) {
    for a in 1..n {
        for b in a..n {
            if nested_passes(a, b) {
                yield_!(a * b);
            }
        }
    }
}

#[diapause::coroutine(yield = u64, resume = u64)]
fn accumulator() {
    let mut total: u64 = 0;
    loop {
        let value: u64 = yield_!(total);
        total = total.wrapping_add(value ^ 1);
    }
}

/// The first input is part of the conversation elsewhere; here it starts with 1, which the total then
/// takes for 0.
fn converse(n: u64) -> u64 {
    use diapause::{Coroutine, CoroutineState};

    let mut coroutine = accumulator();
    let _ = coroutine.start();
    let mut hash = 0;
    for input in 0..n {
        let input = if input == 0 { 1 } else { input };
        match coroutine.resume(input) {
            CoroutineState::Yielded(item) => hash = mix(hash, item),
            CoroutineState::Complete(()) => break,
        }
    }
    hash
}

pub(super) fn variants() -> Vec<Peer> {
    let name = "diapause";
    vec![
        Peer {
            workload: "six-stage pipeline",
            variant: Variant::new(
                name,
                |n| consume(six_stages!(iter_stage, 0..black_box(n))),
                size_of_val(&six_stages!(iter_stage, 0..1)),
            ),
        },
        Peer {
            workload: "Fibonacci",
            variant: Variant::new(
                name,
                |n| consume(fibonacci(black_box(n)).into_iter()),
                size_of_val(&fibonacci(1)),
            ),
        },
        Peer {
            workload: "nested-loop filter",
            variant: Variant::new(
                name,
                |n| consume(products(black_box(n)).into_iter()),
                size_of_val(&products(1)),
            ),
        },
        Peer {
            workload: "accumulator",
            variant: Variant::new(name, |n| converse(black_box(n)), size_of_val(&accumulator())),
        },
    ]
}
