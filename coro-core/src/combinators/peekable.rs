//! `peekable`: looks at the next outcome without taking it.
//!
//! In: `()`. Out: what the inner coroutine yields and returns. Invariant: at most one outcome is
//! held, and it is handed out before the inner coroutine is resumed again.

use super::common::{impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, Resume};

/// A coroutine whose next outcome can be looked at.
///
/// This `struct` is created by [`Resume::peekable`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Peekable<C, Out, R> {
    coroutine: C,
    peeked: Option<CoroutineState<Out, R>>,
}

impl<C, Out, R> Peekable<C, Out, R> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine, peeked: None }
    }
}

impl<C: Resume<(), Out, Return = R>, Out, R> Peekable<C, Out, R> {
    /// Returns a reference to what comes next: a yield in `Ok`, the return value in `Err`.
    ///
    /// The inner coroutine is resumed the first time, and not before what it yielded was taken.
    ///
    /// # Errors
    ///
    /// `Err` is the return value of a coroutine that has ended.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, from_iter};
    ///
    /// let mut coroutine = from_iter([1]).peekable();
    /// assert_eq!(coroutine.peek(), Ok(&1));
    /// assert_eq!(coroutine.resume(()), CoroutineState::Yielded(1));
    /// assert_eq!(coroutine.peek(), Err(&()));
    /// assert_eq!(coroutine.resume(()), CoroutineState::Complete(()));
    /// ```
    pub fn peek(&mut self) -> Result<&Out, &R> {
        match self.peeked.get_or_insert_with(|| self.coroutine.resume(())) {
            CoroutineState::Yielded(value) => Ok(value),
            CoroutineState::Complete(value) => Err(value),
        }
    }

    /// Takes the next yield if `f` accepts it.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, from_iter};
    ///
    /// let mut coroutine = from_iter("12+3".chars()).peekable();
    /// let mut number = String::new();
    /// while let Some(digit) = coroutine.next_if(char::is_ascii_digit) {
    ///     number.push(digit);
    /// }
    /// assert_eq!(number, "12");
    /// assert_eq!(coroutine.peek(), Ok(&'+'));
    /// ```
    pub fn next_if(&mut self, f: impl FnOnce(&Out) -> bool) -> Option<Out> {
        if self.peek().is_ok_and(f) {
            self.peeked.take().and_then(CoroutineState::yielded)
        } else {
            None
        }
    }
}

impl<C: Resume<(), Out, Return = R>, Out, R> Resume<(), Out> for Peekable<C, Out, R> {
    type Return = R;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, R> {
        match self.peeked.take() {
            Some(state) => state,
            None => self.coroutine.resume(()),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.peeked {
            None => self.coroutine.size_hint(),
            Some(CoroutineState::Complete(_)) => (0, Some(0)),
            Some(CoroutineState::Yielded(_)) => {
                let (lower, upper) = self.coroutine.size_hint();
                (lower.saturating_add(1), upper.and_then(|upper| upper.checked_add(1)))
            }
        }
    }

    fn fold<Acc, G: FnMut(Acc, Out) -> Acc>(self, init: Acc, mut g: G) -> (Acc, R) {
        let acc = match self.peeked {
            None => init,
            Some(CoroutineState::Yielded(value)) => g(init, value),
            Some(CoroutineState::Complete(value)) => return (init, value),
        };
        self.coroutine.fold(acc, g)
    }
}

impl<C: FusedResume<(), Out, Return = R>, Out, R> FusedResume<(), Out> for Peekable<C, Out, R> {
    fn is_terminated(&self) -> bool {
        self.peeked.is_none() && self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, Out, R] Peekable<C, Out, R>
    clone [C: Clone, Out: Clone, R: Clone] { coroutine, peeked }
    debug [C: core::fmt::Debug, Out: core::fmt::Debug, R: core::fmt::Debug] { coroutine, peeked }
}

impl_into_iterator! {
    [C, Out, R] Peekable<C, Out, R> => Out
    where [C: Resume<(), Out, Return = R>]
}
