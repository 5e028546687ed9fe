//! `into_decoder`: a stage over bytes, fed with whatever has arrived.
//!
//! In: `Some(&mut input)`, or `None` at the end of all input. Out: what the stage emits, `Await`
//! when it needs more, and its return value. Invariants: `input` is advanced past what was read and
//! no further; no byte is read twice; an empty input is not the end.

use core::{cell::Cell, marker::PhantomData};

use super::{Chunk, Demand, Stage};
use crate::{
    CoroutineState, Resume,
    combinators::common::{Yields, impl_clone_debug},
};

/// A stage that decodes bytes.
///
/// This `struct` is created by [`Stage::into_decoder`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Decoder<S, O, R> {
    stage: S,
    /// Whether the stage awaits bytes.
    awaiting: bool,
    yields: Yields<(O, R)>,
}

impl<S, O, R> Decoder<S, O, R> {
    pub(super) const fn new(stage: S) -> Self {
        Self { stage, awaiting: false, yields: PhantomData }
    }
}

impl<'b, S, O, R> Resume<Option<&mut &'b [u8]>, Demand<O>> for Decoder<S, O, R>
where
    S: for<'c> Stage<Chunk<'c>, O, Return = R>,
{
    type Return = R;

    fn resume(&mut self, mut input: Option<&mut &'b [u8]>) -> CoroutineState<Demand<O>, R> {
        loop {
            let mut unread = false;
            let state = match &mut input {
                Some(bytes) if self.awaiting => {
                    if bytes.is_empty() {
                        return CoroutineState::Yielded(Demand::Await);
                    }
                    let read = Cell::new(0);
                    let state = self.stage.resume(Some(Chunk::new(bytes, &read)));
                    unread = read.get() == 0;
                    **bytes = &bytes[read.get()..];
                    state
                }
                _ => self.stage.resume(None),
            };
            self.awaiting = matches!(state, CoroutineState::Yielded(Demand::Await));
            if unread || !self.awaiting {
                return state;
            }
        }
    }
}

impl_clone_debug! {
    [S, O, R] Decoder<S, O, R>
    clone [S: Clone] { stage, awaiting, yields }
    debug [S: core::fmt::Debug] { stage, awaiting }
}
