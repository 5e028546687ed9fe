//! rustc's unstable coroutines.

use std::{
    hint::black_box,
    iter,
    ops::{Coroutine, CoroutineState},
    pin::Pin,
};

use super::Peer;
use crate::{
    consume::{consume, mix},
    six_stages,
    workloads::{
        Variant, WINDOW, change, nested_passes, number, opaque, other_source, passes, slot,
    },
};

fn stage(input: impl Iterator<Item = u64>, k: u64) -> impl Iterator<Item = u64> {
    iter::from_coroutine(
        #[coroutine]
        move || {
            for x in input {
                if passes(x, k) {
                    yield change(x, k);
                }
            }
        },
    )
}

fn fibonacci(n: u64) -> impl Iterator<Item = u64> {
    iter::from_coroutine(
        #[coroutine]
        move || {
            let (mut a, mut b) = (0u64, 1u64);
            for _ in 0..n {
                yield a;
                (a, b) = (b, a.wrapping_add(b));
            }
        },
    )
}

fn products(n: u64) -> impl Iterator<Item = u64> {
    iter::from_coroutine(
        #[coroutine]
        move || {
            for a in 1..n {
                for b in a..n {
                    if nested_passes(a, b) {
                        yield a * b;
                    }
                }
            }
        },
    )
}

fn sums(n: u64) -> impl Iterator<Item = u64> {
    iter::from_coroutine(
        #[coroutine]
        move || {
            let mut window = [0; WINDOW];
            let mut sum = 0u64;
            for i in 0..n {
                let last = std::mem::replace(&mut window[slot(i)], number(i));
                sum = sum.wrapping_add(number(i)).wrapping_sub(last);
                yield sum;
            }
        },
    )
}

fn accumulator() -> impl Coroutine<u64, Yield = u64, Return = ()> + Unpin {
    #[coroutine]
    |first: u64| {
        let mut total = first;
        loop {
            let value = yield total;
            total = total.wrapping_add(value ^ 1);
        }
    }
}

fn converse(n: u64) -> u64 {
    let mut coroutine = accumulator();
    let mut hash = 0;
    for input in 0..n {
        match Pin::new(&mut coroutine).resume(input) {
            CoroutineState::Yielded(item) => hash = mix(hash, item),
            CoroutineState::Complete(()) => break,
        }
    }
    hash
}

pub(super) fn variants() -> Vec<Peer> {
    let name = "rustc's coroutine";
    vec![
        Peer {
            workload: "six-stage pipeline",
            variant: Variant::new(
                name,
                |n| consume(six_stages!(stage, 0..black_box(n))),
                size_of_val(&six_stages!(stage, 0..1)),
            ),
        },
        Peer {
            workload: "six-stage pipeline through `dyn`",
            variant: Variant::unsized_value(name, |n| {
                consume(opaque(six_stages!(stage, other_source(black_box(n)))))
            }),
        },
        Peer {
            workload: "Fibonacci",
            variant: Variant::new(
                name,
                |n| consume(fibonacci(black_box(n))),
                size_of_val(&fibonacci(1)),
            ),
        },
        Peer {
            workload: "nested-loop filter",
            variant: Variant::new(
                name,
                |n| consume(products(black_box(n))),
                size_of_val(&products(1)),
            ),
        },
        Peer {
            workload: "accumulator",
            variant: Variant::new(name, |n| converse(black_box(n)), size_of_val(&accumulator())),
        },
        Peer {
            workload: "local of 512 bytes",
            variant: Variant::new(name, |n| consume(sums(black_box(n))), size_of_val(&sums(1))),
        },
    ]
}
