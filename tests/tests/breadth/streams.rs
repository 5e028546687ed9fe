//! Generators on traits, generics and other generators: pipelines, rings, caches, boxes.

use std::{collections::BTreeMap, fmt::Display, io::BufRead};

use coro_core::Resume;
use itertools::Itertools as _;

trait Shape {
    fn corners(&self) -> Box<dyn Iterator<Item = (i32, i32)> + '_>;
}

struct Square {
    side: i32,
}

struct Polyline(Vec<(i32, i32)>);

impl Shape for Square {
    #[coro_core::coroutine]
    fn corners(&self) -> Box<dyn Iterator<Item = (i32, i32)> + '_> {
        for (x, y) in [(0, 0), (1, 0), (1, 1), (0, 1)] {
            yield_!((x * self.side, y * self.side));
        }
    }
}

impl Shape for Polyline {
    #[coro_core::coroutine]
    fn corners(&self) -> Box<dyn Iterator<Item = (i32, i32)> + '_> {
        for &corner in &self.0 {
            yield_!(corner);
        }
    }
}

#[test]
fn shapes_behind_a_trait() {
    let shapes: [Box<dyn Shape>; 2] =
        [Box::new(Square { side: 3 }), Box::new(Polyline(vec![(1, 2), (3, 4)]))];
    let corners = shapes.iter().map(|shape| shape.corners().collect_vec()).collect_vec();
    assert_eq!(corners, [vec![(0, 0), (3, 0), (3, 3), (0, 3)], vec![(1, 2), (3, 4)]]);
}

struct Ring<T, const N: usize> {
    slots: [Option<T>; N],
    next: usize,
}

impl<T: Clone, const N: usize> Ring<T, N> {
    fn new() -> Self {
        Self { slots: [const { None }; N], next: 0 }
    }

    fn push(&mut self, item: T) {
        self.slots[self.next] = Some(item);
        self.next = (self.next + 1) % N;
    }

    #[coro_core::coroutine]
    fn oldest_first(&self) -> impl Iterator<Item = &T> {
        for offset in 0..N {
            if let Some(item) = &self.slots[(self.next + offset) % N] {
                yield_!(item);
            }
        }
    }

    #[coro_core::coroutine]
    fn drain(&mut self) -> impl Iterator<Item = T> {
        for offset in 0..N {
            let index = (self.next + offset) % N;
            if let Some(item) = self.slots[index].take() {
                yield_!(item);
            }
        }
    }
}

#[test]
fn a_ring_keeps_the_latest() {
    for count in 0..9usize {
        let mut ring = Ring::<_, 4>::new();
        (0..count).for_each(|n| ring.push(n));
        let expected = count.saturating_sub(4)..count;
        assert!(ring.oldest_first().copied().eq(expected.clone()), "{count}");
        assert!(ring.drain().eq(expected));
        assert_eq!(ring.drain().count(), 0);
    }
}

#[coro_core::coroutine]
fn numbered<R: BufRead>(reader: R) -> impl Iterator<Item = std::io::Result<(usize, String)>> {
    for (number, line) in reader.lines().enumerate() {
        let line = line?;
        if !line.trim().is_empty() {
            yield_!(Ok((number + 1, line)));
        }
    }
}

#[coro_core::coroutine]
fn join<T: Display>(items: impl Iterator<Item = T>, width: usize) -> impl Iterator<Item = String> {
    let mut line = String::new();
    for item in items {
        let text = item.to_string();
        if !line.is_empty() && line.len() + 1 + text.len() > width {
            yield_!(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&text);
    }
    if !line.is_empty() {
        yield_!(line);
    }
}

#[test]
fn lines_are_read_and_wrapped() {
    let text = "one\n\ntwo three\n  \nfour";
    let read: Vec<_> = numbered(text.as_bytes()).try_collect().unwrap();
    assert_eq!(read, [(1, "one".into()), (3, "two three".into()), (5, "four".into())]);
    let wrapped = join(text.split_whitespace(), 9).collect_vec();
    assert_eq!(wrapped, ["one two", "three", "four"]);
    assert!(wrapped.iter().all(|line| line.len() <= 9));
}

/// Words that follow each other, as often as they do.
#[coro_core::coroutine]
fn chain(text: &'static str, seed: usize) -> impl Iterator<Item = &'static str> {
    let mut followers: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
    for (a, b) in text.split_whitespace().tuple_windows() {
        followers.entry(a).or_default().push(b);
    }
    let Some(mut word) = text.split_whitespace().next() else { return };
    let mut state = seed;
    loop {
        yield_!(word);
        let Some(next) = followers.get(word) else { break };
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
        word = next[(state >> 16) % next.len()];
    }
}

#[test]
fn chains_follow_the_text() {
    let text = "the cat sat on the mat and the dog sat on the log";
    let pairs = text.split_whitespace().tuple_windows::<(_, _)>().collect_vec();
    for seed in 0..20 {
        let words = chain(text, seed).take(50).collect_vec();
        assert_eq!(words[0], "the");
        assert!(words.iter().copied().tuple_windows().all(|pair| pairs.contains(&pair)));
    }
}

/// Sums, and how many there were, as the generator's own return value.
#[coro_core::coroutine]
fn prefix_sums(numbers: Vec<i64>) -> impl Resume<(), i64, Return = (usize, i64)> {
    let count = numbers.len();
    let mut sum = 0;
    for number in numbers {
        sum += number;
        yield_!(sum);
    }
    (count, sum)
}

#[coro_core::coroutine]
fn with_total(numbers: &[i64]) -> impl Iterator<Item = String> {
    for half in numbers.chunks(2) {
        let (count, sum) = yield_from!(labelled(half.to_vec()));
        yield_!(format!("{count} make {sum}"));
    }
}

#[coro_core::coroutine]
fn labelled(numbers: Vec<i64>) -> impl Resume<(), String, Return = (usize, i64)> {
    let mut sums = prefix_sums(numbers);
    loop {
        match sums.resume(()) {
            coro_core::CoroutineState::Yielded(sum) => yield_!(format!("so far {sum}")),
            coro_core::CoroutineState::Complete(total) => break total,
        };
    }
}

#[test]
fn totals_are_delegated() {
    let lines = with_total(&[1, 2, 3]).join(", ");
    assert_eq!(lines, "so far 1, so far 3, 2 make 3, so far 3, 1 make 3");
}

struct Countdown {
    from: u32,
}

impl IntoIterator for Countdown {
    type Item = u32;
    type IntoIter = Box<dyn Iterator<Item = u32>>;

    #[coro_core::coroutine]
    fn into_iter(self) -> Box<dyn Iterator<Item = u32>> {
        for n in (1..=self.from).rev() {
            yield_!(n);
        }
    }
}

#[test]
fn a_collection_that_is_a_generator() {
    let mut seen = Vec::new();
    for n in (Countdown { from: 3 }) {
        seen.push(n);
    }
    assert_eq!(seen, [3, 2, 1]);
}

#[coro_core::coroutine]
fn differences<'a, K: Ord, V: PartialEq>(
    old: &'a BTreeMap<K, V>,
    new: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = (char, &'a K)> {
    for (key, value) in new {
        match old.get(key) {
            None => yield_!(('+', key)),
            Some(before) if before != value => yield_!(('~', key)),
            Some(_) => {}
        }
    }
    for key in old.keys().filter(|key| !new.contains_key(key)) {
        yield_!(('-', key));
    }
}

#[test]
fn maps_are_compared() {
    let old = BTreeMap::from([("a", 1), ("b", 2), ("c", 3)]);
    let new = BTreeMap::from([("a", 1), ("b", 5), ("d", 4)]);
    assert!(differences(&old, &new).eq([('~', &"b"), ('+', &"d"), ('-', &"c")]));
}
