//! Generic functions.

use alloc::{string::String, vec::Vec};
use core::{fmt::Display, hash::Hash};

use coro_core::Resume;

/// Lifetimes, types, constants, `where`.
#[coro_core::coroutine]
pub fn labelled<'a, T, V, const N: usize>(
    labels: [&'a str; N],
    values: V,
) -> impl Iterator<Item = String> + use<'a, T, V, N>
where
    T: Display + 'a,
    V: IntoIterator<Item = T>,
{
    let mut values = values.into_iter();
    for label in labels {
        let Some(value) = values.next() else { return };
        yield_!(alloc::format!("{label} {value}"));
    }
}

/// Traits that are derived.
#[coro_core::coroutine]
pub fn stored<K>(key: K) -> impl Resume<(), u32, Return = K> + Clone + Eq + Hash
where
    K: Clone + Eq + Hash,
{
    yield_!(1);
    key
}

/// Elided lifetimes.
#[coro_core::coroutine]
pub fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    let mut rest = text;
    while let Some((word, after)) = rest.split_once(' ') {
        yield_!(word);
        rest = after;
    }
    yield_!(rest);
}

/// Pairs, of any two things that can be iterated.
#[coro_core::coroutine]
pub fn pairs<A, B>(a: A, b: B) -> impl Iterator<Item = (A::Item, B::Item)>
where
    A: IntoIterator,
    A::Item: Clone,
    B: IntoIterator,
{
    let b: Vec<_> = b.into_iter().collect();
    for (a, b) in a.into_iter().zip(b) {
        yield_!((a, b));
    }
}

/// What a function that can be called once makes, between two suspensions.
#[coro_core::coroutine]
pub fn called_once<T, F>(make: F, last: T) -> impl Iterator<Item = T>
where
    F: FnOnce() -> T,
{
    let first = make();
    yield_!(first);
    yield_!(last);
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    #[test]
    fn values() {
        assert_eq!(super::labelled(["a", "b"], [1]).collect::<Vec<_>>(), ["a 1"]);
        let mut stored = super::stored('k');
        let other = stored.clone();
        assert_eq!(stored.resume(()), Yielded(1));
        assert!(stored != other);
        assert_eq!(stored.resume(()), Complete('k'));
        assert_eq!(super::words("a b").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(super::pairs([1, 2], ['a', 'b']).collect::<Vec<_>>(), [(1, 'a'), (2, 'b')]);
    }
}
