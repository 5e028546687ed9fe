//! `from_iter`: anything iterable as a coroutine.
//!
//! In: `()`, so that the output alone is left to infer. Out: the items. Invariant: the iterator is
//! dropped at its end and not asked again.

use crate::{
    CoroutineState, Resume, combinators::common::impl_into_iterator,
    progress::resumed_after_completion,
};

/// Makes a coroutine of something iterable.
///
/// It takes `()`. Where another input is wanted and ignored, put a
/// [`map_input`](Resume::map_input) around it.
///
/// # Laws
///
/// `from_iter(x).into_iter()` yields what `x` does.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState, Resume, from_iter};
///
/// let mut coroutine = from_iter(["a", "b"]);
/// assert_eq!(coroutine.resume(()), CoroutineState::Yielded("a"));
/// assert_eq!(coroutine.resume(()), CoroutineState::Yielded("b"));
/// assert_eq!(coroutine.resume(()), CoroutineState::Complete(()));
///
/// let mut deaf = from_iter(1..3).map_input(|_: &str| ());
/// assert_eq!(deaf.resume("ignored"), CoroutineState::Yielded(1));
/// ```
pub fn from_iter<I: IntoIterator>(iterable: I) -> FromIter<I::IntoIter> {
    FromIter { iter: Some(iterable.into_iter()) }
}

/// An iterator as a coroutine.
///
/// This `struct` is created by [`from_iter`]. See its documentation for more.
#[derive(Clone, Debug)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct FromIter<I> {
    /// `None` once this has returned.
    iter: Option<I>,
}

impl<I: Iterator> Resume<(), I::Item> for FromIter<I> {
    type Return = ();

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<I::Item, ()> {
        let Some(iter) = &mut self.iter else { resumed_after_completion() };
        let Some(item) = iter.next() else {
            self.iter = None;
            return CoroutineState::Complete(());
        };
        CoroutineState::Yielded(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.as_ref().map_or((0, Some(0)), Iterator::size_hint)
    }

    fn fold<B, F: FnMut(B, I::Item) -> B>(self, init: B, f: F) -> (B, ()) {
        match self.iter {
            Some(iter) => (iter.fold(init, f), ()),
            None => resumed_after_completion(),
        }
    }
}

impl_into_iterator! {
    [I: Iterator] FromIter<I> => I::Item
}
