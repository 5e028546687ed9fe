//! `filter`: drops the yields that a predicate rejects.
//!
//! In: `()`, or any input when a closure answers the rejected yields. Out: the accepted yields, the
//! same return value.

use core::marker::PhantomData;

use super::{
    NoReply, Reply,
    common::{Yields, impl_clone_debug, impl_into_iterator},
};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine that yields what a predicate accepts.
///
/// This `struct` is created by [`Resume::filter`] and [`Resume::filter_with`]. See their
/// documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Filter<C, P, Out, Q = NoReply> {
    coroutine: C,
    predicate: P,
    reply: Q,
    out: Yields<Out>,
}

impl<C, P, Out, Q> Filter<C, P, Out, Q> {
    pub(crate) const fn new(coroutine: C, predicate: P, reply: Q) -> Self {
        Self { coroutine, predicate, reply, out: PhantomData }
    }
}

impl<C, P, Q, In, O, Out> Resume<In, O> for Filter<C, P, Out, Q>
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
                    if (self.predicate)(&value) {
                        return CoroutineState::Yielded(value);
                    }
                    input = self.reply.reply(value);
                }
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.coroutine.size_hint().1)
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| {
            if (self.predicate)(&value) {
                return g(acc, value);
            }
            self.reply.reply(value);
            acc
        })
    }
}

impl<C, P, Q, In, O, Out> FusedResume<In, O> for Filter<C, P, Out, Q>
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
    [C, P, Out, Q] Filter<C, P, Out, Q>
    clone [C: Clone, P: Clone, Q: Clone] { coroutine, predicate, reply, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, P, Out, Q] Filter<C, P, Out, Q> => Out
    where [C: Resume<(), Out>, P: FnMut(&Out) -> bool, Q: Reply<Out, ()>]
}
