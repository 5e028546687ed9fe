//! `skip_while`: drops the first yields, as long as a predicate accepts them.
//!
//! In: `()`, or any input when a closure answers the dropped yields. Out: the first yield that was
//! rejected and all later ones, the same return value.

use core::marker::PhantomData;

use super::{
    NoReply, Reply,
    common::{Yields, impl_clone_debug, impl_into_iterator},
};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine without the first yields of another, as long as a predicate accepts them.
///
/// This `struct` is created by [`Resume::skip_while`] and [`Resume::skip_while_with`]. See their
/// documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct SkipWhile<C, P, Out, Q = NoReply> {
    coroutine: C,
    predicate: P,
    skipping: bool,
    reply: Q,
    out: Yields<Out>,
}

impl<C, P, Out, Q> SkipWhile<C, P, Out, Q> {
    pub(crate) const fn new(coroutine: C, predicate: P, reply: Q) -> Self {
        Self { coroutine, predicate, skipping: true, reply, out: PhantomData }
    }
}

impl<C, P, Q, In, O, Out> Resume<In, O> for SkipWhile<C, P, Out, Q>
where
    C: Resume<In, O>,
    P: FnMut(&O) -> bool,
    Q: Reply<O, In>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, mut input: In) -> CoroutineState<O, C::Return> {
        loop {
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => {
                    self.skipping = self.skipping && (self.predicate)(&value);
                    if !self.skipping {
                        return CoroutineState::Yielded(value);
                    }
                    input = self.reply.reply(value);
                }
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.coroutine.size_hint();
        (if self.skipping { 0 } else { lower }, upper)
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| {
            self.skipping = self.skipping && (self.predicate)(&value);
            if !self.skipping {
                return g(acc, value);
            }
            self.reply.reply(value);
            acc
        })
    }
}

impl<C, P, Q, In, O, Out> FusedResume<In, O> for SkipWhile<C, P, Out, Q>
where
    C: FusedResume<In, O>,
    P: FnMut(&O) -> bool,
    Q: Reply<O, In>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, P, Out, Q] SkipWhile<C, P, Out, Q>
    clone [C: Clone, P: Clone, Q: Clone] { coroutine, predicate, skipping, reply, out }
    debug [C: core::fmt::Debug] { coroutine, skipping }
}

impl_into_iterator! {
    [C, P, Out, Q] SkipWhile<C, P, Out, Q> => Out
    where [C: Resume<(), Out>, P: FnMut(&Out) -> bool, Q: Reply<Out, ()>]
}
