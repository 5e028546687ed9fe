//! `windows`: yields each run of consecutive yields.
//!
//! In: `()`. Out: arrays of the last `N` yields, none if there are fewer; the same return value.
//! Invariant: only the last `N` yields are held.

use super::common::{impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, Resume};

/// A coroutine that yields its last yields, each time.
///
/// This `struct` is created by [`Resume::windows`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Windows<C, const N: usize, Out> {
    coroutine: C,
    last: Option<[Out; N]>,
}

impl<C, const N: usize, Out> Windows<C, N, Out> {
    pub(crate) const fn new(coroutine: C) -> Self {
        const { assert!(N != 0, "the length of `windows` must not be zero") };
        Self { coroutine, last: None }
    }

    /// Resumes until the first window is full.
    fn fill(&mut self) -> CoroutineState<[Out; N], C::Return>
    where
        C: Resume<(), Out>,
    {
        let mut items = [const { None }; N];
        for item in &mut items {
            match self.coroutine.resume(()) {
                CoroutineState::Yielded(value) => *item = Some(value),
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
        CoroutineState::Yielded(items.map(|item| item.expect("filled above")))
    }
}

impl<C, const N: usize, Out> Resume<(), [Out; N]> for Windows<C, N, Out>
where
    C: Resume<(), Out>,
    Out: Clone,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<[Out; N], C::Return> {
        let Some(last) = &mut self.last else {
            return self.fill().map_yielded(|window| self.last.insert(window).clone());
        };
        match self.coroutine.resume(()) {
            CoroutineState::Yielded(value) => {
                last.rotate_left(1);
                last[N - 1] = value;
                CoroutineState::Yielded(last.clone())
            }
            CoroutineState::Complete(value) => CoroutineState::Complete(value),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let missing = if self.last.is_none() { N - 1 } else { 0 };
        let (lower, upper) = self.coroutine.size_hint();
        (lower.saturating_sub(missing), upper.map(|upper| upper.saturating_sub(missing)))
    }
}

impl<C, const N: usize, Out> FusedResume<(), [Out; N]> for Windows<C, N, Out>
where
    C: FusedResume<(), Out>,
    Out: Clone,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, const N: usize, Out] Windows<C, N, Out>
    clone [C: Clone, Out: Clone] { coroutine, last }
    debug [C: core::fmt::Debug, Out: core::fmt::Debug] { coroutine, last }
}

impl_into_iterator! {
    [C, const N: usize, Out] Windows<C, N, Out> => [Out; N]
    where [C: Resume<(), Out>, Out: Clone]
}
