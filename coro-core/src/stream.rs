//! Bridges between coroutines and streams.
//!
//! In: a coroutine that takes `()`, or a stream. Out: a stream, or a coroutine that is resumed with
//! a task's context. Invariant: a coroutine never waits, so the stream made of it lets other tasks
//! run from time to time.

use core::{
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::{FusedStream, Stream};

use crate::{
    CoroutineState, Resume,
    combinators::common::{Yields, impl_clone_debug},
    progress::resumed_after_completion,
};

/// How many items a task takes from what never waits, before others get their turn.
const ITEMS_PER_TURN: u8 = 128;

/// Counts the items of a turn.
#[derive(Clone, Debug)]
pub(crate) struct Budget(u8);

impl Default for Budget {
    fn default() -> Self {
        Self(ITEMS_PER_TURN)
    }
}

impl Budget {
    /// Takes one item from the budget; when it is spent, renews it and has the task woken again.
    pub(crate) fn is_spent(&mut self, context: &Context<'_>) -> bool {
        if let Some(left) = self.0.checked_sub(1) {
            self.0 = left;
            return false;
        }
        *self = Self::default();
        context.waker().wake_by_ref();
        true
    }
}

/// A stream of what a coroutine yields.
///
/// This `struct` is created by [`Resume::into_stream`]. See its documentation for more.
#[must_use = "streams do nothing unless polled"]
pub struct IntoStream<C, Out> {
    coroutine: Option<C>,
    budget: Budget,
    out: Yields<Out>,
}

impl<C, Out> IntoStream<C, Out> {
    pub(crate) fn new(coroutine: C) -> Self {
        Self { coroutine: Some(coroutine), budget: Budget::default(), out: PhantomData }
    }
}

/// The coroutine is never pinned.
impl<C, Out> Unpin for IntoStream<C, Out> {}

impl<C: Resume<(), Out>, Out> Stream for IntoStream<C, Out> {
    type Item = Out;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Out>> {
        let this = self.get_mut();
        let Some(coroutine) = &mut this.coroutine else {
            return Poll::Ready(None);
        };
        if this.budget.is_spent(context) {
            return Poll::Pending;
        }
        match coroutine.resume(()) {
            CoroutineState::Yielded(value) => Poll::Ready(Some(value)),
            CoroutineState::Complete(_) => {
                this.coroutine = None;
                Poll::Ready(None)
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.as_ref().map_or((0, Some(0)), Resume::size_hint)
    }
}

impl<C: Resume<(), Out>, Out> FusedStream for IntoStream<C, Out> {
    fn is_terminated(&self) -> bool {
        self.coroutine.is_none()
    }
}

impl_clone_debug! {
    [C, Out] IntoStream<C, Out>
    clone [C: Clone] { coroutine, budget, out }
    debug [C: core::fmt::Debug] { coroutine }
}

/// Makes a coroutine of a stream: resumed with a task's context, it yields what polling gives.
///
/// It yields `Poll::Ready(item)` for an item, `Poll::Pending` when the stream has registered the
/// context's waker, and returns `()` at the end. A stream that is not `Unpin` goes into a
/// `Box::pin` first.
///
/// Needs the feature `futures-core`.
///
/// # Examples
///
/// ```
/// use core::task::{Context, Poll, Waker};
/// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, from_iter, from_stream};
///
/// let stream = from_iter(["item"]).into_stream();
/// let mut coroutine = from_stream(stream);
/// let mut context = Context::from_waker(Waker::noop());
/// assert_eq!(coroutine.resume(&mut context), Yielded(Poll::Ready("item")));
/// assert_eq!(coroutine.resume(&mut context), Complete(()));
/// ```
pub const fn from_stream<S: Stream + Unpin>(stream: S) -> FromStream<S> {
    FromStream { stream: Some(stream) }
}

/// A stream as a coroutine.
///
/// This `struct` is created by [`from_stream`]. See its documentation for more.
#[derive(Clone, Debug)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct FromStream<S> {
    /// `None` once this has returned.
    stream: Option<S>,
}

impl<S: Stream + Unpin> Resume<&mut Context<'_>, Poll<S::Item>> for FromStream<S> {
    type Return = ();

    fn resume(&mut self, context: &mut Context<'_>) -> CoroutineState<Poll<S::Item>, ()> {
        let Some(stream) = &mut self.stream else { resumed_after_completion() };
        match Pin::new(stream).poll_next(context) {
            Poll::Ready(Some(item)) => CoroutineState::Yielded(Poll::Ready(item)),
            Poll::Ready(None) => {
                self.stream = None;
                CoroutineState::Complete(())
            }
            Poll::Pending => CoroutineState::Yielded(Poll::Pending),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // Nobody knows how often it will be pending.
        self.stream.as_ref().map_or((0, Some(0)), |stream| (stream.size_hint().0, None))
    }
}
