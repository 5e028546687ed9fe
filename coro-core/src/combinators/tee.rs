//! `tee`: gives each input to two coroutines.
//!
//! In: an input that can be cloned. Out: what each of the two yields to it; both return values.
//! Invariants: the second gets the original; a side that has ended is not resumed, and its return
//! value is kept until the other has ended too.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{
    CoroutineState, Resume,
    progress::{Progress, max_hints, resumed_after_completion},
};

/// Two coroutines that take the same inputs.
///
/// This `struct` is created by [`Resume::tee`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Tee<A, B, Ra, Rb, Out> {
    first: Progress<A, Ra>,
    second: Progress<B, Rb>,
    out: Yields<Out>,
}

impl<A, B, Ra, Rb, Out> Tee<A, B, Ra, Rb, Out> {
    pub(crate) const fn new(first: A, second: B) -> Self {
        Self {
            first: Progress::Running(first),
            second: Progress::Running(second),
            out: PhantomData,
        }
    }
}

impl<A, B, Ra, Rb, In, OutA, OutB, Out> Resume<In, (Option<OutA>, Option<OutB>)>
    for Tee<A, B, Ra, Rb, Out>
where
    In: Clone,
    A: Resume<In, OutA, Return = Ra>,
    B: Resume<In, OutB, Return = Rb>,
{
    type Return = (Ra, Rb);

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<(Option<OutA>, Option<OutB>), Self::Return> {
        let yielded = if self.second.is_running() {
            let first =
                if self.first.is_running() { self.first.resume(input.clone()) } else { None };
            (first, self.second.resume(input))
        } else {
            (self.first.resume(input), None)
        };
        if self.first.is_running() || self.second.is_running() {
            return CoroutineState::Yielded(yielded);
        }
        match (self.first.take(), self.second.take()) {
            (Some(first), Some(second)) => CoroutineState::Complete((first, second)),
            _ => resumed_after_completion(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        max_hints(self.first.size_hint::<In, _>(), self.second.size_hint::<In, _>())
    }
}

impl_clone_debug! {
    [A, B, Ra, Rb, Out] Tee<A, B, Ra, Rb, Out>
    clone [A: Clone, B: Clone, Ra: Clone, Rb: Clone] { first, second, out }
    debug [
        A: core::fmt::Debug,
        B: core::fmt::Debug,
        Ra: core::fmt::Debug,
        Rb: core::fmt::Debug
    ] { first, second }
}

impl_into_iterator! {
    [A, B, Ra, Rb, OutA, OutB] Tee<A, B, Ra, Rb, (OutA, OutB)> => (Option<OutA>, Option<OutB>)
    where [A: Resume<(), OutA, Return = Ra>, B: Resume<(), OutB, Return = Rb>]
}
