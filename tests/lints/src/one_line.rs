//! Blocks on one line, jumps with blocks, and code that is never reached: none of the braces is one too many.

use alloc::vec::Vec;

use coro_core::Resume;

/// Blocks that a suspension begins, and a value without a semicolon ends.
#[rustfmt::skip]
#[coro_core::coroutine]
pub fn blocks(mut list: Vec<u32>, more: bool) -> impl Iterator<Item = u32> {
    if more { yield_!(1); list.push(1) } else { yield_!(2); list.clear() }
    match list.len() { 2.. => { yield_!(1); list.push(2) } _ => list.push(3) }
    while list.len() < 4 { yield_!(4); list.push(4) }
    if let Some(n) = list.pop() { yield_!(n); list.push(n) }
    let mut sum = 0;
    for n in 0..3 { yield_!(n); sum += n }
    loop { if sum > 3 { break } yield_!(sum); sum += 1 }
    { yield_!(7); assert!(sum > 3) }
    yield_!(list[0]);
}

/// Values of jumps that are blocks and loops.
///
/// # Panics
///
/// Panics if `n` is 0.
#[rustfmt::skip]
#[coro_core::coroutine]
pub fn jumps(n: u32, more: bool) -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    if more { return { assert!(n > 0); n }; }
    if n > 7 { return loop { if yield_!(n) > 1 { break n; } }; }
    yield_!(loop { if yield_!(2) == 1 { break { assert!(n > 0); n }; } })
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use coro_core::{
        CoroutineState::{Complete, Yielded},
        Resume,
    };

    #[test]
    fn do_what_they_say() {
        let blocks = |more| super::blocks(vec![5], more).collect::<Vec<_>>();
        assert_eq!(blocks(true), [1, 1, 4, 4, 0, 1, 2, 3, 7, 5]);
        assert_eq!(blocks(false), [2, 4, 4, 4, 4, 0, 1, 2, 3, 7, 3]);
        let mut jumps = super::jumps(5, false);
        assert_eq!(jumps.resume(0), Yielded(1));
        assert_eq!(jumps.resume(0), Yielded(2));
        assert_eq!(jumps.resume(1), Yielded(5));
        assert_eq!(jumps.resume(6), Complete(6));
        let mut jumps = super::jumps(8, false);
        assert_eq!(jumps.resume(0), Yielded(1));
        assert_eq!(jumps.resume(0), Yielded(8));
        assert_eq!(jumps.resume(2), Complete(8));
        let mut jumps = super::jumps(8, true);
        assert_eq!(jumps.resume(0), Yielded(1));
        assert_eq!(jumps.resume(0), Complete(8));
    }
}
