//! `map`: applies a function to what is yielded.
//!
//! In: the inner coroutine's inputs, unchanged. Out: the mapped yields, the same return value.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine whose yields go through a function.
///
/// This `struct` is created by [`Resume::map`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Map<C, F, Out> {
    coroutine: C,
    f: F,
    out: Yields<Out>,
}

impl<C, F, Out> Map<C, F, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { coroutine, f, out: PhantomData }
    }
}

impl<C, F, In, Out, B> Resume<In, B> for Map<C, F, Out>
where
    C: Resume<In, Out>,
    F: FnMut(Out) -> B,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<B, C::Return> {
        match self.coroutine.resume(input) {
            CoroutineState::Yielded(value) => CoroutineState::Yielded((self.f)(value)),
            CoroutineState::Complete(value) => CoroutineState::Complete(value),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.size_hint()
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, B) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| g(acc, (self.f)(value)))
    }
}

impl<C, F, In, Out, B> FusedResume<In, B> for Map<C, F, Out>
where
    C: FusedResume<In, Out>,
    F: FnMut(Out) -> B,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, F, Out] Map<C, F, Out>
    clone [C: Clone, F: Clone] { coroutine, f, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, F, Out, B] Map<C, F, Out> => B
    where [C: Resume<(), Out>, F: FnMut(Out) -> B]
}
