//! Methods.

use alloc::vec::Vec;

use coro_core::Resume;

/// A list that is read piece by piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    items: Vec<u32>,
    read: usize,
}

/// What can be walked.
pub trait Walk {
    /// Walks with the given steps; returns how many.
    fn walk(&self, from: u32) -> impl Resume<u32, u32, Return = u32>;

    /// Walks from the start.
    #[coro_core::coroutine]
    fn at_start(&self) -> impl Resume<u32, u32, Return = u32> {
        yield_!(0)
    }
}

impl List {
    /// Makes a list.
    #[must_use]
    pub const fn new(items: Vec<u32>) -> Self {
        Self { items, read: 0 }
    }

    /// Borrows.
    #[coro_core::coroutine]
    pub fn iter(&self) -> impl Iterator<Item = &u32> + '_ {
        for item in &self.items {
            yield_!(item);
        }
    }

    /// Borrows to change.
    #[coro_core::coroutine]
    pub fn reader(&mut self) -> impl Iterator<Item = u32> + '_ {
        while let Some(item) = self.items.get(self.read).copied() {
            self.read += 1;
            yield_!(item);
        }
    }

    /// Takes the list.
    #[coro_core::coroutine]
    pub fn drain(mut self) -> impl Iterator<Item = u32> {
        while let Some(item) = self.items.pop() {
            yield_!(item);
        }
    }
}

/// What is counted while it is walked.
#[derive(Debug)]
pub struct Counted {
    items: Vec<u32>,
    seen: usize,
}

impl Counted {
    /// Lends a field, and changes another.
    #[coro_core::coroutine]
    pub fn visit(&mut self) -> impl Iterator<Item = usize> + '_ {
        for item in &self.items {
            self.seen += self.items.len();
            yield_!(self.seen + usize::from(*item == 0));
        }
    }
}

impl Walk for List {
    #[coro_core::coroutine]
    fn walk(&self, from: u32) -> impl Resume<u32, u32, Return = u32> {
        let mut at = from;
        let mut steps = 0;
        for limit in &self.items {
            while at < *limit {
                at += yield_!(at);
                steps += 1;
            }
        }
        steps
    }
}

/// Of a type of one's own, whose methods mutate under names that look, in the standard library.
#[derive(Debug)]
pub struct Lexer {
    read: usize,
    sum: u32,
    text: alloc::string::String,
}

impl Lexer {
    const fn get(&mut self) -> u32 {
        self.read += 1;
        self.sum
    }

    const fn len(&mut self) -> usize {
        self.sum += 1;
        self.read
    }
}

/// Such a local in a loop, and a block that is assigned.
#[coro_core::coroutine]
pub fn lexed() -> impl Resume<u32, u32, Return = u32> {
    let mut lexer = Lexer { read: 0, sum: 0, text: alloc::string::String::new() };
    while lexer.get() < 4 {
        yield_!(1);
        if lexer.len() == 1 {
            lexer.sum = {
                yield_!(2);
                yield_!(3) % 5
            };
        }
    }
    lexer.text.push('a');
    lexer.sum
}

/// A format, of which nothing has to be looked at.
#[derive(Clone, Copy, Debug)]
pub struct Little;

impl Little {
    /// Does not mention `self`, which rustc does not ask of a method.
    #[coro_core::coroutine]
    pub fn is_big(self) -> impl Resume<u32, u32, Return = bool> {
        let asked = yield_!(1);
        if asked > 1 {
            yield_!(2);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    use super::{List, Walk as _};

    #[test]
    fn values() {
        let mut list = List::new(vec![1, 3]);
        assert_eq!(list.iter().collect::<Vec<_>>(), [&1, &3]);
        assert_eq!(list.reader().collect::<Vec<_>>(), [1, 3]);
        let mut walk = list.walk(0);
        assert_eq!(walk.resume(0), Yielded(0));
        assert_eq!(walk.resume(2), Yielded(2));
        assert_eq!(walk.resume(2), Complete(2));
        drop(walk);
        let mut walk = list.at_start();
        assert_eq!(walk.resume(0), Yielded(0));
        assert_eq!(walk.resume(2), Complete(2));
        drop(walk);
        let mut counted = super::Counted { items: vec![0, 1], seen: 0 };
        assert_eq!(counted.visit().collect::<Vec<_>>(), [3, 4]);
        assert_eq!(list.drain().collect::<Vec<_>>(), [3, 1]);
        let mut little = super::Little.is_big();
        assert_eq!(little.resume(0), Yielded(1));
        assert_eq!(little.resume(1), Complete(false));
        let mut lexed = super::lexed();
        assert_eq!(lexed.resume(0), Yielded(1));
        assert_eq!(lexed.resume(0), Yielded(2));
        assert_eq!(lexed.resume(0), Yielded(3));
        assert_eq!(lexed.resume(9), Complete(4));
    }
}
