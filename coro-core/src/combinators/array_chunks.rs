//! `array_chunks`: collects yields into arrays.
//!
//! In: `()`. Out: full arrays; the inner return value and the yields that did not fill one more.
//! Invariant: nothing is dropped, and nothing is allocated.

use core::{iter::FusedIterator, marker::PhantomData};

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, Resume};

/// A coroutine that yields in arrays.
///
/// This `struct` is created by [`Resume::array_chunks`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct ArrayChunks<C, const N: usize, Out> {
    coroutine: C,
    out: Yields<Out>,
}

impl<C, const N: usize, Out> ArrayChunks<C, N, Out> {
    pub(crate) const fn new(coroutine: C) -> Self {
        const { assert!(N != 0, "the length of `array_chunks` must not be zero") };
        Self { coroutine, out: PhantomData }
    }
}

impl<C, const N: usize, O, Out> Resume<(), [O; N]> for ArrayChunks<C, N, Out>
where
    C: Resume<(), O>,
{
    type Return = (C::Return, Remainder<O, N>);

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<[O; N], Self::Return> {
        let mut items = [const { None }; N];
        for item in &mut items {
            match self.coroutine.resume(()) {
                CoroutineState::Yielded(value) => *item = Some(value),
                CoroutineState::Complete(value) => {
                    return CoroutineState::Complete((value, Remainder { items, taken: 0 }));
                }
            }
        }
        CoroutineState::Yielded(items.map(|item| item.expect("filled above")))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.coroutine.size_hint();
        (lower / N, upper.map(|upper| upper / N))
    }
}

impl<C, const N: usize, O, Out> FusedResume<(), [O; N]> for ArrayChunks<C, N, Out>
where
    C: FusedResume<(), O>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, const N: usize, Out] ArrayChunks<C, N, Out>
    clone [C: Clone] { coroutine, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, const N: usize, Out] ArrayChunks<C, N, Out> => [Out; N]
    where [C: Resume<(), Out>]
}

/// An iterator over the yields that did not fill one more array.
///
/// This `struct` is returned by [`Resume::array_chunks`]. See its documentation for more.
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Remainder<Out, const N: usize> {
    items: [Option<Out>; N],
    taken: usize,
}

impl<Out, const N: usize> Iterator for Remainder<Out, N> {
    type Item = Out;

    fn next(&mut self) -> Option<Out> {
        let item = self.items.get_mut(self.taken)?.take()?;
        self.taken += 1;
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.items.iter().flatten().count();
        (len, Some(len))
    }
}

impl<Out, const N: usize> ExactSizeIterator for Remainder<Out, N> {}

impl<Out, const N: usize> FusedIterator for Remainder<Out, N> {}
