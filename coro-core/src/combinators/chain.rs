//! `chain`: runs one coroutine after another.
//!
//! In: `()`. Out: the yields of the first, then of the second; both return values. Invariant: the
//! second starts in the resume in which the first ended.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{
    CoroutineState, Resume,
    progress::{Progress, add_hints, resumed_after_completion},
};

/// Two coroutines, one after the other.
///
/// This `struct` is created by [`Resume::chain`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Chain<A, B, R, Out> {
    first: Progress<A, R>,
    second: B,
    out: Yields<Out>,
}

impl<A, B, R, Out> Chain<A, B, R, Out> {
    pub(crate) const fn new(first: A, second: B) -> Self {
        Self { first: Progress::Running(first), second, out: PhantomData }
    }
}

impl<A, B, R, O, Out> Resume<(), O> for Chain<A, B, R, Out>
where
    A: Resume<(), O, Return = R>,
    B: Resume<(), O>,
{
    type Return = (R, B::Return);

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<O, Self::Return> {
        if let Some(value) = self.first.resume(()) {
            return CoroutineState::Yielded(value);
        }
        match self.second.resume(()) {
            CoroutineState::Yielded(value) => CoroutineState::Yielded(value),
            CoroutineState::Complete(second) => match self.first.take() {
                Some(first) => CoroutineState::Complete((first, second)),
                None => resumed_after_completion(),
            },
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        add_hints(self.first.size_hint(), self.second.size_hint())
    }

    fn fold<Acc, F: FnMut(Acc, O) -> Acc>(self, init: Acc, mut f: F) -> (Acc, Self::Return) {
        let (acc, first) = match self.first {
            Progress::Running(first) => first.fold(init, &mut f),
            Progress::Returned(value) => (init, value),
            Progress::Taken => resumed_after_completion(),
        };
        let (acc, second) = self.second.fold(acc, f);
        (acc, (first, second))
    }
}

impl_clone_debug! {
    [A, B, R, Out] Chain<A, B, R, Out>
    clone [A: Clone, B: Clone, R: Clone] { first, second, out }
    debug [A: core::fmt::Debug, B: core::fmt::Debug, R: core::fmt::Debug] { first, second }
}

impl_into_iterator! {
    [A, B, R, Out] Chain<A, B, R, Out> => Out
    where [A: Resume<(), Out, Return = R>, B: Resume<(), Out>]
}
