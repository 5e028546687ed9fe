//! Operations on values of any type: effects, conditions, calls that take several operands.

use std::fmt::Debug;

pub use crate::log::tick;
use crate::{
    log::{self, Event},
    types::Er,
    value::{d, small},
};

/// Describes a value without logging it.
pub(crate) fn show<T: Debug + ?Sized>(value: &T) -> String {
    log::silently(|| format!("{value:?}"))
}

/// An effect with a number.
#[must_use]
pub fn op(n: i64) -> i64 {
    log::operation(|| Event::Text("op", n.to_string()));
    small(n)
}

/// An effect of a function whose name locals have, too.
#[must_use]
pub fn kind(n: i64) -> i64 {
    log::operation(|| Event::Text("kind", n.to_string()));
    small(n + 1)
}

/// Another one.
#[must_use]
pub fn size(n: i64) -> i64 {
    log::operation(|| Event::Text("size", n.to_string()));
    small(n)
}

/// A condition that the schedule decides.
#[must_use]
pub fn cond() -> bool {
    let holds = log::random() % 2 == 0;
    log::operation(|| Event::Text("cond", holds.to_string()));
    holds
}

/// A condition on a number.
#[must_use]
pub fn check(n: i64) -> bool {
    log::operation(|| Event::Text("check", n.to_string()));
    n % 2 == 0
}

/// Takes a value.
pub fn eat<T: Debug>(value: T) {
    log::operation(|| Event::Text("eat", show(&value)));
}

/// Looks at a value.
pub fn see<T: Debug + ?Sized>(value: &T) -> i64 {
    let text = show(value);
    let n = text.len();
    log::operation(|| Event::Text("see", text));
    i64::try_from(n % 8).unwrap_or(0)
}

/// Takes a value and returns it.
#[must_use]
pub fn id<T: Debug>(value: T) -> T {
    log::operation(|| Event::Text("id", show(&value)));
    value
}

/// Takes two values.
pub fn two<A: Debug, B: Debug>(a: A, b: B) -> i64 {
    log::operation(|| Event::Text("two", show(&(&a, &b))));
    2
}

/// Takes three values.
pub fn three<A: Debug, B: Debug, C: Debug>(a: A, b: B, c: C) -> i64 {
    log::operation(|| Event::Text("three", show(&(&a, &b, &c))));
    3
}

/// Returns one of two values.
#[must_use]
pub fn pick<T: Debug>(a: T, b: T) -> T {
    log::operation(|| Event::Text("pick", show(&(&a, &b))));
    if log::random() % 2 == 0 { a } else { b }
}

/// Returns the first of two values.
#[must_use]
pub fn first<A: Debug, B: Debug>(a: A, b: B) -> A {
    log::operation(|| Event::Text("first", show(&(&a, &b))));
    a
}

/// Wraps a value, or drops it.
#[must_use]
pub fn maybe<T: Debug>(value: T) -> Option<T> {
    let some = log::random() % 3 != 0;
    log::operation(|| Event::Text("maybe", show(&value)));
    some.then_some(value)
}

/// Wraps a value, or makes an error in its place.
///
/// # Errors
///
/// When the schedule says so.
pub fn attempt<T: Debug>(value: T) -> Result<T, Er> {
    let fine = log::random() % 3 != 0;
    log::operation(|| Event::Text("attempt", show(&value)));
    if fine { Ok(value) } else { Err(Er(d(90))) }
}

/// Makes outer data: it lives as long as the program.
#[must_use]
pub fn outer<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Makes outer data that can be changed.
#[must_use]
pub fn outer_mut<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

/// A macro that no transform can look into; it runs its arguments once.
#[macro_export]
macro_rules! say {
    ($($tokens:tt)*) => { $crate::ops::said(::std::format!($($tokens)*)) };
}

/// What [`say!`] expands to.
#[doc(hidden)]
#[must_use]
pub fn said(text: String) -> i64 {
    let n = text.len();
    log::operation(|| Event::Text("say", text));
    i64::try_from(n % 8).unwrap_or(0)
}
