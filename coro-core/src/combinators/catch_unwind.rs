//! `catch_unwind`: a panic becomes a return value.
//!
//! In: the inner coroutine's inputs, unchanged. Out: the same yields; the inner return value, or
//! what the panic carried. Invariant: a coroutine that panicked is dropped and never resumed again.

use core::{any::Any, marker::PhantomData, panic::AssertUnwindSafe};
use std::{boxed::Box, panic};

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, Resume, progress::resumed_after_completion};

/// A coroutine whose panic is its return value.
///
/// This `struct` is created by [`Resume::catch_unwind`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct CatchUnwind<C, Out> {
    /// `None` once this has completed.
    coroutine: Option<C>,
    out: Yields<Out>,
}

impl<C, Out> CatchUnwind<C, Out> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine: Some(coroutine), out: PhantomData }
    }
}

impl<C, In, O, Out> Resume<In, O> for CatchUnwind<C, Out>
where
    C: Resume<In, O>,
{
    type Return = Result<C::Return, Box<dyn Any + Send>>;

    fn resume(&mut self, input: In) -> CoroutineState<O, Self::Return> {
        let Some(coroutine) = &mut self.coroutine else { resumed_after_completion() };
        let end = match panic::catch_unwind(AssertUnwindSafe(|| coroutine.resume(input))) {
            Ok(CoroutineState::Yielded(value)) => return CoroutineState::Yielded(value),
            Ok(CoroutineState::Complete(value)) => Ok(value),
            Err(payload) => Err(payload),
        };
        self.coroutine = None;
        CoroutineState::Complete(end)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.as_ref().map_or((0, Some(0)), |coroutine| (0, coroutine.size_hint().1))
    }
}

impl_clone_debug! {
    [C, Out] CatchUnwind<C, Out>
    clone [C: Clone] { coroutine, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, Out] CatchUnwind<C, Out> => Out
    where [C: Resume<(), Out>]
}
