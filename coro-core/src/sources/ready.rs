//! `ready`: only a return value.
//!
//! In: `()`. Out: the return value, at once.

use core::{fmt, marker::PhantomData};

use crate::{
    CoroutineState, Resume, combinators::common::impl_into_iterator,
    progress::resumed_after_completion,
};

/// Makes a coroutine that yields nothing and returns `value`.
///
/// What it could yield is a type parameter, inferred from where it is used.
///
/// # Laws
///
/// `ready(x).and_then(f)` does what `f(x)` does, and `c.and_then(ready)` what `c` does.
///
/// # Examples
///
/// ```
/// use coro_core::{Resume, from_iter, ready};
///
/// let pair = from_iter([1, 2]).and_then(|()| ready("end"));
/// assert_eq!(pair.collect_with_return(), (vec![1, 2], "end"));
/// ```
pub const fn ready<R, Out>(value: R) -> Ready<R, Out> {
    Ready { value: Some(value), out: PhantomData }
}

/// A coroutine that returns at once.
///
/// This `struct` is created by [`ready`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Ready<R, Out> {
    value: Option<R>,
    out: PhantomData<fn() -> Out>,
}

impl<R, Out> Resume<(), Out> for Ready<R, Out> {
    type Return = R;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, R> {
        match self.value.take() {
            Some(value) => CoroutineState::Complete(value),
            None => resumed_after_completion(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(0))
    }
}

impl_into_iterator! {
    [R, Out] Ready<R, Out> => Out
}

impl<R: Clone, Out> Clone for Ready<R, Out> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), out: PhantomData }
    }
}

impl<R: fmt::Debug, Out> fmt::Debug for Ready<R, Out> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ready").field("value", &self.value).finish()
    }
}
