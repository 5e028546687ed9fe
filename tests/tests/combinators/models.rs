//! Each operator against the one of the same name in std or itertools, on random items.
// Each entry of the table reads like the next.
#![allow(
    clippy::redundant_closure_for_method_calls,
    clippy::filter_map_bool_then,
    clippy::map_flatten
)]

use std::ops::ControlFlow::{Break, Continue};

use coro_core::{Resume, broadcast, empty, from_iter, mux, once, repeat_with, round_robin, unfold};
use itertools::Itertools as _;

use super::support::{check, outputs};

/// Checks that a pipeline yields what an iterator does: `items`, then both.
macro_rules! model {
    ($($name:ident($n:ident, $p:ident, $f:ident): $here:expr, $there:expr;)*) => {
        $(#[test]
        fn $name() {
            check(|random| {
                let items = random.items();
                #[allow(unused_variables)]
                let ($n, $p, $f) = (random.below(6), random.predicate(), random.function());
                let here = apply(from_iter(items.clone()), $here);
                let there = apply(items.into_iter(), $there);
                assert!(here.yields().eq(there));
            });
        })*
    };
}

/// Calls a function; so its parameter's type is known.
fn apply<T, R>(value: T, f: impl FnOnce(T) -> R) -> R {
    f(value)
}

model! {
    map(n, p, f): |c| c.map(f), |i| i.map(f);
    inspect(n, p, f): |c| c.inspect(|_| ()), |i| i.inspect(|_| ());
    enumerate(n, p, f): |c| c.enumerate(), |i| i.enumerate();
    scan(n, p, f): |c| c.scan(0, |s, y| { *s += f(y); p(s).then_some(*s) }),
        |i| i.scan(0, |s, y| { *s += f(y); p(s).then_some(*s) });
    filter(n, p, f): |c| c.filter(p), |i| i.filter(p);
    filter_map(n, p, f): |c| c.filter_map(|y| p(&y).then(|| f(y))),
        |i| i.filter_map(|y| p(&y).then(|| f(y)));
    take(n, p, f): |c| c.take(n), |i| i.take(n);
    take_while(n, p, f): |c| c.take_while(p), |i| i.take_while(p);
    skip(n, p, f): |c| c.skip(n), |i| i.skip(n);
    skip_while(n, p, f): |c| c.skip_while(p), |i| i.skip_while(p);
    step_by(n, p, f): |c| c.step_by(n + 1), |i| i.step_by(n + 1);
    dedup(n, p, f): |c| c.dedup(), |i| i.dedup();
    dedup_by_key(n, p, f): |c| c.dedup_by_key(p), |i| i.dedup_by(|a, b| p(a) == p(b));
    peekable(n, p, f): |c| c.peekable(), |i| i.peekable();
    chain(n, p, f): |c| c.chain(from_iter(0..n as u64)), |i| i.chain(0..n as u64);
    flatten(n, p, f): |c| c.map(|y| 0..y).flatten(), |i| i.map(|y| 0..y).flatten();
    flat_map(n, p, f): |c| c.flat_map(|y| 0..y), |i| i.flat_map(|y| 0..y);
    zip(n, p, f): |c| c.zip(from_iter(0..n)), |i| i.zip(0..n);
    interleave(n, p, f): |c| c.interleave(from_iter(0..n as u64)), |i| i.interleave(0..n as u64);
    merge_by(n, p, f): |c| c.merge_by(from_iter(0..n as u64), |a, b| f(*a) <= f(*b)),
        |i| i.merge_by(0..n as u64, |a, b| f(*a) <= f(*b));
    windows(n, p, f): |c| c.windows(), |i| i.tuple_windows().map(|(a, b, c)| [a, b, c]);
    array_chunks(n, p, f): |c| c.array_chunks(), |i| i.tuples().map(|(a, b)| [a, b]);
    fuse(n, p, f): |c| c.fuse(), |i| i.fuse();
    cycle(n, p, f): |c| once(9).chain(c).cycle().take(30), |i| [9].into_iter().chain(i).cycle().take(30);
    nested(n, p, f): |c| c.map(f).filter(p).skip(1).step_by(2).take(n),
        |i| i.map(f).filter(p).skip(1).step_by(2).take(n);
}

#[test]
fn chunks() {
    check(|random| {
        let (items, n) = (random.items(), 1 + random.below(4));
        let (chunks, ()) = outputs(from_iter(items.clone()).chunks(n));
        assert!(chunks.iter().eq(items.chunks(n)));
    });
}

#[test]
fn chunk_by() {
    check(|random| {
        let (items, p) = (random.items(), random.predicate());
        let (runs, ()) = outputs(from_iter(items.clone()).chunk_by(p));
        let groups = items.into_iter().chunk_by(p);
        let expected: Vec<(bool, Vec<u64>)> =
            groups.into_iter().map(|(key, run)| (key, run.collect())).collect();
        assert_eq!(runs, expected);
    });
}

#[test]
fn round_robin_is_a_transpose() {
    check(|random| {
        let lists: Vec<_> = (0..random.below(5)).map(|_| random.items()).collect();
        let (all, _) = outputs(round_robin(lists.iter().cloned().map(from_iter)));
        let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
        let expected = (0..longest).flat_map(|n| lists.iter().filter_map(move |list| list.get(n)));
        assert!(all.iter().eq(expected));
    });
}

#[test]
fn peeking() {
    check(|random| {
        let items = random.items();
        let (mut here, mut there) =
            (from_iter(items.clone()).peekable(), items.into_iter().peekable());
        let p = random.predicate();
        for _ in 0..random.below(16) {
            match random.below(3) {
                0 => assert_eq!(here.peek().ok(), there.peek()),
                1 => assert_eq!(here.next_if(p), there.next_if(p)),
                _ => {
                    let next = there.next();
                    assert_eq!(here.resume(()).yielded(), next);
                    if next.is_none() {
                        break;
                    }
                }
            }
        }
    });
}

#[test]
fn terminals() {
    check(|random| {
        let items = random.items();
        let c = || from_iter(items.clone());
        assert_eq!(c().count().0, items.len());
        assert_eq!(c().last().0.as_ref(), items.last());
        assert_eq!(c().fold(0, |sum, y| sum + y).0, items.iter().sum::<u64>());
        assert_eq!(c().collect_with_return::<Vec<_>>().0, items);
        assert_eq!(c().run(), ());
        let mut each = Vec::new();
        c().for_each(|y| each.push(y));
        assert_eq!(each, items);
        // A collection that stops early still runs the coroutine to its end.
        let mut seen = 0;
        let checked = |y: u64| if y == 3 { Err(y) } else { Ok(y) };
        let (collected, ()) =
            c().inspect(|_| seen += 1).map(checked).collect_with_return::<Result<Vec<_>, _>>();
        assert_eq!(collected, items.iter().copied().map(checked).collect());
        assert_eq!(seen, items.len());
    });
}

#[test]
fn stopping_and_going_on() {
    check(|random| {
        let (items, p) = (random.items(), random.predicate());
        let n = random.below(items.len() + 1);
        let (mut here, mut there) = (from_iter(items.clone()), items.into_iter());
        assert!(here.by_ref().take(n).yields().eq(there.by_ref().take(n)));
        let step = |y| if p(&y) { Continue(()) } else { Break(y) };
        let (stopped, expected) = (here.by_ref().try_drive((), step), there.try_for_each(step));
        assert_eq!(stopped.err(), expected.break_value());
        // At its end, it has returned.
        if expected.is_break() {
            assert!(here.yields().eq(there));
        }
    });
}

#[test]
fn sources() {
    assert!(once(1).yields().eq(std::iter::once(1)));
    assert!(empty::<u8>().yields().eq(std::iter::empty()));
    assert!(repeat_with(|| 1).take(9).yields().eq(std::iter::repeat_with(|| 1).take(9)));
    check(|random| {
        let items = random.items();
        assert!(from_iter(items.clone()).yields().eq(items));
    });
}

#[test]
fn size_hints_are_exact_where_they_can_be() {
    check(|random| {
        let (items, n, m) = (random.items(), random.below(8), 1 + random.below(4));
        let c = || from_iter(items.clone());
        let i = || items.clone().into_iter();
        assert_eq!(c().size_hint(), i().size_hint());
        assert_eq!(c().take(n).size_hint(), i().take(n).size_hint());
        assert_eq!(c().skip(n).size_hint(), i().skip(n).size_hint());
        assert_eq!(c().step_by(m).size_hint(), i().step_by(m).size_hint());
        assert_eq!(c().chain(c()).size_hint(), i().chain(i()).size_hint());
        assert_eq!(c().zip(from_iter(0..n)).size_hint(), i().zip(0..n).size_hint());
        assert_eq!(c().interleave(c()).size_hint(), i().interleave(i()).size_hint());
        assert_eq!(c().chunks(m).size_hint().0, items.chunks(m).len());
        assert_eq!(c().windows::<2>().size_hint().1, Some(items.windows(2).len()));
        assert_eq!(c().yields().size_hint(), (items.len(), Some(items.len())));
        assert_eq!(
            c().take(n).map(|y| y).enumerate().yields().size_hint(),
            i().take(n).size_hint()
        );
        let sizes = [items.len(), n, m];
        let members = || sizes.map(|len| from_iter(0..len));
        let (sum, longest) = (sizes.iter().sum(), sizes.into_iter().max().unwrap());
        assert_eq!(round_robin(members()).size_hint(), (sum, Some(sum)));
        let all = broadcast(members().map(|member| member.map(drop)));
        assert_eq!(all.size_hint(), (longest, Some(longest)));
        // The end of each but the last is told as well.
        assert_eq!(mux(members()).size_hint(), (sum + 2, Some(sum + 2)));
        assert_eq!(once(1).size_hint(), (1, Some(1)));
        assert_eq!(repeat_with(|| 1).size_hint(), (usize::MAX, None));
    });
}

#[test]
fn unfold_is_from_fn() {
    check(|random| {
        let (f, p, first) = (random.function(), random.predicate(), random.next() % 100);
        let step = move |state: &mut u64| {
            *state = f(*state);
            p(state).then_some(*state)
        };
        let mut state = first;
        let expected: Vec<_> = std::iter::from_fn(|| step(&mut state)).take(20).collect();
        let (yielded, end) = outputs(unfold(first, step).take(20));
        assert_eq!(yielded, expected);
        assert_eq!(end.is_none(), expected.len() == 20);
        assert!(end.is_none_or(|end| end == state));
    });
}
