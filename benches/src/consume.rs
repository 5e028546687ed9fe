//! The consumers: what is done with each item, the same for all variants.
//!
//! The hash is not linear, so that neither the order of items nor a lost one goes unnoticed, and the
//! compiler cannot do away with the loop.

use coro_core::{CoroutineState, Resume};

/// Mixes an item into a hash.
#[inline]
#[must_use]
pub fn mix(hash: u64, item: u64) -> u64 {
    (hash.rotate_left(5) ^ item).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Takes all items, one call of `next` each.
#[inline]
pub fn consume(items: impl Iterator<Item = u64>) -> u64 {
    let mut hash = 0;
    for item in items {
        hash = mix(hash, item);
    }
    hash
}

/// Answers each yielded value with the next number, `n` times.
#[inline]
pub fn converse(mut coroutine: impl Resume<u64, u64>, n: u64) -> u64 {
    let mut hash = 0;
    for input in 0..n {
        match coroutine.resume(input) {
            CoroutineState::Yielded(item) => hash = mix(hash, item),
            CoroutineState::Complete(_) => break,
        }
    }
    hash
}
