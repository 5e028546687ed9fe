//! Coroutines that return `impl Iterator`, boxed ones, and `?` in iterators of `Result`s.

use std::{collections::BTreeSet, fmt::Debug, iter::FusedIterator, num::ParseIntError};

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, eat, fidelity, log, logged, see};

fidelity! {
    fn countdown(name: &'static str, mut n: u32) as ("T", 3), iterates String => {
        while n > 0 {
            yield_!(format!("{name}: {n}"));
            n -= 1;
        }
        yield_!(format!("{name}: Done!"));
    }
}

fidelity! {
    fn droppable_items(names: Vec<&'static str>) as (vec!["a", "b"]), iterates D => {
        let guard = d("guard");
        for name in names {
            let local = d("local");
            yield_!(d(name));
        }
    }
}

fidelity! {
    fn an_early_return(limit: u32) as (2), iterates u32 => {
        for i in 0.. {
            let a = d("a");
            if i > limit { return }
            yield_!(i);
        }
    }
}

fidelity! {
    fn no_items_at_all() as (), iterates D, never suspends => {
        let a = d("a");
    }
}

fidelity! {
    fn delegating(n: u32) as (3), iterates u32 => {
        yield_from!(0..n);
        let mut twice = (0..n).map(|i| i * 2);
        yield_!(twice.next().unwrap_or(50));
        yield_from!(twice);
    }
}

fidelity! {
    fn a_unit_iterator(n: usize) as (2), iterates () => {
        for _ in 0..n { yield_!(); }
    }
}

#[coro_core::coroutine]
fn bounded(n: u32) -> impl Iterator<Item = u32> + FusedIterator + Clone + Debug + Send + 'static {
    for i in 0..n {
        yield_!(i);
    }
}

#[test]
fn other_bounds_hold() {
    fn check<I: Iterator<Item = u32> + FusedIterator + Clone + Debug + Send + 'static>(mut i: I) {
        i.next();
        let fork = i.clone();
        assert_eq!(i.collect::<Vec<_>>(), fork.collect::<Vec<_>>());
    }
    check(bounded(4));
}

#[test]
fn adaptors_and_loops_take_it() {
    let sum: u32 = bounded(5).filter(|n| n % 2 == 0).map(|n| n * 10).sum();
    assert_eq!(sum, 60);
    let mut all = Vec::new();
    for n in bounded(3) {
        all.push(n);
    }
    assert_eq!(all, [0, 1, 2]);
    assert_eq!(bounded(3).zip(bounded(2)).last(), Some((1, 1)));
    let mut iter = bounded(4);
    assert_eq!(iter.by_ref().take(2).count(), 2);
    assert_eq!(iter.next(), Some(2));
    assert!(iter.size_hint().0 <= 1);
}

#[coro_core::coroutine]
fn boxed(n: u32) -> Box<dyn Iterator<Item = u32>> {
    if n > 0 {
        yield_!(n);
        for i in boxed(n - 1) {
            yield_!(i);
        }
        yield_from!(boxed(n - 1));
    }
}

#[test]
fn boxed_iterators_recurse() {
    assert_eq!(boxed(2).collect::<Vec<_>>(), [2, 1, 1]);
}

#[coro_core::coroutine]
fn boxed_coroutine(step: u32) -> Box<dyn Resume<u32, u32, Return = String> + Send> {
    let mut n = 0;
    loop {
        let input = yield_!(n);
        if input == 0 {
            return n.to_string();
        }
        n += input * step;
    }
}

#[test]
fn boxed_coroutines_resume() {
    let mut all: Vec<_> = [1, 10].into_iter().map(boxed_coroutine).collect();
    for coroutine in &mut all {
        assert_eq!(coroutine.resume(9), CoroutineState::Yielded(0));
    }
    assert_eq!(all[0].resume(2), CoroutineState::Yielded(2));
    assert_eq!(all[1].resume(2), CoroutineState::Yielded(20));
    assert_eq!(all[1].resume(0), CoroutineState::Complete("20".to_owned()));
}

#[coro_core::coroutine]
fn parsed(texts: &'static [&'static str]) -> impl Iterator<Item = Result<u32, ParseIntError>> {
    let _guard = d("guard");
    for text in texts {
        let n: u32 = text.parse()?;
        yield_!(Ok(n));
    }
}

#[test]
fn a_question_mark_yields_the_error_and_ends() {
    let mut results = Vec::new();
    let events = logged(|| results.extend(parsed(&["1", "2", "x", "3"])));
    assert_eq!(results[..2], [Ok(1), Ok(2)]);
    assert!(results[2].is_err());
    assert_eq!(results.len(), 3);
    assert_eq!(events, ["new guard", "drop guard"]);
    assert_eq!(parsed(&["1", "2"]).collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
}

/// When the error is yielded, what the `?` left behind is dropped.
#[coro_core::coroutine]
fn guarded(fail: bool) -> impl Iterator<Item = Result<u32, String>> {
    let _outer = d("outer");
    for i in 0..2 {
        let _inner = d(format!("inner{i}"));
        yield_!(Ok(i));
        if fail {
            Err("failed")?;
        }
    }
}

#[test]
fn the_scopes_that_a_question_mark_leaves_end_before_the_iterator_does() {
    let events = logged(|| {
        let mut iter = guarded(true);
        assert_eq!(iter.next(), Some(Ok(0)));
        log("next");
        assert_eq!(iter.next(), Some(Err("failed".to_owned())));
        log("yielded the error");
        assert_eq!(iter.next(), None);
        assert_eq!(iter.next(), None);
    });
    let position = |event: &str| events.iter().position(|e| e == event).unwrap();
    assert!(position("drop inner0") < position("drop outer"));
    assert!(position("next") < position("drop inner0"));
    assert_eq!(events.iter().filter(|e| e.starts_with("drop")).count(), 2);
}

#[coro_core::coroutine]
fn converted(text: &'static str) -> impl Iterator<Item = Result<char, Box<dyn std::error::Error>>> {
    let n: usize = text.parse()?;
    let bytes = vec![b'a'; n];
    for c in String::from_utf8(bytes)?.chars().collect::<Vec<_>>() {
        yield_!(Ok(c));
    }
    if n == 2 {
        Err("two")?;
    }
}

#[test]
fn a_question_mark_converts_the_error() {
    let show = |text| {
        converted(text)
            .map(|r| r.map_or_else(|e| e.to_string(), |c| c.to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(show("1"), ["a"]);
    assert_eq!(show("2"), ["a", "a", "two"]);
    assert_eq!(show("x"), ["invalid digit found in string"]);
}

#[coro_core::coroutine]
fn yielding_in_the_operand(limit: u32) -> impl Resume<u32, Result<u32, String>, Return = ()> {
    let mut n = 0;
    while n < limit {
        n += yield_!(Ok(n)).checked_sub(1).ok_or("zero")?;
    }
}

#[test]
fn a_question_mark_in_a_coroutine_of_results_without_return() {
    let mut coroutine = yielding_in_the_operand(5);
    assert_eq!(coroutine.resume(0), CoroutineState::Yielded(Ok(0)));
    assert_eq!(coroutine.resume(4), CoroutineState::Yielded(Ok(3)));
    assert_eq!(coroutine.resume(0), CoroutineState::Yielded(Err("zero".to_owned())));
    assert_eq!(coroutine.resume(1), CoroutineState::Complete(()));
}

#[coro_core::coroutine]
fn primes() -> impl Iterator<Item = u32> {
    let mut found: Vec<u32> = Vec::new();
    for n in 2.. {
        if found.iter().take_while(|p| *p * *p <= n).all(|p| n % p != 0) {
            found.push(n);
            yield_!(n);
        }
    }
}

#[coro_core::coroutine]
fn subsets<T: Clone>(items: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    for mask in 0..1u32 << items.len() {
        let mut subset = Vec::new();
        for (i, item) in items.iter().enumerate() {
            if mask >> i & 1 == 1 {
                subset.push(item.clone());
            }
        }
        yield_!(subset);
    }
}

#[coro_core::coroutine]
fn merged<I, J>(a: I, b: J) -> impl Iterator<Item = I::Item>
where
    I: IntoIterator,
    J: IntoIterator<Item = I::Item>,
    I::Item: Ord,
{
    let mut a = a.into_iter().peekable();
    let mut b = b.into_iter().peekable();
    loop {
        let next = match (a.peek(), b.peek()) {
            (Some(x), Some(y)) if x <= y => a.next(),
            (_, Some(_)) => b.next(),
            (Some(_), None) => a.next(),
            (None, None) => return,
        };
        if let Some(item) = next {
            yield_!(item);
        }
    }
}

#[test]
fn realistic_generators() {
    assert_eq!(primes().take(8).collect::<Vec<_>>(), [2, 3, 5, 7, 11, 13, 17, 19]);
    assert_eq!(subsets(vec!['a', 'b']).count(), 4);
    assert_eq!(merged([1, 4, 6], vec![2, 3, 7]).collect::<Vec<_>>(), [1, 2, 3, 4, 6, 7]);
    assert_eq!(merged(BTreeSet::from(["b", "a"]), ["c"]).collect::<String>(), "abc");
}

/// A tree, walked by coroutines that return aliases of boxes.
struct Forest {
    n: u32,
    trees: Vec<Self>,
}

#[coro_core::coroutine]
fn counted(forest: &Forest) -> coro_core::BoxResume<'_, (), u32, usize> {
    yield_!(forest.n);
    let mut count = 1;
    for tree in &forest.trees {
        count += yield_from!(counted(tree));
    }
    count
}

#[coro_core::coroutine]
fn shared(n: std::rc::Rc<u32>) -> coro_core::LocalBoxResume<'static, u32, u32, u32> {
    *n + yield_!(*n)
}

#[test]
fn aliases_of_boxes() {
    use coro_core::Resume;

    let leaf = |n| Forest { n, trees: Vec::new() };
    let forest = Forest { n: 1, trees: vec![leaf(2), leaf(3)] };
    let mut seen = Vec::new();
    assert_eq!(counted(&forest).drive((), |n| seen.push(n)), 3);
    assert_eq!(seen, [1, 2, 3]);
    assert_eq!(shared(std::rc::Rc::new(4)).drive(0, |n| n + 1), 9);
}
