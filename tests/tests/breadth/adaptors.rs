//! Adaptors over iterators, checked against itertools and std.

use std::{collections::HashSet, hash::Hash};

use itertools::{EitherOrBoth, Itertools as _};

#[coro_core::coroutine]
fn interleave<T>(
    a: impl IntoIterator<Item = T>,
    b: impl IntoIterator<Item = T>,
) -> impl Iterator<Item = T> {
    let mut a = a.into_iter();
    let mut b = b.into_iter();
    loop {
        match (a.next(), b.next()) {
            (Some(x), Some(y)) => {
                yield_!(x);
                yield_!(y);
            }
            (Some(x), None) => yield_!(x),
            (None, Some(y)) => yield_!(y),
            (None, None) => return,
        }
    }
}

#[test]
fn interleaving() {
    for (n, m) in [(0, 0), (3, 3), (5, 2), (0, 4)] {
        let expected = (0..n).interleave(100..100 + m);
        assert!(interleave(0..n, 100..100 + m).eq(expected), "{n} {m}");
    }
}

#[coro_core::coroutine]
fn intersperse<T: Clone>(items: impl Iterator<Item = T>, between: T) -> impl Iterator<Item = T> {
    let mut first = true;
    for item in items {
        if !first {
            yield_!(between.clone());
        }
        first = false;
        yield_!(item);
    }
}

#[test]
fn interspersing() {
    let words = ["a", "b", "c"];
    let expected = itertools::Itertools::intersperse(words.into_iter(), "-");
    assert!(intersperse(words.into_iter(), "-").eq(expected));
    assert_eq!(intersperse(std::iter::empty::<u8>(), 0).count(), 0);
}

#[coro_core::coroutine]
fn dedup<T: PartialEq>(items: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    let mut items = items;
    let Some(mut last) = items.next() else { return };
    for item in items {
        if item != last {
            yield_!(std::mem::replace(&mut last, item));
        }
    }
    yield_!(last);
}

#[test]
fn deduplicating() {
    for numbers in [vec![], vec![1], vec![1, 1, 2, 3, 3, 3, 1]] {
        let expected = numbers.iter().copied().dedup();
        assert!(dedup(numbers.iter().copied()).eq(expected));
    }
}

#[coro_core::coroutine]
fn unique<T: Eq + Hash + Clone>(items: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    let mut seen = HashSet::new();
    for item in items {
        if seen.insert(item.clone()) {
            yield_!(item);
        }
    }
}

#[test]
fn keeping_what_is_unique() {
    let numbers = [3, 1, 3, 2, 1, 4];
    assert!(unique(numbers.into_iter()).eq(numbers.into_iter().unique()));
}

#[coro_core::coroutine]
fn take_while_inclusive<T>(
    items: impl Iterator<Item = T>,
    mut accept: impl FnMut(&T) -> bool,
) -> impl Iterator<Item = T> {
    for item in items {
        let last = !accept(&item);
        yield_!(item);
        if last {
            break;
        }
    }
}

#[test]
fn taking_up_to_and_with() {
    let expected = (0..10).take_while_inclusive(|n| *n < 4);
    assert!(take_while_inclusive(0..10, |n| *n < 4).eq(expected));
}

#[coro_core::coroutine]
fn merge<T: Ord>(
    a: impl Iterator<Item = T>,
    b: impl Iterator<Item = T>,
) -> impl Iterator<Item = T> {
    let (mut a, mut b) = (a.peekable(), b.peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let next = if x <= y { a.next() } else { b.next() };
        yield_!(next.unwrap());
    }
    yield_from!(a);
    yield_from!(b);
}

#[test]
fn merging() {
    let (a, b) = ([1, 3, 5, 9], [2, 3, 4]);
    assert!(merge(a.into_iter(), b.into_iter()).eq(a.into_iter().merge(b)));
}

#[coro_core::coroutine]
fn cartesian_product<A: Clone, B: Clone>(
    a: impl Iterator<Item = A>,
    b: impl Iterator<Item = B> + Clone,
) -> impl Iterator<Item = (A, B)> {
    for x in a {
        for y in b.clone() {
            yield_!((x.clone(), y));
        }
    }
}

#[test]
fn multiplying() {
    assert!(cartesian_product(0..3, 5..8).eq((0..3).cartesian_product(5..8)));
}

#[coro_core::coroutine]
fn zip_longest<A, B>(
    mut a: impl Iterator<Item = A>,
    mut b: impl Iterator<Item = B>,
) -> impl Iterator<Item = EitherOrBoth<A, B>> {
    loop {
        yield_!(match (a.next(), b.next()) {
            (Some(x), Some(y)) => EitherOrBoth::Both(x, y),
            (Some(x), None) => EitherOrBoth::Left(x),
            (None, Some(y)) => EitherOrBoth::Right(y),
            (None, None) => break,
        });
    }
}

#[test]
fn zipping_to_the_longer_end() {
    assert!(zip_longest(0..4, 'a'..'c').eq((0..4).zip_longest('a'..'c')));
    assert!(zip_longest(0..1, 'a'..'d').eq((0..1).zip_longest('a'..'d')));
}

#[coro_core::coroutine]
fn scan<T, S>(
    items: impl Iterator<Item = T>,
    mut state: S,
    step: impl Fn(&mut S, T) -> Option<S>,
) -> impl Iterator<Item = S>
where
    S: Clone,
{
    for item in items {
        let Some(next) = step(&mut state, item) else { break };
        yield_!(next);
    }
}

#[test]
fn scanning() {
    let step = |sum: &mut i32, n: i32| {
        *sum += n;
        (*sum < 20).then_some(*sum)
    };
    assert!(scan(1..10, 0, step).eq((1..10).scan(0, step)));
}

#[coro_core::coroutine]
fn flat_map<T, U: IntoIterator>(
    items: impl Iterator<Item = T>,
    f: impl Fn(T) -> U,
) -> impl Iterator<Item = U::Item> {
    for item in items {
        yield_from!(f(item));
    }
}

#[test]
fn flattening() {
    let triangle = |n: u32| (0..n).map(move |m| n * 10 + m);
    assert!(flat_map(0..5, triangle).eq((0..5).flat_map(triangle)));
}

#[coro_core::coroutine]
fn step_by<T>(mut items: impl Iterator<Item = T>, step: usize) -> impl Iterator<Item = T> {
    while let Some(item) = items.next() {
        yield_!(item);
        for _ in 1..step {
            if items.next().is_none() {
                return;
            }
        }
    }
}

#[test]
fn stepping() {
    for step in 1..5 {
        assert!(step_by(0..13, step).eq((0..13).step_by(step)), "{step}");
    }
}

#[coro_core::coroutine]
fn repeat<T: Clone>(items: Vec<T>, times: usize) -> impl Iterator<Item = T> {
    for _ in 0..times {
        for index in 0..items.len() {
            yield_!(items[index].clone());
        }
    }
}

#[test]
fn repeating() {
    assert!(repeat(vec![1, 2, 3], 3).eq([1, 2, 3].into_iter().cycle().take(9)));
}

#[coro_core::coroutine]
fn pad_using<T>(
    items: impl Iterator<Item = T>,
    least: usize,
    fill: impl Fn(usize) -> T,
) -> impl Iterator<Item = T> {
    let mut count = 0;
    for item in items {
        count += 1;
        yield_!(item);
    }
    while count < least {
        yield_!(fill(count));
        count += 1;
    }
}

#[test]
fn padding() {
    assert!(pad_using(0..3, 6, |n| n * 10).eq((0..3).pad_using(6, |n| n * 10)));
    assert!(pad_using(0..8, 6, |n| n * 10).eq((0..8).pad_using(6, |n| n * 10)));
}
