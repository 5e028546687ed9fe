//! `filter_map`: maps and drops in one.
//!
//! In: `()`. Out: what the function returned in `Some`, the same return value.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, Resume};

/// A coroutine that yields what a function makes of its yields, where it makes something.
///
/// This `struct` is created by [`Resume::filter_map`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct FilterMap<C, F, Out> {
    coroutine: C,
    f: F,
    out: Yields<Out>,
}

impl<C, F, Out> FilterMap<C, F, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { coroutine, f, out: PhantomData }
    }
}

impl<C, F, Out, B> Resume<(), B> for FilterMap<C, F, Out>
where
    C: Resume<(), Out>,
    F: FnMut(Out) -> Option<B>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<B, C::Return> {
        loop {
            match self.coroutine.resume(()) {
                CoroutineState::Yielded(value) => {
                    if let Some(value) = (self.f)(value) {
                        return CoroutineState::Yielded(value);
                    }
                }
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.coroutine.size_hint().1)
    }

    fn fold<Acc, G: FnMut(Acc, B) -> Acc>(mut self, init: Acc, mut g: G) -> (Acc, C::Return) {
        self.coroutine.fold(init, |acc, value| match (self.f)(value) {
            Some(value) => g(acc, value),
            None => acc,
        })
    }
}

impl<C, F, Out, B> FusedResume<(), B> for FilterMap<C, F, Out>
where
    C: FusedResume<(), Out>,
    F: FnMut(Out) -> Option<B>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, F, Out] FilterMap<C, F, Out>
    clone [C: Clone, F: Clone] { coroutine, f, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, F, Out, B] FilterMap<C, F, Out> => B
    where [C: Resume<(), Out>, F: FnMut(Out) -> Option<B>]
}
