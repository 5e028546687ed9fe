//! `scan`: maps with a state, until the function says stop.
//!
//! In: the inner coroutine's inputs, unchanged. Out: the mapped yields; the return value tells the
//! inner end from the function's stop. Invariant: once stopped, the inner coroutine rests.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, Resume, progress::resumed_after_completion};

/// A coroutine whose yields go through a function with a state.
///
/// This `struct` is created by [`Resume::scan`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Scan<C, S, F, Out> {
    coroutine: C,
    state: Option<S>,
    f: F,
    out: Yields<Out>,
}

impl<C, S, F, Out> Scan<C, S, F, Out> {
    pub(crate) const fn new(coroutine: C, state: S, f: F) -> Self {
        Self { coroutine, state: Some(state), f, out: PhantomData }
    }
}

impl<C, S, F, In, Out, B> Resume<In, B> for Scan<C, S, F, Out>
where
    C: Resume<In, Out>,
    F: FnMut(&mut S, Out) -> Option<B>,
{
    type Return = Result<C::Return, S>;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<B, Self::Return> {
        let Some(state) = self.state.as_mut() else { resumed_after_completion() };
        match self.coroutine.resume(input) {
            CoroutineState::Yielded(value) => match (self.f)(state, value) {
                Some(value) => CoroutineState::Yielded(value),
                None => match self.state.take() {
                    Some(state) => CoroutineState::Complete(Err(state)),
                    None => resumed_after_completion(),
                },
            },
            CoroutineState::Complete(value) => {
                self.state = None;
                CoroutineState::Complete(Ok(value))
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.coroutine.size_hint().1)
    }
}

impl_clone_debug! {
    [C, S, F, Out] Scan<C, S, F, Out>
    clone [C: Clone, S: Clone, F: Clone] { coroutine, state, f, out }
    debug [C: core::fmt::Debug, S: core::fmt::Debug] { coroutine, state }
}

impl_into_iterator! {
    [C, S, F, Out, B] Scan<C, S, F, Out> => B
    where [C: Resume<(), Out>, F: FnMut(&mut S, Out) -> Option<B>]
}
