//! `pipe`: what one coroutine yields, the other is resumed with.
//!
//! In: the first coroutine's inputs. Out: the second's yields; the return value of whichever ends
//! first. Invariant: one resume resumes each of the two at most once, the first one first; nobody
//! is resumed once one of them has ended.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{
    CoroutineState, Resume,
    progress::{min_hints, resumed_after_completion},
};

/// Two coroutines in lockstep.
///
/// This `struct` is created by [`Resume::pipe`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Pipe<A, B, Mid, Out> {
    first: A,
    second: B,
    finished: bool,
    between: Yields<Mid>,
    out: Yields<Out>,
}

impl<A, B, Mid, Out> Pipe<A, B, Mid, Out> {
    pub(crate) const fn new(first: A, second: B) -> Self {
        Self { first, second, finished: false, between: PhantomData, out: PhantomData }
    }
}

impl<A, B, In, Mid, O, Out> Resume<In, O> for Pipe<A, B, Mid, Out>
where
    A: Resume<In, Mid>,
    B: Resume<Mid, O, Return = A::Return>,
{
    type Return = A::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, A::Return> {
        if self.finished {
            resumed_after_completion();
        }
        let end = match self.first.resume(input) {
            CoroutineState::Yielded(value) => match self.second.resume(value) {
                CoroutineState::Yielded(value) => return CoroutineState::Yielded(value),
                CoroutineState::Complete(value) => value,
            },
            CoroutineState::Complete(value) => value,
        };
        self.finished = true;
        CoroutineState::Complete(end)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        min_hints(self.first.size_hint(), self.second.size_hint())
    }
}

impl_clone_debug! {
    [A, B, Mid, Out] Pipe<A, B, Mid, Out>
    clone [A: Clone, B: Clone] { first, second, finished, between, out }
    debug [A: core::fmt::Debug, B: core::fmt::Debug] { first, second, finished }
}

impl_into_iterator! {
    [A, B, Mid, Out] Pipe<A, B, Mid, Out> => Out
    where [A: Resume<(), Mid>, B: Resume<Mid, Out, Return = A::Return>]
}
