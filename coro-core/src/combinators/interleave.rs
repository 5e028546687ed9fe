//! `interleave`: two coroutines take turns.
//!
//! In: `()`. Out: the yields of the first and of the second alternately; both return values.
//! Invariant: two yields in a row come from one side only if the other has ended.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{
    CoroutineState, Resume,
    progress::{Progress, add_hints, resumed_after_completion},
};

/// Two coroutines that take turns.
///
/// This `struct` is created by [`Resume::interleave`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Interleave<A, B, Ra, Rb, Out> {
    first: Progress<A, Ra>,
    second: Progress<B, Rb>,
    second_is_next: bool,
    out: Yields<Out>,
}

impl<A, B, Ra, Rb, Out> Interleave<A, B, Ra, Rb, Out> {
    pub(crate) const fn new(first: A, second: B) -> Self {
        Self {
            first: Progress::Running(first),
            second: Progress::Running(second),
            second_is_next: false,
            out: PhantomData,
        }
    }
}

impl<A, B, Ra, Rb, O, Out> Resume<(), O> for Interleave<A, B, Ra, Rb, Out>
where
    A: Resume<(), O, Return = Ra>,
    B: Resume<(), O, Return = Rb>,
{
    type Return = (Ra, Rb);

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<O, Self::Return> {
        for _ in 0..2 {
            let second = self.second_is_next;
            self.second_is_next = !second;
            let value = if second { self.second.resume(()) } else { self.first.resume(()) };
            if let Some(value) = value {
                return CoroutineState::Yielded(value);
            }
        }
        match (self.first.take(), self.second.take()) {
            (Some(first), Some(second)) => CoroutineState::Complete((first, second)),
            _ => resumed_after_completion(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        add_hints(self.first.size_hint(), self.second.size_hint())
    }
}

impl_clone_debug! {
    [A, B, Ra, Rb, Out] Interleave<A, B, Ra, Rb, Out>
    clone [A: Clone, B: Clone, Ra: Clone, Rb: Clone] { first, second, second_is_next, out }
    debug [
        A: core::fmt::Debug,
        B: core::fmt::Debug,
        Ra: core::fmt::Debug,
        Rb: core::fmt::Debug
    ] { first, second, second_is_next }
}

impl_into_iterator! {
    [A, B, Ra, Rb, Out] Interleave<A, B, Ra, Rb, Out> => Out
    where [A: Resume<(), Out, Return = Ra>, B: Resume<(), Out, Return = Rb>]
}
