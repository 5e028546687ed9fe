//! Parameters with elided lifetimes that end up in one place.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use itertools::Itertools as _;

#[coro_core::coroutine]
fn longer_first(left: &[u32], right: &[u32]) -> impl Iterator<Item = u32> {
    let (long, short) = if left.len() < right.len() { (right, left) } else { (left, right) };
    for item in long.iter().chain(short) {
        yield_!(*item);
    }
}

#[coro_core::coroutine]
fn in_turn(mut one: &[u32], mut other: &[u32], rounds: &u32) -> impl Iterator<Item = u32> {
    for _ in 0..*rounds {
        if let [first, rest @ ..] = one {
            yield_!(*first);
            one = rest;
        }
        std::mem::swap(&mut one, &mut other);
    }
}

#[coro_core::coroutine]
fn lines(title: &str, body: &str) -> impl Iterator<Item = String> {
    for text in [title, body] {
        yield_!(text.to_owned());
    }
    for text in vec![body, title] {
        yield_!(text.to_owned());
    }
}

struct Set(BTreeSet<u32>);

impl Set {
    #[coro_core::coroutine]
    fn union(&self, other: &Self) -> impl Iterator<Item = u32> {
        let (large, small) = match self.0.len().cmp(&other.0.len()) {
            Ordering::Less => (&other.0, &self.0),
            _ => (&self.0, &other.0),
        };
        for item in large.iter().chain(small.iter().filter(|item| !large.contains(item))) {
            yield_!(*item);
        }
    }

    #[coro_core::coroutine]
    fn last(&self, other: &Self) -> impl Iterator<Item = u32> {
        let mut set = self;
        yield_!(set.0.len() as u32);
        if set.0.len() < other.0.len() {
            set = other;
        }
        for item in &set.0 {
            yield_!(*item);
        }
    }
}

/// The methods of a trait keep their lifetimes.
trait Zipped {
    fn zipped(&self, other: &[u32]) -> impl Iterator<Item = u32>;
    fn sum(one: &[u32], other: &[u32]) -> impl Iterator<Item = u32>;
}

impl Zipped for Set {
    #[coro_core::coroutine]
    fn zipped(&self, other: &[u32]) -> impl Iterator<Item = u32> {
        for (a, b) in self.0.iter().zip(other) {
            yield_!(*if a < b { a.min(&1) } else { &0 } + b);
        }
    }

    #[coro_core::coroutine]
    fn sum(one: &[u32], other: &[u32]) -> impl Iterator<Item = u32> {
        yield_!(if one.len() < other.len() { one.len() } else { other.len() } as u32);
        for (a, b) in one.iter().zip(other) {
            yield_!(a + b);
        }
    }
}

struct Options {
    separator: char,
}

/// Borrows from both.
struct Parser<'a> {
    text: &'a str,
    options: &'a Options,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, options: &'a Options) -> Option<Self> {
        (!text.is_empty()).then_some(Self { text, options })
    }

    fn word(&mut self) -> Option<&'a str> {
        let (word, rest) = self.text.split_once(self.options.separator)?;
        self.text = rest;
        Some(word)
    }
}

#[coro_core::coroutine]
fn words(text: &str, options: &Options) -> impl Iterator<Item = usize> {
    let mut parser = Parser::new(text, options).unwrap();
    while let Some(word) = parser.word() {
        yield_!(word.len());
    }
    let mut parser = Parser { text, options };
    yield_!(parser.word().map_or(0, str::len) * 10);
}

impl Options {
    #[coro_core::coroutine]
    pub fn words(&self, text: &str) -> impl Iterator<Item = usize> {
        let mut parser = Parser { options: self, text };
        while let Some(word) = parser.word() {
            yield_!(word.len());
        }
    }
}

#[test]
fn parameters_that_one_value_holds() {
    let options = Options { separator: ',' };
    let text = String::from("a,bc,def,");
    assert_eq!(words(&text, &options).collect_vec(), [1, 2, 3, 10]);
    assert_eq!(options.words(&text).collect_vec(), [1, 2, 3]);
}

#[test]
fn parameters_that_are_chosen_from() {
    let mut shorter = vec![7, 8];
    {
        // The two live for different times.
        let longer = vec![1, 2, 3];
        assert_eq!(longer_first(&shorter, &longer).collect_vec(), [1, 2, 3, 7, 8]);
        assert_eq!(longer_first(&longer, &shorter).collect_vec(), [1, 2, 3, 7, 8]);
        assert_eq!(in_turn(&shorter, &longer, &5).collect_vec(), [7, 1, 8, 2]);
    }
    shorter.clear();
    assert_eq!(lines("a", &String::from("b")).join(" "), "a b b a");
}

#[test]
fn a_receiver_and_another_parameter() {
    let one = Set(BTreeSet::from([1, 3]));
    let two = Set(BTreeSet::from([2, 3, 4]));
    assert_eq!(one.union(&two).sorted().collect_vec(), [1, 2, 3, 4]);
    assert_eq!(one.last(&two).collect_vec(), [2, 2, 3, 4]);
    assert_eq!(one.zipped(&[5, 6]).collect_vec(), [6, 7]);
    assert_eq!(Set::sum(&[1], &[2, 3]).collect_vec(), [1, 3]);
}

#[coro_core::coroutine]
fn named(over: Option<&str>, default: &str) -> impl Iterator<Item = usize> {
    let name = over.unwrap_or(default);
    yield_!(name.len());
    let name = over.filter(|it| it.len() > 1).map_or(default, str::trim);
    yield_!(name.len());
}

#[coro_core::coroutine]
fn followed(start: &str, next: &BTreeMap<String, String>) -> impl Iterator<Item = String> {
    let mut at = start;
    while let Some(then) = next.get(at) {
        at = then;
        yield_!(at.to_owned());
    }
    at = match next.get("else") {
        Some(other) => other,
        None => return,
    };
    yield_!(at.to_owned());
}

#[coro_core::coroutine]
fn records(first: &str, names: &[String]) -> impl Iterator<Item = String> {
    let mut longest = first;
    for name in names {
        if name.len() > longest.len() {
            longest = name;
            yield_!(longest.to_owned());
        }
    }
}

#[coro_core::coroutine]
fn distinct(some: &[String], more: &[String]) -> impl Iterator<Item = String> {
    let mut seen = BTreeSet::new();
    for name in some {
        if seen.insert(name) {
            yield_!(name.clone());
        }
    }
    for name in more {
        if seen.insert(name) {
            yield_!(name.clone());
        }
    }
}

#[coro_core::coroutine]
fn merged(left: &[u32], right: &[u32]) -> impl Iterator<Item = u32> {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        let next = if one <= other { left.next() } else { right.next() };
        yield_!(*next.unwrap());
    }
    for n in left.chain(right) {
        yield_!(*n);
    }
}

#[test]
fn parameters_that_a_local_holds_in_turn() {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect_vec();
    let default = String::from("default");
    assert_eq!(named(Some("a"), &default).collect_vec(), [1, 7]);
    assert_eq!(named(None, &default).collect_vec(), [7, 7]);
    let next = [("a", "b"), ("b", "c"), ("else", "d")];
    let next = next.map(|(from, to)| (from.to_owned(), to.to_owned())).into();
    assert_eq!(followed(&String::from("a"), &next).join(" "), "b c d");
    let names = owned(&["abc", "ab", "abcd"]);
    assert_eq!(records("ab", &names).join(" "), "abc abcd");
    assert_eq!(distinct(&names, &owned(&["x", "ab"])).join(" "), "abc ab abcd x");
    assert_eq!(merged(&[1, 4, 5], &[2, 3, 6]).collect_vec(), [1, 2, 3, 4, 5, 6]);
}
