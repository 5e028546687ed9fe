//! `repeat_with`: yields what a closure makes, for ever.
//!
//! In: `()`. Out: the closure's values; it never returns.

use core::{convert::Infallible, fmt};

use crate::{CoroutineState, Resume, combinators::common::impl_into_iterator};

/// Makes a coroutine that yields what `f` returns, and never ends.
///
/// # Examples
///
/// ```
/// use coro_core::{Resume, repeat_with};
///
/// let mut power = 1;
/// let powers = repeat_with(|| {
///     power *= 2;
///     power
/// });
/// assert!(powers.take(4).yields().eq([2, 4, 8, 16]));
/// ```
pub const fn repeat_with<F, Out>(f: F) -> RepeatWith<F>
where
    F: FnMut() -> Out,
{
    RepeatWith { f }
}

/// A coroutine that yields what a closure makes.
///
/// This `struct` is created by [`repeat_with`]. See its documentation for more.
#[derive(Clone, Copy)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct RepeatWith<F> {
    f: F,
}

impl<F, Out> Resume<(), Out> for RepeatWith<F>
where
    F: FnMut() -> Out,
{
    type Return = Infallible;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, Infallible> {
        CoroutineState::Yielded((self.f)())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

impl_into_iterator! {
    [F, Out] RepeatWith<F> => Out
    where [F: FnMut() -> Out]
}

impl<F> fmt::Debug for RepeatWith<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RepeatWith").finish()
    }
}
