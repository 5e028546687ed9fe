//! `cycle`: starts over whenever the coroutine ends.
//!
//! In: `()`. Out: the yields, again and again; it never returns. Invariant: a pass that yields
//! nothing panics instead of running for ever.

use core::{convert::Infallible, marker::PhantomData};

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, Resume};

/// A coroutine that starts over whenever it ends.
///
/// This `struct` is created by [`Resume::cycle`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Cycle<C, Out> {
    original: C,
    current: C,
    /// Whether the current pass has yielded.
    yielded: bool,
    out: Yields<Out>,
}

impl<C: Clone, Out> Cycle<C, Out> {
    pub(crate) fn new(coroutine: C) -> Self {
        Self { original: coroutine.clone(), current: coroutine, yielded: false, out: PhantomData }
    }
}

impl<C, Out> Resume<(), Out> for Cycle<C, Out>
where
    C: Resume<(), Out> + Clone,
{
    type Return = Infallible;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, Infallible> {
        loop {
            if let CoroutineState::Yielded(value) = self.current.resume(()) {
                self.yielded = true;
                return CoroutineState::Yielded(value);
            }
            self.current = self.original.clone();
            assert!(self.yielded, "`cycle` of a coroutine that completed without yielding");
            self.yielded = false;
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

impl_clone_debug! {
    [C, Out] Cycle<C, Out>
    clone [C: Clone] { original, current, yielded, out }
    debug [C: core::fmt::Debug] { original, current, yielded }
}

impl_into_iterator! {
    [C, Out] Cycle<C, Out> => Out
    where [C: Resume<(), Out> + Clone]
}
