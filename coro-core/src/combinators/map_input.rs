//! `map_input`: applies a function to each input.
//!
//! In: what the function takes. Out: the inner coroutine's yields and return value, unchanged.
//! Invariant: the function runs once per resume, on the completing one too.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, Resume};

/// A coroutine whose inputs go through a function.
///
/// This `struct` is created by [`Resume::map_input`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct MapInput<C, F, Out> {
    coroutine: C,
    f: F,
    out: Yields<Out>,
}

impl<C, F, Out> MapInput<C, F, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { coroutine, f, out: PhantomData }
    }
}

impl<C, F, In, Inner, O, Out> Resume<In, O> for MapInput<C, F, Out>
where
    C: Resume<Inner, O>,
    F: FnMut(In) -> Inner,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, C::Return> {
        self.coroutine.resume((self.f)(input))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.size_hint()
    }
}

impl<C, F, In, Inner, O, Out> FusedResume<In, O> for MapInput<C, F, Out>
where
    C: FusedResume<Inner, O>,
    F: FnMut(In) -> Inner,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, F, Out] MapInput<C, F, Out>
    clone [C: Clone, F: Clone] { coroutine, f, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, F, Inner, Out] MapInput<C, F, Out> => Out
    where [C: Resume<Inner, Out>, F: FnMut(()) -> Inner]
}
