//! Sets of locals, for the analyses that go round until nothing changes.
//!
//! In: locals of one body. Out: their set, one bit each: the macro runs as its user's debug build, where
//! a tree or a table costs thousands of instructions for each union.

use crate::resolve::names::Local;

/// A set of locals.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocalSet {
    /// The first 64, which seldom are not all.
    low: u64,
    high: Vec<u64>,
}

impl LocalSet {
    /// Makes an empty set of locals below `count`.
    pub fn new(count: usize) -> Self {
        Self { low: 0, high: vec![0; count.saturating_sub(64).div_ceil(64)] }
    }

    /// Tells whether no local is in the set.
    pub fn is_empty(&self) -> bool {
        self.low == 0 && self.high.iter().all(|word| *word == 0)
    }

    /// Takes all locals out.
    pub fn clear(&mut self) {
        self.low = 0;
        self.high.fill(0);
    }

    fn word(&self, local: Local) -> u64 {
        match local.0 / 64 {
            0 => self.low,
            index => self.high[index - 1],
        }
    }

    fn word_mut(&mut self, local: Local) -> &mut u64 {
        match local.0 / 64 {
            0 => &mut self.low,
            index => &mut self.high[index - 1],
        }
    }

    /// Adds a local; tells whether it is new.
    pub fn insert(&mut self, local: Local) -> bool {
        let word = self.word_mut(local);
        let bit = 1 << (local.0 % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Takes a local out.
    pub fn remove(&mut self, local: Local) {
        *self.word_mut(local) &= !(1 << (local.0 % 64));
    }

    /// Tells whether a local is in the set.
    pub fn contains(&self, local: Local) -> bool {
        self.word(local) & (1 << (local.0 % 64)) != 0
    }

    /// Takes all locals of another set out.
    pub fn remove_all(&mut self, other: &Self) {
        self.combine(other, |word, other| word & !other);
    }

    /// Leaves the locals that are in another set, too; tells whether any was not.
    pub fn retain(&mut self, other: &Self) -> bool {
        self.combine(other, |word, other| word & other)
    }

    /// Adds all locals of another set; tells whether any is new.
    pub fn extend(&mut self, other: &Self) -> bool {
        self.combine(other, |word, other| word | other)
    }

    /// Combines each word with the other set's; tells whether that changes any.
    fn combine(&mut self, other: &Self, combine: impl Fn(u64, u64) -> u64) -> bool {
        let low = combine(self.low, other.low);
        let mut changed = low != self.low;
        self.low = low;
        if !self.high.is_empty() {
            for (word, other) in self.high.iter_mut().zip(&other.high) {
                let combined = combine(*word, *other);
                changed |= combined != *word;
                *word = combined;
            }
        }
        changed
    }
}
