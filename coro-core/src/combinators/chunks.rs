//! `chunks`: collects yields into vectors of a length.
//!
//! In: `()`. Out: full chunks, then a shorter one if yields are left at the end; the inner return
//! value, one resume later. Invariant: nothing is dropped, and the inner coroutine is not resumed
//! after its end.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, Resume};

/// A coroutine that yields in chunks.
///
/// This `struct` is created by [`Resume::chunks`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Chunks<C, R, Out> {
    coroutine: C,
    len: usize,
    /// What the inner coroutine returned, while the last chunk is out.
    returned: Option<R>,
    out: Yields<Out>,
}

impl<C, R, Out> Chunks<C, R, Out> {
    pub(crate) const fn new(coroutine: C, len: usize) -> Self {
        assert!(len != 0, "the length of `chunks` must not be zero");
        Self { coroutine, len, returned: None, out: PhantomData }
    }
}

impl<C: Resume<(), O, Return = R>, R, O, Out> Resume<(), Vec<O>> for Chunks<C, R, Out> {
    type Return = R;

    fn resume(&mut self, (): ()) -> CoroutineState<Vec<O>, R> {
        if let Some(value) = self.returned.take() {
            return CoroutineState::Complete(value);
        }
        let mut chunk = Vec::new();
        while chunk.len() < self.len {
            match self.coroutine.resume(()) {
                CoroutineState::Yielded(value) => chunk.push(value),
                CoroutineState::Complete(value) if chunk.is_empty() => {
                    return CoroutineState::Complete(value);
                }
                CoroutineState::Complete(value) => {
                    self.returned = Some(value);
                    break;
                }
            }
        }
        CoroutineState::Yielded(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.returned.is_some() {
            return (0, Some(0));
        }
        let (lower, upper) = self.coroutine.size_hint();
        (lower.div_ceil(self.len), upper.map(|upper| upper.div_ceil(self.len)))
    }
}

impl<C, R, O, Out> FusedResume<(), Vec<O>> for Chunks<C, R, Out>
where
    C: FusedResume<(), O, Return = R>,
{
    fn is_terminated(&self) -> bool {
        self.returned.is_none() && self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, R, Out] Chunks<C, R, Out>
    clone [C: Clone, R: Clone] { coroutine, len, returned, out }
    debug [C: core::fmt::Debug, R: core::fmt::Debug] { coroutine, len, returned }
}

impl_into_iterator! {
    [C, R, Out] Chunks<C, R, Out> => Vec<Out>
    where [C: Resume<(), Out, Return = R>]
}
