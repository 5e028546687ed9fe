//! `take`: ends after a number of yields.
//!
//! In: the inner coroutine's inputs, unchanged; the one that finds nothing left to take is dropped.
//! Out: the first yields; the return value tells whether the inner coroutine ended by itself.
//! Invariant: the inner coroutine is not resumed for more than was asked.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, Resume, progress::resumed_after_completion};

/// A coroutine that ends after a number of yields.
///
/// This `struct` is created by [`Resume::take`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Take<C, Out> {
    coroutine: C,
    /// `None` once this has completed.
    remaining: Option<usize>,
    out: Yields<Out>,
}

impl<C, Out> Take<C, Out> {
    pub(crate) const fn new(coroutine: C, n: usize) -> Self {
        Self { coroutine, remaining: Some(n), out: PhantomData }
    }
}

impl<C, In, O, Out> Resume<In, O> for Take<C, Out>
where
    C: Resume<In, O>,
{
    type Return = Option<C::Return>;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, Self::Return> {
        match &mut self.remaining {
            None => resumed_after_completion(),
            Some(0) => {
                self.remaining = None;
                CoroutineState::Complete(None)
            }
            Some(remaining) => match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => {
                    *remaining -= 1;
                    CoroutineState::Yielded(value)
                }
                CoroutineState::Complete(value) => {
                    self.remaining = None;
                    CoroutineState::Complete(Some(value))
                }
            },
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let Some(n @ 1..) = self.remaining else {
            return (0, Some(0));
        };
        let (lower, upper) = self.coroutine.size_hint();
        (lower.min(n), Some(upper.map_or(n, |upper| upper.min(n))))
    }
}

impl_clone_debug! {
    [C, Out] Take<C, Out>
    clone [C: Clone] { coroutine, remaining, out }
    debug [C: core::fmt::Debug] { coroutine, remaining }
}

impl_into_iterator! {
    [C, Out] Take<C, Out> => Out
    where [C: Resume<(), Out>]
}
