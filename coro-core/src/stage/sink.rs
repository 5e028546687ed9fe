//! `into_sink`: a stage, pushed.
//!
//! In: `Some(item)`, or `None` for the end. Out: `()` when the stage awaits the next item, and its
//! return value. Invariant: one resume delivers one item.

use core::marker::PhantomData;

use super::{Demand, Stage};
use crate::{
    CoroutineState, Resume,
    combinators::common::{Yields, impl_clone_debug},
};

/// A stage into which items are pushed.
///
/// This `struct` is created by [`Stage::into_sink`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Sink<S, F, O> {
    stage: S,
    emit: F,
    started: bool,
    out: Yields<O>,
}

impl<S, F, O> Sink<S, F, O> {
    pub(super) const fn new(stage: S, emit: F) -> Self {
        Self { stage, emit, started: false, out: PhantomData }
    }

    /// Resumes the stage until it awaits.
    #[inline]
    fn advance<I>(&mut self, mut answer: Option<I>) -> CoroutineState<(), S::Return>
    where
        S: Stage<I, O>,
        F: FnMut(O),
    {
        loop {
            match self.stage.resume(answer) {
                CoroutineState::Yielded(Demand::Await) => return CoroutineState::Yielded(()),
                CoroutineState::Yielded(Demand::Emit(item)) => (self.emit)(item),
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
            answer = None;
        }
    }
}

impl<S, F, I, O> Resume<Option<I>, ()> for Sink<S, F, O>
where
    S: Stage<I, O>,
    F: FnMut(O),
{
    type Return = S::Return;

    #[inline]
    fn resume(&mut self, input: Option<I>) -> CoroutineState<(), S::Return> {
        if !self.started {
            self.started = true;
            let state = self.advance(None);
            if matches!(state, CoroutineState::Complete(_)) {
                return state;
            }
        }
        let more = input.is_some();
        let mut state = self.advance(input);
        while !more && matches!(state, CoroutineState::Yielded(())) {
            state = self.advance(None);
        }
        state
    }
}

impl_clone_debug! {
    [S, F, O] Sink<S, F, O>
    clone [S: Clone, F: Clone] { stage, emit, started, out }
    debug [S: core::fmt::Debug] { stage, started }
}
