//! `fuse`: may be resumed after completion.
//!
//! In: the inner coroutine's inputs, unchanged. Out: the same yields; `Some` return value once, then
//! `None`. Invariant: the inner coroutine is dropped as soon as it has returned.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine that completes with `None` when it is resumed after completion.
///
/// This `struct` is created by [`Resume::fuse`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Fuse<C, Out> {
    coroutine: Option<C>,
    out: Yields<Out>,
}

impl<C, Out> Fuse<C, Out> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine: Some(coroutine), out: PhantomData }
    }
}

impl<C, In, O, Out> Resume<In, O> for Fuse<C, Out>
where
    C: Resume<In, O>,
{
    type Return = Option<C::Return>;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, Self::Return> {
        let Some(coroutine) = &mut self.coroutine else {
            return CoroutineState::Complete(None);
        };
        match coroutine.resume(input) {
            CoroutineState::Yielded(value) => CoroutineState::Yielded(value),
            CoroutineState::Complete(value) => {
                self.coroutine = None;
                CoroutineState::Complete(Some(value))
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.as_ref().map_or((0, Some(0)), Resume::size_hint)
    }

    fn fold<Acc, G>(self, init: Acc, g: G) -> (Acc, Self::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        let Some(coroutine) = self.coroutine else {
            return (init, None);
        };
        let (acc, value) = coroutine.fold(init, g);
        (acc, Some(value))
    }
}

impl<C, In, O, Out> FusedResume<In, O> for Fuse<C, Out>
where
    C: Resume<In, O>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_none()
    }
}

impl_clone_debug! {
    [C, Out] Fuse<C, Out>
    clone [C: Clone] { coroutine, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, Out] Fuse<C, Out> => Out
    where [C: Resume<(), Out>]
}
