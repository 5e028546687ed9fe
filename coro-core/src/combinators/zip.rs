//! `zip`: pairs what two coroutines yield.
//!
//! In: `()`. Out: pairs; the return value tells which side ended, and holds the yield that found no
//! partner. Invariant: the first side runs first, and the second only if the first yielded.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{
    CoroutineState, Resume,
    progress::{min_hints, resumed_after_completion},
};

/// Which of two zipped coroutines ended.
///
/// This `enum` is returned by [`Resume::zip`]. See its documentation for more.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ZipReturn<A, B, Out> {
    /// The first ended; the second was not resumed in that round.
    First(A),
    /// The second ended; the first had already yielded this.
    Second(B, Out),
}

/// Two coroutines whose yields are paired.
///
/// This `struct` is created by [`Resume::zip`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Zip<A, B, OutA, OutB> {
    first: A,
    second: B,
    finished: bool,
    out: Yields<(OutA, OutB)>,
}

impl<A, B, OutA, OutB> Zip<A, B, OutA, OutB> {
    pub(crate) const fn new(first: A, second: B) -> Self {
        Self { first, second, finished: false, out: PhantomData }
    }
}

impl<A, B, OutA, OutB> Resume<(), (OutA, OutB)> for Zip<A, B, OutA, OutB>
where
    A: Resume<(), OutA>,
    B: Resume<(), OutB>,
{
    type Return = ZipReturn<A::Return, B::Return, OutA>;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<(OutA, OutB), Self::Return> {
        if self.finished {
            resumed_after_completion();
        }
        let end = match self.first.resume(()) {
            CoroutineState::Yielded(a) => match self.second.resume(()) {
                CoroutineState::Yielded(b) => return CoroutineState::Yielded((a, b)),
                CoroutineState::Complete(value) => ZipReturn::Second(value, a),
            },
            CoroutineState::Complete(value) => ZipReturn::First(value),
        };
        self.finished = true;
        CoroutineState::Complete(end)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        min_hints(self.first.size_hint(), self.second.size_hint())
    }
}

impl_clone_debug! {
    [A, B, OutA, OutB] Zip<A, B, OutA, OutB>
    clone [A: Clone, B: Clone] { first, second, finished, out }
    debug [A: core::fmt::Debug, B: core::fmt::Debug] { first, second, finished }
}

impl_into_iterator! {
    [A, B, OutA, OutB] Zip<A, B, OutA, OutB> => (OutA, OutB)
    where [A: Resume<(), OutA>, B: Resume<(), OutB>]
}
