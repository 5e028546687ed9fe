//! `chunk_by`: collects runs of yields with equal keys.
//!
//! In: `()`. Out: each key with its run; the inner return value, one resume after the last run.
//! Invariant: one yield, the first of the next run, is held between resumes.

use super::common::{impl_clone_debug, impl_into_iterator};
use crate::{
    CoroutineState, Resume,
    progress::{Progress, resumed_after_completion},
};
use alloc::vec::Vec;

/// A coroutine that yields runs of yields with equal keys.
///
/// This `struct` is created by [`Resume::chunk_by`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct ChunkBy<C, F, K, R, Out> {
    coroutine: Progress<C, R>,
    key: F,
    next: Option<(K, Out)>,
}

impl<C, F, K, R, Out> ChunkBy<C, F, K, R, Out> {
    pub(crate) const fn new(coroutine: C, key: F) -> Self {
        Self { coroutine: Progress::Running(coroutine), key, next: None }
    }
}

impl<C, F, K, R, Out> Resume<(), (K, Vec<Out>)> for ChunkBy<C, F, K, R, Out>
where
    C: Resume<(), Out, Return = R>,
    F: FnMut(&Out) -> K,
    K: PartialEq,
{
    type Return = R;

    fn resume(&mut self, (): ()) -> CoroutineState<(K, Vec<Out>), R> {
        let mut run = self.next.take().map(|(key, value)| (key, Vec::from([value])));
        while let Some(value) = self.coroutine.resume(()) {
            let key = (self.key)(&value);
            match &mut run {
                None => run = Some((key, Vec::from([value]))),
                Some((current, values)) if *current == key => values.push(value),
                Some(_) => {
                    self.next = Some((key, value));
                    break;
                }
            }
        }
        match run {
            Some(run) => CoroutineState::Yielded(run),
            None => match self.coroutine.take() {
                Some(value) => CoroutineState::Complete(value),
                None => resumed_after_completion(),
            },
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.coroutine.size_hint();
        let held = usize::from(self.next.is_some());
        (held.max(usize::from(lower > 0)), upper.and_then(|upper| upper.checked_add(held)))
    }
}

impl_clone_debug! {
    [C, F, K, R, Out] ChunkBy<C, F, K, R, Out>
    clone [C: Clone, F: Clone, K: Clone, R: Clone, Out: Clone] { coroutine, key, next }
    debug [C: core::fmt::Debug, K: core::fmt::Debug, R: core::fmt::Debug, Out: core::fmt::Debug] {
        coroutine, next
    }
}

impl_into_iterator! {
    [C, F, K, R, Out] ChunkBy<C, F, K, R, Out> => (K, Vec<Out>)
    where [C: Resume<(), Out, Return = R>, F: FnMut(&Out) -> K, K: PartialEq]
}
