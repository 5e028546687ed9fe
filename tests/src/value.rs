//! Values that log what happens to them.
//!
//! In: a name. Out: [`D`], which logs its creation, its uses and its drop under that name.
//! Invariant: a value's number depends on its name alone, so that two runs compute the same.

use std::{
    fmt,
    ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Neg, Not},
};

use crate::events::log;

/// A droppable value with an identity.
///
/// # Examples
///
/// ```
/// use coro_tests::{d, logged};
///
/// let events = logged(|| {
///     let value = d("a");
///     value.id();
/// });
/// assert_eq!(events, ["new a", "use a", "drop a"]);
/// ```
#[must_use]
pub struct D {
    name: String,
    /// A plain field: reading it is not logged.
    pub n: u32,
}

/// Creates a [`D`].
pub fn d(name: impl Into<String>) -> D {
    let name = name.into();
    log(format_args!("new {name}"));
    let n = name.bytes().map(u32::from).sum::<u32>() % 100;
    D { name, n }
}

/// A struct of two values, with a number between them.
#[derive(Clone)]
pub struct St {
    /// The first value.
    pub a: D,
    /// A number.
    pub n: u32,
    /// The second value.
    pub b: D,
}

/// Creates an [`St`] of `n`, with the values `a` and `b`.
///
/// # Examples
///
/// ```
/// use coro_tests::{logged, st};
///
/// let events = logged(|| assert_eq!(st(3).n, 3));
/// assert_eq!(events, ["new a", "new b", "drop a", "drop b"]);
/// ```
pub fn st(n: u32) -> St {
    St { a: d("a"), n, b: d("b") }
}

/// Takes a [`D`] by value, logs that and returns its number.
#[allow(clippy::needless_pass_by_value, reason = "the value ends here")]
pub fn eat(value: D) -> u32 {
    log(format_args!("eat {}", value.name));
    value.n
}

/// Takes any value and drops it, between two events.
pub fn swallow<T>(value: T) {
    log("swallow");
    drop(value);
    log("swallowed");
}

impl D {
    /// Uses the value.
    pub fn id(&self) -> u32 {
        log(format_args!("use {}", self.name));
        self.n
    }

    /// Changes the value.
    pub fn touch(&mut self) -> u32 {
        log(format_args!("touch {}", self.name));
        self.n += 1;
        self.n
    }

    /// Consumes the value.
    #[must_use]
    pub fn into_id(self) -> u32 {
        eat(self)
    }

    /// Uses the value and hands it on.
    pub fn and(self, other: &str) -> Self {
        log(format_args!("{} and {other}", self.name));
        self
    }

    /// Returns the value's name; not logged.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns a mutable view; not logged.
    pub fn number_mut(&mut self) -> &mut u32 {
        &mut self.n
    }
}

impl Drop for D {
    fn drop(&mut self) {
        log(format_args!("drop {}", self.name));
    }
}

impl Clone for D {
    fn clone(&self) -> Self {
        log(format_args!("clone {}", self.name));
        Self { name: self.name.clone(), n: self.n }
    }
}

impl fmt::Debug for D {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "D({} {})", self.name, self.n)
    }
}

impl fmt::Display for D {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        log(format_args!("show {}", self.name));
        f.write_str(&self.name)
    }
}

impl PartialEq for D {
    fn eq(&self, other: &Self) -> bool {
        log(format_args!("{} == {}", self.name, other.name));
        self.n == other.n
    }
}

impl Eq for D {}

impl PartialOrd for D {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for D {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        log(format_args!("{} <=> {}", self.name, other.name));
        self.n.cmp(&other.n)
    }
}

impl Add for D {
    type Output = D;
    fn add(self, other: Self) -> D {
        log(format_args!("{} + {}", self.name, other.name));
        d(format!("{}{}", self.name, other.name))
    }
}

impl AddAssign<u32> for D {
    fn add_assign(&mut self, n: u32) {
        log(format_args!("{} += {n}", self.name));
        self.n += n;
    }
}

impl Neg for D {
    type Output = D;
    fn neg(self) -> D {
        log(format_args!("-{}", self.name));
        d(format!("-{}", self.name))
    }
}

impl Not for D {
    type Output = bool;
    fn not(self) -> bool {
        log(format_args!("!{}", self.name));
        self.n & 1 == 0
    }
}

/// A smart pointer and a collection whose every access shows.
#[derive(Clone, Debug)]
pub struct Shelf {
    name: &'static str,
    items: Vec<u32>,
}

impl Shelf {
    /// Creates a shelf of the given numbers.
    #[must_use]
    pub fn new(name: &'static str, items: &[u32]) -> Self {
        Self { name, items: items.to_vec() }
    }
}

impl Deref for Shelf {
    type Target = Vec<u32>;
    fn deref(&self) -> &Vec<u32> {
        log(format_args!("*{}", self.name));
        &self.items
    }
}

impl DerefMut for Shelf {
    fn deref_mut(&mut self) -> &mut Vec<u32> {
        log(format_args!("*mut {}", self.name));
        &mut self.items
    }
}

impl Index<u32> for Shelf {
    type Output = u32;
    fn index(&self, index: u32) -> &u32 {
        log(format_args!("{}[{index}]", self.name));
        &self.items[index as usize]
    }
}

impl IndexMut<u32> for Shelf {
    fn index_mut(&mut self, index: u32) -> &mut u32 {
        log(format_args!("mut {}[{index}]", self.name));
        &mut self.items[index as usize]
    }
}
