//! `flatten` and `flat_map`: run what is yielded, one after the other.
//!
//! In: `()`. Out: the items of everything that was yielded, and the outer return value; what an
//! inner coroutine returns is dropped. Invariant: at most one inner source is open.

use core::fmt;

use super::{Map, common::impl_into_iterator};
use crate::{CoroutineState, FusedResume, Resume};

/// A coroutine that runs through what another yields.
///
/// This `struct` is created by [`Resume::flatten`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Flatten<C, U: IntoIterator> {
    coroutine: C,
    inner: Option<U::IntoIter>,
}

impl<C, U: IntoIterator> Flatten<C, U> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine, inner: None }
    }
}

impl<C, U> Resume<(), U::Item> for Flatten<C, U>
where
    C: Resume<(), U>,
    U: IntoIterator,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<U::Item, C::Return> {
        loop {
            if let Some(inner) = &mut self.inner {
                if let Some(item) = inner.next() {
                    return CoroutineState::Yielded(item);
                }
                self.inner = None;
            }
            match self.coroutine.resume(()) {
                CoroutineState::Yielded(value) => self.inner = Some(value.into_iter()),
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.inner.as_ref().map_or((0, Some(0)), Iterator::size_hint);
        match self.coroutine.size_hint() {
            (_, Some(0)) => (lower, upper),
            _ => (lower, None),
        }
    }

    fn fold<Acc, F>(self, init: Acc, mut f: F) -> (Acc, C::Return)
    where
        F: FnMut(Acc, U::Item) -> Acc,
    {
        let acc = self.inner.into_iter().flatten().fold(init, &mut f);
        self.coroutine.fold(acc, |acc, value| value.into_iter().fold(acc, &mut f))
    }
}

impl<C, U> FusedResume<(), U::Item> for Flatten<C, U>
where
    C: FusedResume<(), U>,
    U: IntoIterator,
{
    fn is_terminated(&self) -> bool {
        // It ends only when nothing inner is open.
        self.coroutine.is_terminated()
    }
}

impl<C: Clone, U: IntoIterator> Clone for Flatten<C, U>
where
    U::IntoIter: Clone,
{
    fn clone(&self) -> Self {
        Self { coroutine: self.coroutine.clone(), inner: self.inner.clone() }
    }
}

impl<C: fmt::Debug, U: IntoIterator> fmt::Debug for Flatten<C, U>
where
    U::IntoIter: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Flatten")
            .field("coroutine", &self.coroutine)
            .field("inner", &self.inner)
            .finish()
    }
}

impl_into_iterator! {
    [C: Resume<(), U>, U: IntoIterator] Flatten<C, U> => U::Item
}

/// A coroutine that runs through what a function makes of each yield.
///
/// This `struct` is created by [`Resume::flat_map`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct FlatMap<C, F, U: IntoIterator, Out> {
    sources: Flatten<Map<C, F, Out>, U>,
}

impl<C, F, U: IntoIterator, Out> FlatMap<C, F, U, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { sources: Flatten::new(Map::new(coroutine, f)) }
    }
}

impl<C, F, U, Out> Resume<(), U::Item> for FlatMap<C, F, U, Out>
where
    C: Resume<(), Out>,
    F: FnMut(Out) -> U,
    U: IntoIterator,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<U::Item, C::Return> {
        self.sources.resume(())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.sources.size_hint()
    }

    fn fold<Acc, G: FnMut(Acc, U::Item) -> Acc>(self, init: Acc, g: G) -> (Acc, C::Return) {
        self.sources.fold(init, g)
    }
}

impl<C, F, U, Out> FusedResume<(), U::Item> for FlatMap<C, F, U, Out>
where
    C: FusedResume<(), Out>,
    F: FnMut(Out) -> U,
    U: IntoIterator,
{
    fn is_terminated(&self) -> bool {
        self.sources.is_terminated()
    }
}

impl<C: Clone, F: Clone, U: IntoIterator, Out> Clone for FlatMap<C, F, U, Out>
where
    U::IntoIter: Clone,
{
    fn clone(&self) -> Self {
        Self { sources: self.sources.clone() }
    }
}

impl<C: fmt::Debug, F, U: IntoIterator, Out> fmt::Debug for FlatMap<C, F, U, Out>
where
    U::IntoIter: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlatMap").field("sources", &self.sources).finish()
    }
}

impl_into_iterator! {
    [C, F, U, Out] FlatMap<C, F, U, Out> => U::Item
    where [C: Resume<(), Out>, F: FnMut(Out) -> U, U: IntoIterator]
}
