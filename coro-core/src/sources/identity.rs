//! `identity`: yields what it is resumed with.
//!
//! In: anything. Out: the same; it never returns, so its return type is whatever is needed.

use core::{fmt, marker::PhantomData};

use crate::{CoroutineState, Resume, combinators::common::impl_into_iterator};

/// Makes a coroutine that yields each input, and never ends.
///
/// # Laws
///
/// `identity().pipe(c)` and `c.pipe(identity())` do what `c` does.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use coro_core::{CoroutineState, Resume, identity};
///
/// let mut echo = identity::<_, Infallible>();
/// let CoroutineState::Yielded(first) = echo.resume("hello");
/// assert_eq!(first, "hello");
/// ```
pub const fn identity<T, R>() -> Identity<T, R> {
    Identity { types: PhantomData }
}

/// A coroutine that yields what it is resumed with.
///
/// This `struct` is created by [`identity`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Identity<T, R> {
    types: PhantomData<fn() -> (T, R)>,
}

impl<T, R> Resume<T, T> for Identity<T, R> {
    type Return = R;

    #[inline]
    fn resume(&mut self, input: T) -> CoroutineState<T, R> {
        CoroutineState::Yielded(input)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

impl_into_iterator! {
    [R] Identity<(), R> => ()
}

impl<T, R> Clone for Identity<T, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, R> Copy for Identity<T, R> {}

impl<T, R> fmt::Debug for Identity<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").finish()
    }
}
