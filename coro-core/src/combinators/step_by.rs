//! `step_by`: passes on the first yield and then every n-th.
//!
//! In: `()`, or any input when a closure answers the dropped yields. Out: the yields 0, n, 2n, …,
//! the same return value. Invariant: yields are dropped on the way to the next one, not after the
//! last.

use core::marker::PhantomData;

use super::{
    NoReply, Reply,
    common::{Yields, impl_clone_debug, impl_into_iterator},
};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine that passes on every n-th yield.
///
/// This `struct` is created by [`Resume::step_by`] and [`Resume::step_by_with`]. See their
/// documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct StepBy<C, Out, Q = NoReply> {
    coroutine: C,
    /// How many yields are dropped between two that are passed on.
    gap: usize,
    /// How many are to be dropped before the next that is passed on.
    remaining: usize,
    reply: Q,
    out: Yields<Out>,
}

impl<C, Out, Q> StepBy<C, Out, Q> {
    pub(crate) const fn new(coroutine: C, n: usize, reply: Q) -> Self {
        assert!(n != 0, "the step of `step_by` must not be zero");
        Self { coroutine, gap: n - 1, remaining: 0, reply, out: PhantomData }
    }
}

impl<C, Q, In, O, Out> Resume<In, O> for StepBy<C, Out, Q>
where
    C: Resume<In, O>,
    Q: Reply<O, In>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, mut input: In) -> CoroutineState<O, C::Return> {
        loop {
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => {
                    if self.remaining == 0 {
                        self.remaining = self.gap;
                        return CoroutineState::Yielded(value);
                    }
                    self.remaining -= 1;
                    input = self.reply.reply(value);
                }
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let passed = |n: usize| match n.checked_sub(self.remaining) {
            None | Some(0) => 0,
            Some(n) => (n - 1) / self.gap.saturating_add(1) + 1,
        };
        let (lower, upper) = self.coroutine.size_hint();
        (passed(lower), upper.map(passed))
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| {
            if self.remaining == 0 {
                self.remaining = self.gap;
                return g(acc, value);
            }
            self.remaining -= 1;
            self.reply.reply(value);
            acc
        })
    }
}

impl<C, Q, In, O, Out> FusedResume<In, O> for StepBy<C, Out, Q>
where
    C: FusedResume<In, O>,
    Q: Reply<O, In>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, Out, Q] StepBy<C, Out, Q>
    clone [C: Clone, Q: Clone] { coroutine, gap, remaining, reply, out }
    debug [C: core::fmt::Debug] { coroutine, gap, remaining }
}

impl_into_iterator! {
    [C, Out, Q] StepBy<C, Out, Q> => Out
    where [C: Resume<(), Out>, Q: Reply<Out, ()>]
}
