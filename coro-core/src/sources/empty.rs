//! `empty`: no yield at all.
//!
//! In: `()`. Out: `()`, at once.

use core::{fmt, marker::PhantomData};

use crate::{CoroutineState, Iter, Resume, progress::resumed_after_completion};

/// Makes a coroutine that yields nothing and returns `()`.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState, Resume, empty};
///
/// assert_eq!(empty::<u8>().resume(()), CoroutineState::Complete(()));
/// ```
pub const fn empty<Out>() -> Empty<Out> {
    Empty { returned: false, yields: PhantomData }
}

/// A coroutine that yields nothing.
///
/// This `struct` is created by [`empty`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Empty<Out> {
    returned: bool,
    yields: PhantomData<fn() -> Out>,
}

impl<Out> Resume<(), Out> for Empty<Out> {
    type Return = ();

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, ()> {
        if self.returned {
            resumed_after_completion();
        }
        self.returned = true;
        CoroutineState::Complete(())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(0))
    }
}

impl<Out> IntoIterator for Empty<Out> {
    type Item = Out;
    type IntoIter = Iter<Self, Out>;

    fn into_iter(self) -> Self::IntoIter {
        Iter::new(self)
    }
}

impl<Out> Clone for Empty<Out> {
    fn clone(&self) -> Self {
        Self { returned: self.returned, yields: PhantomData }
    }
}

impl<Out> fmt::Debug for Empty<Out> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Empty").field("returned", &self.returned).finish()
    }
}
