//! `limit`: fuel.
//!
//! In: the inner coroutine's inputs, unchanged; the one that finds no fuel is dropped. Out: the same
//! yields; the return value tells whether the inner coroutine ended or the fuel did. Invariant: the
//! inner coroutine is kept, so that it can go on later.

use core::{fmt, marker::PhantomData};

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, Resume, progress::resumed_after_completion};

/// The error of a coroutine that did not end within its limit.
///
/// This `struct` is returned by [`Resume::limit`]. See its documentation for more.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Exhausted;

impl fmt::Display for Exhausted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the coroutine did not end within its limit of resumes")
    }
}

impl core::error::Error for Exhausted {}

/// A coroutine that is resumed a limited number of times.
///
/// This `struct` is created by [`Resume::limit`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Limit<C, Out> {
    coroutine: C,
    /// `None` once this has completed.
    fuel: Option<usize>,
    out: Yields<Out>,
}

impl<C, Out> Limit<C, Out> {
    pub(crate) const fn new(coroutine: C, fuel: usize) -> Self {
        Self { coroutine, fuel: Some(fuel), out: PhantomData }
    }

    /// Returns the coroutine, wherever it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume, combinators::Exhausted, from_iter};
    ///
    /// let mut limited = from_iter([1, 2, 3]).limit(1);
    /// assert_eq!(limited.resume(()), CoroutineState::Yielded(1));
    /// assert_eq!(limited.resume(()), CoroutineState::Complete(Err(Exhausted)));
    /// assert!(limited.into_inner().yields().eq([2, 3]));
    /// ```
    pub fn into_inner(self) -> C {
        self.coroutine
    }
}

impl<C, In, O, Out> Resume<In, O> for Limit<C, Out>
where
    C: Resume<In, O>,
{
    type Return = Result<C::Return, Exhausted>;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, Self::Return> {
        match &mut self.fuel {
            None => resumed_after_completion(),
            Some(0) => {
                self.fuel = None;
                CoroutineState::Complete(Err(Exhausted))
            }
            Some(fuel) => {
                *fuel -= 1;
                match self.coroutine.resume(input) {
                    CoroutineState::Yielded(value) => CoroutineState::Yielded(value),
                    CoroutineState::Complete(value) => {
                        self.fuel = None;
                        CoroutineState::Complete(Ok(value))
                    }
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let Some(fuel @ 1..) = self.fuel else {
            return (0, Some(0));
        };
        let (lower, upper) = self.coroutine.size_hint();
        (lower.min(fuel), Some(upper.map_or(fuel, |upper| upper.min(fuel))))
    }
}

impl_clone_debug! {
    [C, Out] Limit<C, Out>
    clone [C: Clone] { coroutine, fuel, out }
    debug [C: core::fmt::Debug] { coroutine, fuel }
}

impl_into_iterator! {
    [C, Out] Limit<C, Out> => Out
    where [C: Resume<(), Out>]
}
