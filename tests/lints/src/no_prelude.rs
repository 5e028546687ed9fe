//! A module without the prelude.
#![no_implicit_prelude]

use ::coro_core::Resume;

/// A generator.
#[::coro_core::coroutine]
pub fn countdown(mut n: u32) -> impl ::core::iter::Iterator<Item = u32> {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

/// All traits that can be derived.
#[::coro_core::coroutine]
pub fn derived(
    n: u32,
) -> impl Resume<(), u32, Return = ()>
+ ::core::clone::Clone
+ ::core::fmt::Debug
+ ::core::cmp::Eq
+ ::core::hash::Hash {
    yield_!(n);
    yield_!(n + 1);
}

/// Loops, delegation, `?`, kept values.
#[::coro_core::coroutine]
pub fn all(
    list: ::alloc::vec::Vec<u32>,
) -> impl Resume<u32, u32, Return = ::core::option::Option<u32>> {
    let mut total: u32 = 0;
    let kept = ::alloc::string::String::new();
    yield_!(total);
    for n in list {
        total = u32::checked_add(total, yield_!(n))?;
    }
    yield_from!([1, 2]);
    if yield_!(3) > 0 {
        ::core::mem::drop(kept);
    }
    yield_!(4);
    ::core::option::Option::Some(total)
}

#[cfg(test)]
mod tests {
    use ::alloc::{vec, vec::Vec};
    use ::core::{assert, assert_eq, clone::Clone as _, iter::Iterator as _, option::Option::Some};
    use ::coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    #[test]
    fn values() {
        assert_eq!(super::countdown(2).collect::<Vec<_>>(), [2, 1]);
        let mut derived = super::derived(1);
        let start = derived.clone();
        assert!(derived == start);
        assert_eq!(derived.resume(()), Yielded(1));
        assert!(derived != start);
        let mut all = super::all(vec![5]);
        for n in [0, 5, 1, 2, 3, 4] {
            assert_eq!(all.resume(7), Yielded(n));
        }
        assert_eq!(all.resume(7), Complete(Some(7)));
    }
}
