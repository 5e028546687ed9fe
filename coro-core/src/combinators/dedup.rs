//! `dedup` and `dedup_by_key`: drop yields that repeat the one before.
//!
//! In: `()`, or any input when a closure answers the dropped yields. Out: the first of each run of
//! equal yields, the same return value. Invariant: a yield is passed on at once, without waiting
//! for the end of its run.

use core::marker::PhantomData;

use super::{
    NoReply, Reply,
    common::{Yields, impl_clone_debug, impl_into_iterator},
};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine without the repeated yields of another.
///
/// This `struct` is created by [`Resume::dedup`] and [`Resume::dedup_with`]. See their
/// documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Dedup<C, Out, Q = NoReply> {
    coroutine: C,
    last: Option<Out>,
    reply: Q,
}

impl<C, Out, Q> Dedup<C, Out, Q> {
    pub(crate) const fn new(coroutine: C, reply: Q) -> Self {
        Self { coroutine, last: None, reply }
    }
}

impl<C, Q, In, Out> Resume<In, Out> for Dedup<C, Out, Q>
where
    C: Resume<In, Out>,
    Out: PartialEq + Clone,
    Q: Reply<Out, In>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, mut input: In) -> CoroutineState<Out, C::Return> {
        loop {
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => {
                    if self.last.as_ref() != Some(&value) {
                        self.last = Some(value.clone());
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
        (usize::from(lower > 0 && self.last.is_none()), upper)
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, Out) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| {
            if self.last.as_ref() != Some(&value) {
                self.last = Some(value.clone());
                return g(acc, value);
            }
            self.reply.reply(value);
            acc
        })
    }
}

impl<C, Q, In, Out> FusedResume<In, Out> for Dedup<C, Out, Q>
where
    C: FusedResume<In, Out>,
    Out: PartialEq + Clone,
    Q: Reply<Out, In>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, Out, Q] Dedup<C, Out, Q>
    clone [C: Clone, Out: Clone, Q: Clone] { coroutine, last, reply }
    debug [C: core::fmt::Debug, Out: core::fmt::Debug] { coroutine, last }
}

impl_into_iterator! {
    [C, Out, Q] Dedup<C, Out, Q> => Out
    where [C: Resume<(), Out>, Out: PartialEq + Clone, Q: Reply<Out, ()>]
}

/// A coroutine without those yields of another whose key repeats.
///
/// This `struct` is created by [`Resume::dedup_by_key`] and [`Resume::dedup_by_key_with`]. See
/// their documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct DedupByKey<C, F, K, Out, Q = NoReply> {
    coroutine: C,
    key: F,
    last: Option<K>,
    reply: Q,
    out: Yields<Out>,
}

impl<C, F, K, Out, Q> DedupByKey<C, F, K, Out, Q> {
    pub(crate) const fn new(coroutine: C, key: F, reply: Q) -> Self {
        Self { coroutine, key, last: None, reply, out: PhantomData }
    }
}

impl<C, F, K, Q, In, O, Out> Resume<In, O> for DedupByKey<C, F, K, Out, Q>
where
    C: Resume<In, O>,
    F: FnMut(&O) -> K,
    K: PartialEq,
    Q: Reply<O, In>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, mut input: In) -> CoroutineState<O, C::Return> {
        loop {
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => {
                    let key = Some((self.key)(&value));
                    if self.last != key {
                        self.last = key;
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
        (usize::from(lower > 0 && self.last.is_none()), upper)
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| {
            let key = Some((self.key)(&value));
            if self.last != key {
                self.last = key;
                return g(acc, value);
            }
            self.reply.reply(value);
            acc
        })
    }
}

impl<C, F, K, Q, In, O, Out> FusedResume<In, O> for DedupByKey<C, F, K, Out, Q>
where
    C: FusedResume<In, O>,
    F: FnMut(&O) -> K,
    K: PartialEq,
    Q: Reply<O, In>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, F, K, Out, Q] DedupByKey<C, F, K, Out, Q>
    clone [C: Clone, F: Clone, K: Clone, Q: Clone] { coroutine, key, last, reply, out }
    debug [C: core::fmt::Debug, K: core::fmt::Debug] { coroutine, last }
}

impl_into_iterator! {
    [C, F, K, Out, Q] DedupByKey<C, F, K, Out, Q> => Out
    where [C: Resume<(), Out>, F: FnMut(&Out) -> K, K: PartialEq, Q: Reply<Out, ()>]
}
