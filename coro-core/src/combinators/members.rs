//! The members of a group of coroutines.
//!
//! In: coroutines of one type. Out: what they yield, by index, and in the end all return values in
//! the order of the members. Invariants: a member that has returned is dropped and not resumed; its
//! end costs the same however many members there are.

use alloc::vec::Vec;

use crate::{
    CoroutineState, Resume,
    progress::{Progress, resumed_after_completion},
};

/// Coroutines and the return values of those that have ended.
#[derive(Clone, Debug)]
pub(crate) struct Members<C, R> {
    slots: Vec<Progress<C, R>>,
    /// How many of them run.
    running: usize,
    completed: bool,
}

impl<C, R> Members<C, R> {
    pub(crate) fn new(coroutines: impl IntoIterator<Item = C>) -> Self {
        let slots: Vec<_> = coroutines.into_iter().map(Progress::Running).collect();
        let running = slots.len();
        Self { slots, running, completed: false }
    }

    /// The indices of those that run, ascending.
    pub(crate) fn indices(&self) -> impl Iterator<Item = usize> {
        (0..self.slots.len()).filter(|&index| self.is_running(index))
    }

    /// How many members run.
    pub(crate) const fn running(&self) -> usize {
        self.running
    }

    /// Returns whether the member runs. Panics if there is none of that index.
    #[inline]
    pub(crate) fn is_running(&self, index: usize) -> bool {
        self.slots[index].is_running()
    }

    /// Resumes a member; `None` if it ends now or has ended before.
    #[inline]
    pub(crate) fn resume<In, Out>(&mut self, index: usize, input: In) -> Option<Out>
    where
        C: Resume<In, Out, Return = R>,
    {
        let slot = &mut self.slots[index];
        let before = slot.is_running();
        let yielded = slot.resume(input);
        if before && yielded.is_none() {
            self.running -= 1;
        }
        yielded
    }

    /// Bounds on what each running member still yields.
    pub(crate) fn size_hints<In, Out>(&self) -> impl Iterator<Item = (usize, Option<usize>)>
    where
        C: Resume<In, Out, Return = R>,
    {
        self.slots.iter().map(Progress::size_hint::<In, Out>)
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
