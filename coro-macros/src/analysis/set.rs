//! Sets of locals, for the analyses that go round until nothing changes.
//!
//! In: locals of one body. Out: their set, one bit each: the macro runs as its user's debug build, where
//! a tree or a table costs thousands of instructions for each union.

use crate::resolve::names::Local;

/// A set of locals.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocalSet {
    words: Vec<u64>,
}

impl LocalSet {
    /// Makes an empty set of locals below `count`.
    pub fn new(count: usize) -> Self {
        Self { words: vec![0; count.div_ceil(64)] }
    }

    /// Takes all locals out.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Adds a local; tells whether it is new.
    pub fn insert(&mut self, local: Local) -> bool {
        let word = &mut self.words[local.0 / 64];
        let bit = 1 << (local.0 % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Takes a local out.
    pub fn remove(&mut self, local: Local) {
        self.words[local.0 / 64] &= !(1 << (local.0 % 64));
    }

    /// Tells whether a local is in the set.
    pub fn contains(&self, local: Local) -> bool {
        self.words[local.0 / 64] & (1 << (local.0 % 64)) != 0
    }

    /// Takes all locals of another set out.
    pub fn remove_all(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Leaves the locals that are in another set, too; tells whether any was not.
    pub fn retain(&mut self, other: &Self) -> bool {
        let before = self.clone();
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
        *self != before
    }

    /// Adds all locals of another set; tells whether any is new.
    pub fn extend(&mut self, other: &Self) -> bool {
        let mut new = false;
        for (index, word) in other.words.iter().enumerate() {
            new |= word & !self.words[index] != 0;
            self.words[index] |= word;
        }
        new
    }
}
