//! `from_fn`: a closure as a coroutine.
//!
//! In: what the closure takes. Out: what it returns, as it is.

use core::fmt;

use crate::{CoroutineState, Resume, combinators::common::impl_into_iterator};

/// Makes a coroutine of a closure that is called on each resume.
///
/// Resuming after [`CoroutineState::Complete`] calls the closure again: what happens then is up to
/// it. A closure whose parameter is annotated as a reference takes borrows of any lifetime.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, from_fn};
///
/// let mut total = 0;
/// let mut sum = from_fn(|input: Option<i32>| match input {
///     Some(n) => {
///         total += n;
///         Yielded(total)
///     }
///     None => Complete(total),
/// });
/// assert_eq!(sum.resume(Some(10)), Yielded(10));
/// assert_eq!(sum.resume(Some(20)), Yielded(30));
/// assert_eq!(sum.resume(None), Complete(30));
/// ```
pub const fn from_fn<F>(f: F) -> FromFn<F> {
    FromFn { f }
}

/// A closure as a coroutine.
///
/// This `struct` is created by [`from_fn`]. See its documentation for more.
#[derive(Clone, Copy)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct FromFn<F> {
    f: F,
}

impl<F, In, Out, R> Resume<In, Out> for FromFn<F>
where
    F: FnMut(In) -> CoroutineState<Out, R>,
{
    type Return = R;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<Out, R> {
        (self.f)(input)
    }
}

impl_into_iterator! {
    [F, Out, R] FromFn<F> => Out
    where [F: FnMut(()) -> CoroutineState<Out, R>]
}

impl<F> fmt::Debug for FromFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromFn").finish()
    }
}
