//! `over_stream`: a stage, pulled over a stream.
//!
//! In: a stream. Out: a stream of what the stage emits. Invariants: the stream is polled when the
//! stage awaits an item; neither is touched after its end.

use core::{
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;

use super::{Demand, Stage};
use crate::{
    CoroutineState,
    combinators::common::{Yields, impl_clone_debug},
    stream::Budget,
};

/// A stage that runs over a stream.
///
/// This `struct` is created by [`Stage::over_stream`]. See its documentation for more.
#[must_use = "streams do nothing unless polled"]
pub struct OverStream<S, St, O> {
    stage: Option<S>,
    /// `None` once the stream has ended.
    items: Option<St>,
    awaiting: bool,
    out: Yields<O>,
}

impl<S, St, O> OverStream<S, St, O> {
    pub(super) const fn new(stage: S, items: St) -> Self {
        Self { stage: Some(stage), items: Some(items), awaiting: false, out: PhantomData }
    }
}

/// The stage is never pinned.
impl<S, St: Unpin, O> Unpin for OverStream<S, St, O> {}

impl<S, St, O> Stream for OverStream<S, St, O>
where
    St: Stream + Unpin,
    S: Stage<St::Item, O>,
{
    type Item = O;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<O>> {
        let this = self.get_mut();
        let mut budget = Budget::default();
        loop {
            let Some(stage) = &mut this.stage else {
                return Poll::Ready(None);
            };
            let mut answer = None;
            if let (true, Some(items)) = (this.awaiting, &mut this.items) {
                if budget.is_spent(context) {
                    return Poll::Pending;
                }
                match Pin::new(items).poll_next(context) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(item) => answer = item,
                }
                if answer.is_none() {
                    this.items = None;
                }
            }
            let outcome = stage.resume(answer);
            this.awaiting = matches!(outcome, CoroutineState::Yielded(Demand::Await));
            match outcome {
                CoroutineState::Yielded(Demand::Await) => {}
                CoroutineState::Yielded(Demand::Emit(item)) => return Poll::Ready(Some(item)),
                CoroutineState::Complete(_) => this.stage = None,
            }
        }
    }
}

impl_clone_debug! {
    [S, St, O] OverStream<S, St, O>
    clone [S: Clone, St: Clone] { stage, items, awaiting, out }
    debug [S: core::fmt::Debug, St: core::fmt::Debug] { stage, items, awaiting }
}
