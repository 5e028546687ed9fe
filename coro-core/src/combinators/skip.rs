//! `skip`: drops the first yields.
//!
//! In: `()`, or any input when a closure answers the dropped yields. Out: the later yields, the
//! same return value, also when the inner coroutine ends within what is skipped.

use core::marker::PhantomData;

use super::{
    NoReply, Reply,
    common::{Yields, impl_clone_debug, impl_into_iterator},
};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine without the first yields of another.
///
/// This `struct` is created by [`Resume::skip`] and [`Resume::skip_with`]. See their documentation
/// for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Skip<C, Out, Q = NoReply> {
    coroutine: C,
    remaining: usize,
    reply: Q,
    out: Yields<Out>,
}

impl<C, Out, Q> Skip<C, Out, Q> {
    pub(crate) const fn new(coroutine: C, n: usize, reply: Q) -> Self {
        Self { coroutine, remaining: n, reply, out: PhantomData }
    }
}

impl<C, Q, In, O, Out> Resume<In, O> for Skip<C, Out, Q>
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
        let (lower, upper) = self.coroutine.size_hint();
        (
            lower.saturating_sub(self.remaining),
            upper.map(|upper| upper.saturating_sub(self.remaining)),
        )
    }

    fn fold<Acc, G>(mut self, init: Acc, g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        while self.remaining > 0 {
            match self.coroutine.resume(In::no_input()) {
                CoroutineState::Yielded(value) => {
                    self.remaining -= 1;
                    self.reply.reply(value);
                }
                CoroutineState::Complete(value) => return (init, value),
            }
        }
        self.coroutine.fold(init, g)
    }
}

impl<C, Q, In, O, Out> FusedResume<In, O> for Skip<C, Out, Q>
where
    C: FusedResume<In, O>,
    Q: Reply<O, In>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, Out, Q] Skip<C, Out, Q>
    clone [C: Clone, Q: Clone] { coroutine, remaining, reply, out }
    debug [C: core::fmt::Debug] { coroutine, remaining }
}

impl_into_iterator! {
    [C, Out, Q] Skip<C, Out, Q> => Out
    where [C: Resume<(), Out>, Q: Reply<Out, ()>]
}
