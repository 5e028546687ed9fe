//! Loops that do not suspend stay as they were written.
use crate::drive::items;

#[coro_core::coroutine]
pub fn sums(limit: u32) -> impl Iterator<Item = u32> {
    for end in 0..limit {
        let mut sum = 0;
        for n in 0..=end {
            if n % 2 == 0 {
                continue;
            }
            sum += n;
        }
        yield_!(sum);
    }
}

pub fn run() -> Vec<String> {
    items(sums(5))
}
