//! The bridge from coroutines to iterators.
//!
//! In: a coroutine that takes `()`. Out: a fused [`Iterator`] over what it yields, which keeps the
//! return value. Invariant: the coroutine is dropped as soon as it has returned.

use core::{fmt, iter::FusedIterator, marker::PhantomData};

use crate::{Resume, combinators::common::Yields, progress::Progress};

/// An iterator over what a coroutine yields.
///
/// This `struct` is created by [`Resume::yields`]. See its documentation for more.
///
/// # Examples
///
/// ```
/// use coro_core::Resume;
///
/// #[coro_core::coroutine]
/// fn evens(limit: u32) -> impl Resume<(), u32, Return = &'static str> {
///     for n in (0..limit).step_by(2) {
///         yield_!(n);
///     }
///     "no more"
/// }
///
/// let mut iter = evens(7).yields();
/// assert_eq!(iter.by_ref().sum::<u32>(), 12);
/// assert_eq!(iter.into_return(), Some("no more"));
/// ```
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Iter<C, Out, R = <C as Resume<(), Out>>::Return> {
    progress: Progress<C, R>,
    out: Yields<Out>,
}

impl<C, Out, R> Iter<C, Out, R> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { progress: Progress::Running(coroutine), out: PhantomData }
    }

    /// Returns the coroutine's return value, or `None` if the coroutine has not ended yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let mut iter = from_iter([1, 2]).map_return(|()| "end").yields();
    /// assert_eq!(iter.by_ref().last(), Some(2));
    /// assert_eq!(iter.into_return(), Some("end"));
    ///
    /// assert_eq!(from_iter([1, 2]).yields().into_return(), None);
    /// ```
    pub fn into_return(self) -> Option<R> {
        match self.progress {
            Progress::Returned(value) => Some(value),
            Progress::Running(_) | Progress::Taken => None,
        }
    }
}

impl<C: Resume<(), Out, Return = R>, Out, R> Iterator for Iter<C, Out, R> {
    type Item = Out;

    #[inline]
    fn next(&mut self) -> Option<Out> {
        self.progress.resume(())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.progress.size_hint()
    }

    fn fold<B, F: FnMut(B, Out) -> B>(self, init: B, f: F) -> B {
        match self.progress {
            Progress::Running(coroutine) => coroutine.fold(init, f).0,
            Progress::Returned(_) | Progress::Taken => init,
        }
    }
}

impl<C: Resume<(), Out, Return = R>, Out, R> FusedIterator for Iter<C, Out, R> {}

impl<C: Clone, Out, R: Clone> Clone for Iter<C, Out, R> {
    fn clone(&self) -> Self {
        Self { progress: self.progress.clone(), out: PhantomData }
    }
}

impl<C: fmt::Debug, Out, R: fmt::Debug> fmt::Debug for Iter<C, Out, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.progress).finish()
    }
}
