//! `empty`: no yield at all.
//!
//! In: `()`. Out: `()`, at once.

use core::{fmt, marker::PhantomData};

use crate::{
    CoroutineState, Resume, combinators::common::impl_into_iterator,
    progress::resumed_after_completion,
};

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
    Empty { returned: false, out: PhantomData }
}

/// A coroutine that yields nothing.
///
/// This `struct` is created by [`empty`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Empty<Out> {
    returned: bool,
    out: PhantomData<fn() -> Out>,
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

impl_into_iterator! {
    [Out] Empty<Out> => Out
}

impl<Out> Clone for Empty<Out> {
    fn clone(&self) -> Self {
        Self { returned: self.returned, out: PhantomData }
    }
}

impl<Out> fmt::Debug for Empty<Out> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Empty").field("returned", &self.returned).finish()
    }
}
