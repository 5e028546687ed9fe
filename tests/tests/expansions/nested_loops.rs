//! Loops in loops, with labels.
use crate::drive::items;

#[coro_core::coroutine]
pub fn triples(limit: u32) -> impl Iterator<Item = (u32, u32, u32)> {
    'outer: for c in 1..limit {
        for b in 1..c {
            for a in 1..b {
                if a + b + c > 2 * limit {
                    break 'outer;
                }
                if a * a + b * b != c * c {
                    continue;
                }
                yield_!((a, b, c));
            }
        }
    }
}

pub fn run() -> Vec<String> {
    items(triples(16))
}
