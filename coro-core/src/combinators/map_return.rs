//! `map_return`: applies a function to the return value.
//!
//! In: the inner coroutine's inputs, unchanged. Out: the same yields, the mapped return value.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, NoInput, Resume, progress::resumed_after_completion};

/// A coroutine whose return value goes through a function.
///
/// This `struct` is created by [`Resume::map_return`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct MapReturn<C, F, Out> {
    coroutine: C,
    f: Option<F>,
    out: Yields<Out>,
}

impl<C, F, Out> MapReturn<C, F, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { coroutine, f: Some(f), out: PhantomData }
    }
}

impl<C, F, In, O, Out, R> Resume<In, O> for MapReturn<C, F, Out>
where
    C: Resume<In, O>,
    F: FnOnce(C::Return) -> R,
{
    type Return = R;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, R> {
        match self.coroutine.resume(input) {
            CoroutineState::Yielded(value) => CoroutineState::Yielded(value),
            CoroutineState::Complete(value) => match self.f.take() {
                Some(f) => CoroutineState::Complete(f(value)),
                None => resumed_after_completion(),
            },
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.size_hint()
    }

    fn fold<Acc, G>(self, init: Acc, g: G) -> (Acc, R)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        let (acc, value) = self.coroutine.fold(init, g);
        match self.f {
            Some(f) => (acc, f(value)),
            None => resumed_after_completion(),
        }
    }
}

impl_clone_debug! {
    [C, F, Out] MapReturn<C, F, Out>
    clone [C: Clone, F: Clone] { coroutine, f, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, F, Out, R] MapReturn<C, F, Out> => Out
    where [C: Resume<(), Out>, F: FnOnce(C::Return) -> R]
}
