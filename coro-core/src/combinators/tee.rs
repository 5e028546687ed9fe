//! `tee`: gives each input to two coroutines.
//!
//! In: an input that can be cloned. Out: what each of the two yields to it; both return values.
//! Invariants: the second gets the original; a side that has ended is not resumed, and its return
//! value is kept until the other has ended too.

use crate::{
    CoroutineState, Resume,
    progress::{Progress, resumed_after_completion},
};

/// Two coroutines that take the same inputs.
///
/// This `struct` is created by [`Resume::tee`]. See its documentation for more.
#[derive(Clone, Debug)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Tee<A, B, Ra, Rb> {
    first: Progress<A, Ra>,
    second: Progress<B, Rb>,
}

impl<A, B, Ra, Rb> Tee<A, B, Ra, Rb> {
    pub(crate) const fn new(first: A, second: B) -> Self {
        Self { first: Progress::Running(first), second: Progress::Running(second) }
    }
}

impl<A, B, Ra, Rb, In, OutA, OutB> Resume<In, (Option<OutA>, Option<OutB>)> for Tee<A, B, Ra, Rb>
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
        let (a, b) = (self.first.size_hint::<In, _>(), self.second.size_hint::<In, _>());
        let upper = match (a.1, b.1) {
            (Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
        (a.0.max(b.0), upper)
    }
}
