//! The outcome of one resume.
//!
//! In: nothing. Out: [`CoroutineState`], under the names that
//! [`core::ops`](https://doc.rust-lang.org/core/ops/enum.CoroutineState.html) uses.

/// The outcome of one [`resume`](crate::Resume::resume): a yielded value, or the return value.
///
/// # Examples
///
/// ```
/// use coro_core::CoroutineState::{self, Complete, Yielded};
///
/// let outcome: CoroutineState<u32, &str> = Yielded(3);
/// assert_eq!(outcome.yielded(), Some(3));
/// assert_eq!(CoroutineState::<u32, _>::Complete("done").complete(), Some("done"));
/// assert!(matches!(outcome.map_yielded(|n| n * 2), Yielded(6)));
/// # let _: CoroutineState<(), ()> = Complete(());
/// ```
#[derive(Clone, Copy, PartialEq, PartialOrd, Eq, Ord, Debug, Hash)]
#[must_use = "a coroutine's outcome holds what it yielded or returned"]
pub enum CoroutineState<Y, R> {
    /// The coroutine suspended with a value and can be resumed again.
    Yielded(Y),
    /// The coroutine ran to its end and returned a value.
    Complete(R),
}

impl<Y, R> CoroutineState<Y, R> {
    /// Returns the yielded value, if the coroutine suspended.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::CoroutineState;
    /// assert_eq!(CoroutineState::<_, ()>::Yielded(1).yielded(), Some(1));
    /// ```
    pub fn yielded(self) -> Option<Y> {
        match self {
            Self::Yielded(value) => Some(value),
            Self::Complete(_) => None,
        }
    }

    /// Returns the return value, if the coroutine ended.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::CoroutineState;
    /// assert_eq!(CoroutineState::<(), _>::Complete(1).complete(), Some(1));
    /// ```
    pub fn complete(self) -> Option<R> {
        match self {
            Self::Yielded(_) => None,
            Self::Complete(value) => Some(value),
        }
    }

    /// Applies `f` to the yielded value and leaves a return value alone.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::CoroutineState;
    /// let state = CoroutineState::<_, ()>::Yielded(1);
    /// assert_eq!(state.map_yielded(|n| n + 1), CoroutineState::Yielded(2));
    /// ```
    pub fn map_yielded<B>(self, f: impl FnOnce(Y) -> B) -> CoroutineState<B, R> {
        match self {
            Self::Yielded(value) => CoroutineState::Yielded(f(value)),
            Self::Complete(value) => CoroutineState::Complete(value),
        }
    }

    /// Applies `f` to the return value and leaves a yielded value alone.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::CoroutineState;
    /// let state = CoroutineState::<(), _>::Complete(1);
    /// assert_eq!(state.map_complete(|n| n + 1), CoroutineState::Complete(2));
    /// ```
    pub fn map_complete<B>(self, f: impl FnOnce(R) -> B) -> CoroutineState<Y, B> {
        match self {
            Self::Yielded(value) => CoroutineState::Yielded(value),
            Self::Complete(value) => CoroutineState::Complete(f(value)),
        }
    }
}
