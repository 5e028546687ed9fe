//! More chains of five, against the loop that does the same by hand.
//!
//! Each operator that passes inputs through is in one of them or of `operators`, and those chains are
//! held to the loop's instructions. The last two chains drop yields, and are only measured.

use std::hint::black_box;

use coro_core::{Resume, arr, combinators::Handled, from_iter};

use super::{
    Variant, Workload,
    operators::{Sum, scramble, selected},
};
use crate::consume::{consume, converse, mix};

/// A chain around a two-way coroutine, and the loop that does the same.
fn two_way<C: Resume<u64, u64>>(
    name: &'static str,
    at_most: Option<f64>,
    by_hand: fn(u64) -> u64,
    operators: fn(u64) -> u64,
    chain: &C,
) -> Workload {
    Workload {
        name,
        amounts: [20_000, 60_000],
        items: |n| n,
        at_most,
        variants: vec![
            Variant::unsized_value("hand-written", by_hand),
            Variant::new("operators", operators, size_of_val(chain)),
        ],
    }
}

fn looking() -> impl Resume<u64, u64> {
    Sum(0)
        .inspect(|sum| assert!(*sum != u64::MAX))
        .enumerate()
        .map(|(i, sum)| sum ^ (3 * i as u64))
        .try_handle(|n| match n % 7 {
            0 => Handled::Reply(n / 7 + 1),
            _ if n == u64::MAX => Handled::Finish(n),
            _ => Handled::Pass(n),
        })
        .map_return(|end| end.is_ok())
}

fn looking_by_hand(n: u64) -> u64 {
    let (mut hash, mut sum, mut i) = (0, 0_u64, 0);
    'inputs: for mut input in 0..n {
        let item = loop {
            sum = sum.wrapping_add(input);
            assert!(sum != u64::MAX);
            let n = sum ^ (3 * i);
            i += 1;
            match n % 7 {
                0 => input = n / 7 + 1,
                _ if n == u64::MAX => break 'inputs,
                _ => break n,
            }
        };
        hash = mix(hash, item);
    }
    hash
}

fn ending(n: u64) -> impl Resume<u64, u64> {
    Sum(0)
        .take(usize::try_from(n).unwrap_or(usize::MAX))
        .take_while(|sum| *sum != u64::MAX)
        .scan(0, |seen, sum| {
            *seen ^= sum;
            (*seen != u64::MAX).then_some(*seen)
        })
        .map_input(scramble)
        .fuse()
}

fn ending_by_hand(n: u64) -> u64 {
    let (mut hash, mut sum, mut seen) = (0, 0_u64, 0);
    let mut left = black_box(n);
    for input in 0..n {
        if left == 0 {
            break;
        }
        left -= 1;
        sum = sum.wrapping_add(scramble(input));
        if sum == u64::MAX {
            break;
        }
        seen ^= sum;
        if seen == u64::MAX {
            break;
        }
        hash = mix(hash, seen);
    }
    hash
}

fn teed(n: u64) -> impl Resume<u64, u64> {
    Sum(0)
        .tee(Sum(7).map(scramble))
        .map(|(a, b)| a.unwrap_or(1) ^ b.unwrap_or(1))
        .limit(usize::try_from(n).unwrap_or(usize::MAX))
        .pipe(arr(|n: u64| n >> 1))
        .catch_unwind()
}

fn teed_by_hand(n: u64) -> u64 {
    let (mut hash, mut a, mut b) = (0, 0_u64, 7_u64);
    let mut left = black_box(n);
    for input in 0..n {
        if left == 0 {
            break;
        }
        left -= 1;
        a = a.wrapping_add(input);
        b = b.wrapping_add(input);
        hash = mix(hash, (a ^ scramble(b)) >> 1);
    }
    hash
}

fn replying() -> impl Resume<u64, u64> {
    Sum(0)
        .filter_with(selected, |n| n + 1)
        .skip_with(3, |n| n)
        .step_by_with(2, |n| n ^ 5)
        .dedup_with(|n| n)
        .map(scramble)
}

fn replying_by_hand(n: u64) -> u64 {
    let (mut hash, mut sum, mut skip, mut step, mut last) = (0, 0_u64, 3, 0, None);
    for mut input in 0..n {
        let item = loop {
            sum = sum.wrapping_add(input);
            if !selected(&sum) {
                input = sum + 1;
                continue;
            }
            if skip > 0 {
                skip -= 1;
                input = sum;
                continue;
            }
            if step > 0 {
                step -= 1;
                input = sum ^ 5;
                continue;
            }
            step = 1;
            if last == Some(sum) {
                input = sum;
                continue;
            }
            last = Some(sum);
            break scramble(sum);
        };
        hash = mix(hash, item);
    }
    hash
}

fn selecting(n: u64) -> impl IntoIterator<Item = u64> {
    from_iter(0..n)
        .skip(3)
        .skip_while(|n| *n < 10)
        .step_by(2)
        .filter_map(|n| Some(scramble(n) / 2).filter(selected))
        .dedup()
}

fn selecting_with_std(n: u64) -> impl Iterator<Item = u64> {
    let mut last = None;
    (0..n)
        .skip(3)
        .skip_while(|n| *n < 10)
        .step_by(2)
        .filter_map(|n| Some(scramble(n) / 2).filter(selected))
        .filter(move |n| last.replace(*n) != Some(*n))
}

fn selecting_by_hand(n: u64) -> u64 {
    let (mut hash, mut skip, mut skipping, mut step, mut last) = (0, 3, true, 0, None);
    for n in 0..n {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        skipping = skipping && n < 10;
        if skipping {
            continue;
        }
        if step > 0 {
            step -= 1;
            continue;
        }
        step = 1;
        let item = scramble(n) / 2;
        if !selected(&item) {
            continue;
        }
        if last != Some(item) {
            last = Some(item);
            hash = mix(hash, item);
        }
    }
    hash
}

/// The chains.
pub(super) fn workloads() -> [Workload; 5] {
    [
        two_way(
            "five operators that look on",
            Some(1.10),
            |n| looking_by_hand(black_box(n)),
            |n| converse(looking(), black_box(n)),
            &looking(),
        ),
        two_way(
            "five operators that may end",
            Some(1.10),
            |n| ending_by_hand(black_box(n)),
            |n| converse(ending(black_box(n)), black_box(n)),
            &ending(1),
        ),
        two_way(
            "five operators around two coroutines",
            Some(1.10),
            |n| teed_by_hand(black_box(n)),
            |n| converse(teed(black_box(n)), black_box(n)),
            &teed(1),
        ),
        two_way(
            "five operators that reply",
            None,
            |n| replying_by_hand(black_box(n)),
            |n| converse(replying(), black_box(n)),
            &replying(),
        ),
        Workload {
            name: "five operators that select",
            amounts: [20_000, 60_000],
            items: |n| n,
            at_most: None,
            variants: vec![
                Variant::unsized_value("hand-written", |n| selecting_by_hand(black_box(n))),
                Variant::new(
                    "operators",
                    |n| consume(selecting(black_box(n)).into_iter()),
                    size_of_val(&selecting(1)),
                ),
                Variant::new(
                    "std adaptors",
                    |n| consume(selecting_with_std(black_box(n))),
                    size_of_val(&selecting_with_std(1)),
                ),
            ],
        },
    ]
}
