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

    /// Tells whether the coroutine suspended, and can be resumed again.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    /// let mut numbers = from_iter([1]);
    /// assert!(numbers.resume(()).is_yielded());
    /// assert!(!numbers.resume(()).is_yielded());
    /// ```
    #[must_use]
    pub const fn is_yielded(&self) -> bool {
        matches!(self, Self::Yielded(_))
    }

    /// Tells whether the coroutine ended.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    /// let mut numbers = from_iter([1]);
    /// assert!(!numbers.resume(()).is_complete());
    /// assert!(numbers.resume(()).is_complete());
    /// ```
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete(_))
    }

    /// Looks at either value where it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::CoroutineState;
    /// let state = CoroutineState::<String, ()>::Yielded("one".to_owned());
    /// assert_eq!(state.as_ref().map_yielded(|text| text.len()), CoroutineState::Yielded(3));
    /// assert_eq!(state.yielded().as_deref(), Some("one"));
    /// ```
    pub const fn as_ref(&self) -> CoroutineState<&Y, &R> {
        match self {
            Self::Yielded(value) => CoroutineState::Yielded(value),
            Self::Complete(value) => CoroutineState::Complete(value),
        }
    }

    /// Lends either value to be changed where it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::CoroutineState;
    /// let mut state = CoroutineState::<u32, u32>::Complete(1);
    /// if let CoroutineState::Complete(n) = state.as_mut() {
    ///     *n += 1;
    /// }
    /// assert_eq!(state, CoroutineState::Complete(2));
    /// ```
    pub const fn as_mut(&mut self) -> CoroutineState<&mut Y, &mut R> {
        match self {
            Self::Yielded(value) => CoroutineState::Yielded(value),
            Self::Complete(value) => CoroutineState::Complete(value),
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
