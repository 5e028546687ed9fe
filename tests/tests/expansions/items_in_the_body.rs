//! Items are visible to all of the body.
use crate::drive::items as collect;

#[coro_core::coroutine]
pub fn items() -> impl Iterator<Item = u32> {
    const LIMIT: u32 = 2;
    use core::cmp::max;
    struct Pair(u32, u32);
    fn sum(pair: &Pair) -> u32 {
        pair.0 + pair.1
    }
    macro_rules! twice {
        ($n:expr) => {
            2 * $n
        };
    }

    for n in 0..LIMIT {
        let pair = Pair(n, max(n, 1));
        yield_!(sum(&pair));
        yield_!(twice!(pair.1));
    }
}

pub fn run() -> Vec<String> {
    collect(items())
}
