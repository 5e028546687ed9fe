//! The members of a group of coroutines.
//!
//! In: coroutines of one type. Out: the running ones, by index, and in the end all return values in
//! the order of the members. Invariant: a member that has returned is dropped and not resumed.

use alloc::vec::Vec;

use crate::{
    CoroutineState, Resume,
    progress::{Progress, resumed_after_completion},
};

/// Coroutines and the return values of those that have ended.
#[derive(Clone, Debug)]
pub(crate) struct Members<C, R> {
    slots: Vec<Progress<C, R>>,
    /// The indices of those that run, ascending.
    running: Vec<usize>,
    completed: bool,
}

impl<C, R> Members<C, R> {
    pub(crate) fn new(coroutines: impl IntoIterator<Item = C>) -> Self {
        let slots: Vec<_> = coroutines.into_iter().map(Progress::Running).collect();
        let running = (0..slots.len()).collect();
        Self { slots, running, completed: false }
    }

    /// The indices of those that run, ascending.
    pub(crate) fn running(&self) -> &[usize] {
        &self.running
    }

    /// Resumes a member; `None` if it ends now.
    ///
    /// Panics if the member has ended before, or if there is none of that index.
    #[inline]
    pub(crate) fn resume<In, Out>(&mut self, index: usize, input: In) -> Option<Out>
    where
        C: Resume<In, Out, Return = R>,
    {
        let slot = &mut self.slots[index];
        if !slot.is_running() {
            resumed_after_completion();
        }
        let yielded = slot.resume(input);
        if yielded.is_none() {
            self.running.retain(|&other| other != index);
        }
        yielded
    }

    /// Bounds on what each running member still yields.
    pub(crate) fn size_hints<In, Out>(&self) -> impl Iterator<Item = (usize, Option<usize>)>
    where
        C: Resume<In, Out, Return = R>,
    {
        self.running.iter().map(|&index| self.slots[index].size_hint::<In, Out>())
    }

    /// Completes with the return values of all members; panics if it did so before.
    pub(crate) fn complete<Out>(&mut self) -> CoroutineState<Out, Vec<R>> {
        if self.completed {
            resumed_after_completion();
        }
        self.completed = true;
        CoroutineState::Complete(self.slots.iter_mut().filter_map(Progress::take).collect())
    }
}
