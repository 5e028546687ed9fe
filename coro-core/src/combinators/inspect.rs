//! `inspect`: looks at what is yielded.
//!
//! In: the inner coroutine's inputs, unchanged. Out: the same yields and return value.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine whose yields are shown to a function.
///
/// This `struct` is created by [`Resume::inspect`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Inspect<C, F, Out> {
    coroutine: C,
    f: F,
    out: Yields<Out>,
}

impl<C, F, Out> Inspect<C, F, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { coroutine, f, out: PhantomData }
    }
}

impl<C, F, In, O, Out> Resume<In, O> for Inspect<C, F, Out>
where
    C: Resume<In, O>,
    F: FnMut(&O),
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, C::Return> {
        match self.coroutine.resume(input) {
            CoroutineState::Yielded(value) => {
                (self.f)(&value);
                CoroutineState::Yielded(value)
            }
            CoroutineState::Complete(value) => CoroutineState::Complete(value),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.size_hint()
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| {
            (self.f)(&value);
            g(acc, value)
        })
    }
}

impl<C, F, In, O, Out> FusedResume<In, O> for Inspect<C, F, Out>
where
    C: FusedResume<In, O>,
    F: FnMut(&O),
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, F, Out] Inspect<C, F, Out>
    clone [C: Clone, F: Clone] { coroutine, f, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, F, Out] Inspect<C, F, Out> => Out
    where [C: Resume<(), Out>, F: FnMut(&Out)]
}
