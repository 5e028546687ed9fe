//! The droppable value [`D`]: an identity and a number; whatever happens to it is logged.
//!
//! Every method whose name begins with `into_` takes the value; all others borrow it.

use std::{fmt, ops};

use crate::log::{self, Event};

/// A value that logs its creation, its uses and its end.
pub struct D {
    id: u32,
    n: i64,
}

/// Makes a [`D`].
#[must_use]
pub fn d(n: i64) -> D {
    let value = D { id: log::new_id(), n };
    log::operation(|| Event::Value("new", value.id, n));
    value
}

/// Makes a [`D`] outside the program: no panic is injected.
pub(crate) fn outside(n: i64) -> D {
    let value = D { id: log::new_id(), n };
    log::note(|| Event::Value("new", value.id, n));
    value
}

/// Uses a [`D`] and returns its number.
#[must_use]
pub fn u(value: &D) -> i64 {
    value.n()
}

/// Uses a [`D`] together with a number.
#[must_use]
pub fn u2(value: &D, k: i64) -> i64 {
    value.plus(k)
}

/// Changes a [`D`] and returns its new number.
pub fn um(value: &mut D, k: i64) -> i64 {
    value.bump(k)
}

impl D {
    /// Notes that the guard which holds the value is dropped.
    pub(crate) fn released(&self) {
        log::note(|| Event::Value("unlock", self.id, self.n));
    }

    fn log(&self, what: &'static str, k: i64) {
        log::operation(|| Event::Value(what, self.id, k));
    }

    /// Uses the value and returns its number.
    #[must_use]
    pub fn n(&self) -> i64 {
        self.log("use", self.n);
        self.n
    }

    /// Uses the value and returns it again.
    #[must_use]
    pub fn touch(&self, k: i64) -> &Self {
        self.log("touch", k);
        self
    }

    /// Uses the value and adds `k` to its number.
    #[must_use]
    pub fn plus(&self, k: i64) -> i64 {
        self.log("plus", k);
        small(self.n.wrapping_add(k))
    }

    /// Uses both values.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self.log("same", i64::from(other.id));
        self.n == other.n
    }

    /// Changes the number and returns it.
    pub fn bump(&mut self, k: i64) -> i64 {
        self.log("bump", k);
        self.n = small(self.n.wrapping_add(k));
        self.n
    }

    /// Takes the value and returns its number.
    #[must_use]
    pub fn into_n(self) -> i64 {
        self.log("into", self.n);
        self.n
    }

    /// Takes the value and makes another one.
    #[must_use]
    pub fn into_with(self, k: i64) -> Self {
        self.log("with", k);
        d(small(self.n.wrapping_add(k)))
    }

    /// Takes both values and pairs them.
    #[must_use]
    pub fn into_pair(self, other: Self) -> (Self, Self) {
        self.log("pair", i64::from(other.id));
        (self, other)
    }

    /// Looks at the value, under the name of an adaptor.
    pub fn map(&self, f: impl FnOnce(i64) -> i64) -> i64 {
        self.log("map", self.n);
        f(self.n)
    }

    /// Looks at the value, under the name of another one.
    #[must_use]
    pub fn count(&self) -> i64 {
        self.log("count", self.n);
        self.n
    }

    /// Changes the value, under the name of another one.
    pub fn skip(&mut self, k: i64) -> &Self {
        self.bump(k);
        self
    }

    /// Takes the value, which no naming convention announces.
    #[must_use]
    pub fn finish(self) -> i64 {
        self.log("finish", self.n);
        self.n
    }
}

/// Keeps numbers small, whatever is done to them.
#[must_use]
pub fn small(n: i64) -> i64 {
    n.rem_euclid(64)
}

impl Drop for D {
    fn drop(&mut self) {
        log::dropped(self.id, Event::Value("drop", self.id, self.n));
    }
}

impl Clone for D {
    fn clone(&self) -> Self {
        if log::is_silent() {
            return Self { id: self.id, n: self.n };
        }
        let copy = Self { id: log::new_id(), n: self.n };
        log::operation(|| Event::Value("clone", self.id, i64::from(copy.id)));
        copy
    }
}

impl fmt::Debug for D {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.log("fmt", self.n);
        write!(f, "D#{}:{}", self.id, self.n)
    }
}

impl fmt::Display for D {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl PartialEq for D {
    fn eq(&self, other: &Self) -> bool {
        self.same(other)
    }
}

impl PartialOrd for D {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.log("cmp", i64::from(other.id));
        self.n.partial_cmp(&other.n)
    }
}

impl ops::Add<i64> for D {
    type Output = Self;
    fn add(self, k: i64) -> Self {
        self.log("add", k);
        d(small(self.n.wrapping_add(k)))
    }
}

impl ops::Add for D {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.log("sum", i64::from(other.id));
        d(small(self.n.wrapping_add(other.n)))
    }
}

impl ops::Neg for D {
    type Output = Self;
    fn neg(self) -> Self {
        self.log("neg", self.n);
        d(small(self.n.wrapping_neg()))
    }
}

impl ops::AddAssign<i64> for D {
    fn add_assign(&mut self, k: i64) {
        self.bump(k);
    }
}
