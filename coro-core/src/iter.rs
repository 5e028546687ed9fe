//! The bridge from coroutines to iterators.
//!
//! In: a coroutine that takes `()`. Out: a fused [`Iterator`] over what it yields, which keeps the
//! return value. Invariant: the coroutine is dropped as soon as it has returned.

use core::{fmt, iter::FusedIterator};

use crate::{CoroutineState, Resume};

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
pub struct Iter<C: Resume<(), Out>, Out> {
    progress: Progress<C, C::Return>,
}

#[derive(Clone, Debug)]
enum Progress<C, R> {
    Running(C),
    Returned(R),
}

impl<C: Resume<(), Out>, Out> Iter<C, Out> {
    pub(crate) fn new(coroutine: C) -> Self {
        Self { progress: Progress::Running(coroutine) }
    }

    /// Returns the coroutine's return value, or `None` if the coroutine has not ended yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::Resume;
    ///
    /// #[coro_core::coroutine]
    /// fn seven() -> impl Resume<(), u8, Return = u8> {
    ///     yield_!(1);
    ///     7
    /// }
    ///
    /// let mut iter = seven().yields();
    /// assert_eq!(iter.next(), Some(1));
    /// assert_eq!(iter.next(), None);
    /// assert_eq!(iter.into_return(), Some(7));
    /// ```
    pub fn into_return(self) -> Option<C::Return> {
        match self.progress {
            Progress::Running(_) => None,
            Progress::Returned(value) => Some(value),
        }
    }
}

impl<C: Resume<(), Out>, Out> Iterator for Iter<C, Out> {
    type Item = Out;

    fn next(&mut self) -> Option<Out> {
        let Progress::Running(coroutine) = &mut self.progress else {
            return None;
        };
        match coroutine.resume(()) {
            CoroutineState::Yielded(value) => Some(value),
            CoroutineState::Complete(value) => {
                self.progress = Progress::Returned(value);
                None
            }
        }
    }
}

impl<C: Resume<(), Out>, Out> FusedIterator for Iter<C, Out> {}

impl<C: Resume<(), Out> + Clone, Out> Clone for Iter<C, Out>
where
    C::Return: Clone,
{
    fn clone(&self) -> Self {
        Self { progress: self.progress.clone() }
    }
}

impl<C: Resume<(), Out> + fmt::Debug, Out> fmt::Debug for Iter<C, Out>
where
    C::Return: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.progress).finish()
    }
}
