//! `merge_by`: merges two sorted coroutines into one.
//!
//! In: `()`. Out: the yields of both, the lesser head first; both return values. Invariant: each
//! side runs at most one yield ahead of what was passed on.

use super::common::{impl_clone_debug, impl_into_iterator};
use crate::{
    CoroutineState, Resume,
    progress::{Progress, add_hints, resumed_after_completion},
};

/// Two coroutines, merged.
///
/// This `struct` is created by [`Resume::merge_by`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct MergeBy<A, B, F, Ra, Rb, Out> {
    first: Progress<A, Ra>,
    second: Progress<B, Rb>,
    heads: (Option<Out>, Option<Out>),
    is_first: F,
}

impl<A, B, F, Ra, Rb, Out> MergeBy<A, B, F, Ra, Rb, Out> {
    pub(crate) const fn new(first: A, second: B, is_first: F) -> Self {
        Self {
            first: Progress::Running(first),
            second: Progress::Running(second),
            heads: (None, None),
            is_first,
        }
    }
}

impl<A, B, F, Ra, Rb, Out> Resume<(), Out> for MergeBy<A, B, F, Ra, Rb, Out>
where
    A: Resume<(), Out, Return = Ra>,
    B: Resume<(), Out, Return = Rb>,
    F: FnMut(&Out, &Out) -> bool,
{
    type Return = (Ra, Rb);

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, Self::Return> {
        if self.heads.0.is_none() {
            self.heads.0 = self.first.resume(());
        }
        if self.heads.1.is_none() {
            self.heads.1 = self.second.resume(());
        }
        let first = match &self.heads {
            (Some(a), Some(b)) => (self.is_first)(a, b),
            (head, _) => head.is_some(),
        };
        let head = if first { self.heads.0.take() } else { self.heads.1.take() };
        if let Some(value) = head {
            return CoroutineState::Yielded(value);
        }
        match (self.first.take(), self.second.take()) {
            (Some(first), Some(second)) => CoroutineState::Complete((first, second)),
            _ => resumed_after_completion(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let held = usize::from(self.heads.0.is_some()) + usize::from(self.heads.1.is_some());
        let coming = add_hints(self.first.size_hint(), self.second.size_hint());
        add_hints((held, Some(held)), coming)
    }
}

impl_clone_debug! {
    [A, B, F, Ra, Rb, Out] MergeBy<A, B, F, Ra, Rb, Out>
    clone [A: Clone, B: Clone, F: Clone, Ra: Clone, Rb: Clone, Out: Clone] {
        first, second, heads, is_first
    }
    debug [
        A: core::fmt::Debug,
        B: core::fmt::Debug,
        Ra: core::fmt::Debug,
        Rb: core::fmt::Debug,
        Out: core::fmt::Debug
    ] { first, second, heads }
}

impl_into_iterator! {
    [A, B, F, Ra, Rb, Out] MergeBy<A, B, F, Ra, Rb, Out> => Out
    where [
        A: Resume<(), Out, Return = Ra>,
        B: Resume<(), Out, Return = Rb>,
        F: FnMut(&Out, &Out) -> bool
    ]
}
