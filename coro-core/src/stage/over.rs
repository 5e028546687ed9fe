//! `over`: a stage, pulled over an iterator.
//!
//! In: `()`. Out: what the stage emits and returns. Invariants: an item is taken when the stage
//! awaits one, not before; the iterator is not asked again after its end.

use core::{iter::Fuse, marker::PhantomData};

use super::{Demand, Stage};
use crate::{
    CoroutineState, Resume,
    combinators::common::{Yields, impl_clone_debug, impl_into_iterator},
};

/// A stage that runs over an iterator.
///
/// This `struct` is created by [`Stage::over`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Over<S, I, O> {
    stage: S,
    items: Fuse<I>,
    out: Yields<O>,
}

impl<S, I: Iterator, O> Over<S, I, O> {
    pub(super) fn new(stage: S, items: I) -> Self {
        Self { stage, items: items.fuse(), out: PhantomData }
    }
}

impl<S, I, O> Resume<(), O> for Over<S, I, O>
where
    I: Iterator,
    S: Stage<I::Item, O>,
{
    type Return = S::Return;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<O, S::Return> {
        let mut answer = None;
        loop {
            match self.stage.resume(answer) {
                CoroutineState::Yielded(Demand::Await) => answer = self.items.next(),
                CoroutineState::Yielded(Demand::Emit(item)) => {
                    return CoroutineState::Yielded(item);
                }
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }
}

impl_clone_debug! {
    [S, I, O] Over<S, I, O>
    clone [S: Clone, I: Clone] { stage, items, out }
    debug [S: core::fmt::Debug, I: core::fmt::Debug] { stage, items }
}

impl_into_iterator! {
    [S, I, O] Over<S, I, O> => O
    where [I: Iterator, S: Stage<I::Item, O>]
}
