//! `drive_async`: an async function answers what a coroutine yields.
//!
//! In: a coroutine and an async closure. Out: a future of the return value. Invariant: the coroutine
//! is resumed only when the answer to its last yield is there; dropping the future drops both.

use crate::{CoroutineState, Resume};

/// Runs a coroutine to its end, with an async closure that answers each yield.
///
/// So an executor can host a coroutine: the coroutine says what it wants, the closure awaits it.
/// The future is `Send` if the coroutine, the closure and the closure's futures are. Where the
/// closure lends what it has captured (`async |io| perform(&mut stream, io).await`), rustc may not
/// see that ("implementation of `Send` is not general enough"). Then run it on a local set, capture
/// a shared handle and clone it into each future, or write the loop around
/// [`resume`](Resume::resume) out.
///
/// # Laws
///
/// With a closure that never waits, this is [`Resume::drive`].
///
/// # Examples
///
/// ```
/// use core::{pin::pin, task::{Context, Poll, Waker}};
/// use coro_core::{CoroutineState::{Complete, Yielded}, drive_async, from_fn};
///
/// // Asks for lengths until one is 0.
/// let mut words = ["one", "three", ""].into_iter();
/// let mut sum = 0;
/// let lengths = from_fn(|length: Option<usize>| match length {
///     Some(0) => Complete(sum),
///     length => {
///         sum += length.unwrap_or(0);
///         Yielded(words.next().unwrap_or(""))
///     }
/// });
///
/// let future = drive_async(lengths, None, async |word: &str| Some(word.len()));
/// let poll = pin!(future).poll(&mut Context::from_waker(Waker::noop()));
/// assert_eq!(poll, Poll::Ready(8));
/// ```
pub async fn drive_async<C, In, Out, F>(mut coroutine: C, first: In, mut f: F) -> C::Return
where
    C: Resume<In, Out>,
    F: AsyncFnMut(Out) -> In,
{
    let mut input = first;
    loop {
        match coroutine.resume(input) {
            CoroutineState::Yielded(value) => input = f(value).await,
            CoroutineState::Complete(value) => return value,
        }
    }
}
