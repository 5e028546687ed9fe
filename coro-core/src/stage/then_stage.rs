//! `then_stage`: what one stage emits, the next awaits.
//!
//! In: the first stage's items. Out: what the second emits and returns. Invariants: the first runs
//! only while the second awaits; it is dropped as soon as it has returned, and its end is told at
//! each later `Await`.

use core::marker::PhantomData;

use super::{Demand, Stage};
use crate::{
    CoroutineState, Resume,
    combinators::common::{Yields, impl_clone_debug},
    progress::Progress,
};

/// Two stages in sequence, and both return values.
///
/// This `struct` is created by [`Stage::then_stage_both`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct ThenStageBoth<A, B, R, Mid> {
    first: Progress<A, R>,
    second: B,
    /// Whether the input is for the first stage.
    awaiting: bool,
    between: Yields<Mid>,
}

impl<A, B, R, Mid> ThenStageBoth<A, B, R, Mid> {
    pub(super) const fn new(first: A, second: B) -> Self {
        Self { first: Progress::Running(first), second, awaiting: false, between: PhantomData }
    }

    /// Gets the second stage's next item from the first; `Err` if the first awaits one itself.
    #[inline]
    fn pull<I>(&mut self, mut answer: Option<I>) -> Result<Option<Mid>, ()>
    where
        A: Stage<I, Mid, Return = R>,
    {
        self.awaiting = false;
        match self.first.resume(answer.take()) {
            Some(Demand::Emit(item)) => Ok(Some(item)),
            Some(Demand::Await) => {
                self.awaiting = true;
                Err(())
            }
            None => Ok(None),
        }
    }
}

impl<A, B, R, I, Mid, O> Resume<Option<I>, Demand<O>> for ThenStageBoth<A, B, R, Mid>
where
    A: Stage<I, Mid, Return = R>,
    B: Stage<Mid, O>,
{
    type Return = (Option<R>, B::Return);

    #[inline]
    fn resume(&mut self, input: Option<I>) -> CoroutineState<Demand<O>, Self::Return> {
        let mut pulled = if self.awaiting { self.pull(input) } else { Ok(None) };
        loop {
            let Ok(answer) = pulled else {
                return CoroutineState::Yielded(Demand::Await);
            };
            match self.second.resume(answer) {
                CoroutineState::Yielded(Demand::Await) => pulled = self.pull(None),
                CoroutineState::Yielded(Demand::Emit(item)) => {
                    return CoroutineState::Yielded(Demand::Emit(item));
                }
                CoroutineState::Complete(value) => {
                    return CoroutineState::Complete((self.first.take(), value));
                }
            }
        }
    }
}

impl_clone_debug! {
    [A, B, R, Mid] ThenStageBoth<A, B, R, Mid>
    clone [A: Clone, B: Clone, R: Clone] { first, second, awaiting, between }
    debug [A: core::fmt::Debug, B: core::fmt::Debug, R: core::fmt::Debug] {
        first, second, awaiting
    }
}

/// Two stages in sequence.
///
/// This `struct` is created by [`Stage::then_stage`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct ThenStage<A, B, R, Mid> {
    both: ThenStageBoth<A, B, R, Mid>,
}

impl<A, B, R, Mid> ThenStage<A, B, R, Mid> {
    pub(super) const fn new(first: A, second: B) -> Self {
        Self { both: ThenStageBoth::new(first, second) }
    }
}

impl<A, B, R, I, Mid, O> Resume<Option<I>, Demand<O>> for ThenStage<A, B, R, Mid>
where
    A: Stage<I, Mid, Return = R>,
    B: Stage<Mid, O>,
{
    type Return = B::Return;

    #[inline]
    fn resume(&mut self, input: Option<I>) -> CoroutineState<Demand<O>, B::Return> {
        self.both.resume(input).map_complete(|(_, value)| value)
    }
}

impl_clone_debug! {
    [A, B, R, Mid] ThenStage<A, B, R, Mid>
    clone [A: Clone, B: Clone, R: Clone] { both }
    debug [A: core::fmt::Debug, B: core::fmt::Debug, R: core::fmt::Debug] { both }
}
