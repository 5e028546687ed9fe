//! Types that hold droppable values: structs, enums, errors, iterators, guards, shared places.

use std::fmt;

use crate::{
    log::{self, Event},
    value::{D, d},
};

/// A struct without a destructor of its own: its fields can be moved out one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct St {
    /// First field.
    pub a: D,
    /// A `Copy` field.
    pub n: i64,
    /// Last field.
    pub b: D,
}

/// A tuple struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Pt(pub D, pub i64);

/// An enum with all kinds of variants.
#[derive(Clone, Debug, PartialEq)]
pub enum En {
    /// A tuple variant.
    A(D),
    /// A struct variant.
    B {
        /// What is dropped.
        x: D,
        /// What is copied.
        n: i64,
    },
    /// A unit variant.
    C,
}

/// Makes a [`St`].
#[must_use]
pub fn st(n: i64) -> St {
    St { a: d(n), n, b: d(n + 1) }
}

/// Makes a variant of [`En`] that the number chooses.
#[must_use]
pub fn en(n: i64) -> En {
    match n.rem_euclid(3) {
        0 => En::A(d(n)),
        1 => En::B { x: d(n), n },
        _ => En::C,
    }
}

/// An error that holds something to drop.
#[derive(Clone, Debug, PartialEq)]
pub struct Er(pub D);

/// An error made of another one, as `?` converts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fail(pub D, pub i64);

impl From<Er> for Fail {
    fn from(error: Er) -> Self {
        log::operation(|| Event::Text("from", String::new()));
        Self(error.0, 1)
    }
}

/// A place that outlives the coroutine, as `&'static mut Acc`.
#[derive(Debug)]
pub struct Acc {
    /// A number.
    pub n: i64,
    /// Something to drop.
    pub d: D,
}

impl Acc {
    /// Adds to the number and returns it.
    pub fn add(&mut self, k: i64) -> i64 {
        log::operation(|| Event::Text("acc", k.to_string()));
        self.n = crate::value::small(self.n.wrapping_add(k));
        self.n
    }

    /// Returns the number.
    #[must_use]
    pub fn get(&self) -> i64 {
        log::operation(|| Event::Text("get", self.n.to_string()));
        self.n
    }
}

/// A guard: it only lives.
#[derive(Debug)]
pub struct Guard(D);

/// Makes a [`Guard`].
#[must_use]
pub fn guard(n: i64) -> Guard {
    Guard(d(n))
}

impl Clone for Guard {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.released();
    }
}

/// An iterator over numbers that logs each step.
pub struct Nums {
    left: i64,
    id: D,
}

/// An iterator over droppable values that logs each step.
pub struct Ds(Nums);

/// Makes an iterator over at most three numbers.
#[must_use]
pub fn nums(n: i64) -> Nums {
    Nums { left: n.rem_euclid(4), id: d(n) }
}

/// Makes an iterator over at most three droppable values.
#[must_use]
pub fn ds(n: i64) -> Ds {
    Ds(nums(n))
}

impl Iterator for Nums {
    type Item = i64;
    fn next(&mut self) -> Option<i64> {
        let _ = self.id.touch(self.left);
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        Some(self.left)
    }
}

impl Iterator for Ds {
    type Item = D;
    fn next(&mut self) -> Option<D> {
        self.0.next().map(d)
    }
}

impl Clone for Nums {
    fn clone(&self) -> Self {
        Self { left: self.left, id: self.id.clone() }
    }
}

impl Clone for Ds {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl fmt::Debug for Nums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nums({}, {:?})", self.left, self.id)
    }
}

impl fmt::Debug for Ds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ds({:?})", self.0)
    }
}
