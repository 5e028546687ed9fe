//! Operations on values of any type: effects, conditions, calls that take several operands.

use std::fmt::Debug;

pub use crate::log::tick;
use crate::{
    log::{self, Event},
    types::Er,
    value::{d, small},
};

/// Describes a value without logging it.
pub(crate) fn show(value: &dyn Debug) -> String {
    log::silently(|| format!("{value:?}"))
}

/// An operation on a value.
pub(crate) fn shown(what: &'static str, value: &dyn Debug) {
    log::operation(|| Event::Text(what, show(value)));
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
    shown("eat", &value);
}

/// Looks at a value.
pub fn see<T: Debug + ?Sized>(value: &T) -> i64 {
    seen("see", show(&value))
}

fn seen(what: &'static str, text: String) -> i64 {
    let n = text.len();
    log::operation(|| Event::Text(what, text));
    i64::try_from(n % 8).unwrap_or(0)
}

/// Takes a value and returns it.
#[must_use]
pub fn id<T: Debug>(value: T) -> T {
    shown("id", &value);
    value
}

/// Takes two values.
pub fn two<A: Debug, B: Debug>(a: A, b: B) -> i64 {
    shown("two", &(&a, &b));
    2
}

/// Takes three values.
pub fn three<A: Debug, B: Debug, C: Debug>(a: A, b: B, c: C) -> i64 {
    shown("three", &(&a, &b, &c));
    3
}

/// Returns one of two values.
#[must_use]
pub fn pick<T: Debug>(a: T, b: T) -> T {
    shown("pick", &(&a, &b));
    if log::random() % 2 == 0 { a } else { b }
}

/// Returns the first of two values.
#[must_use]
pub fn first<A: Debug, B: Debug>(a: A, b: B) -> A {
    shown("first", &(&a, &b));
    a
}

/// Wraps a value, or drops it.
#[must_use]
pub fn maybe<T: Debug>(value: T) -> Option<T> {
    let some = log::random() % 3 != 0;
    shown("maybe", &value);
    some.then_some(value)
}

/// Wraps a value, or makes an error in its place.
///
/// # Errors
///
/// When the schedule says so.
pub fn attempt<T: Debug>(value: T) -> Result<T, Er> {
    let fine = log::random() % 3 != 0;
    shown("attempt", &value);
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
    seen("say", text)
}
