//! `feed`: pushes items into a consumer.
//!
//! In: a consumer and items. Out: the return value and the items left over, or the consumer, which
//! waits for more. Invariant: no item is taken that the consumer does not get.

use crate::{CoroutineState, Resume};

/// How feeding a consumer ended.
///
/// This `enum` is returned by [`Resume::feed`]. See its documentation for more.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fed<C, R, I> {
    /// The consumer has ended; these items are left.
    Complete(R, I),
    /// All items were consumed; the consumer can take more.
    Exhausted(C),
}

impl<C, R, I> Fed<C, R, I> {
    /// Returns the consumer's return value, if it has ended.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, arr};
    ///
    /// let three_doubles = arr::<_, ()>(|n: u32| n * 2).take(3);
    /// assert_eq!(three_doubles.clone().feed(0..9).complete(), Some(None));
    /// assert_eq!(three_doubles.feed(0..2).complete(), None);
    /// ```
    pub fn complete(self) -> Option<R> {
        match self {
            Self::Complete(value, _) => Some(value),
            Self::Exhausted(_) => None,
        }
    }

    /// Returns the consumer, if it can take more.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, arr};
    ///
    /// let doubles = arr::<_, ()>(|n: u32| n * 2);
    /// let mut doubles = doubles.feed(0..3).exhausted().unwrap();
    /// assert_eq!(doubles.resume(3), CoroutineState::Yielded(6));
    /// ```
    pub fn exhausted(self) -> Option<C> {
        match self {
            Self::Complete(..) => None,
            Self::Exhausted(coroutine) => Some(coroutine),
        }
    }
}

/// Pushes `items` into `coroutine`.
pub(crate) fn feed<C, In, Out, I>(mut coroutine: C, mut items: I) -> Fed<C, C::Return, I>
where
    C: Resume<In, Out>,
    I: Iterator<Item = In>,
{
    while let Some(item) = items.next() {
        if let CoroutineState::Complete(value) = coroutine.resume(item) {
            return Fed::Complete(value, items);
        }
    }
    Fed::Exhausted(coroutine)
}
