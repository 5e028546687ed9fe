//! `take_while`: ends at the first yield that a predicate rejects.
//!
//! In: the inner coroutine's inputs, unchanged. Out: the accepted yields; the return value holds
//! the rejected one, or the inner return value. Invariant: nothing is lost.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, Resume, progress::resumed_after_completion};

/// A coroutine that ends at the first yield that a predicate rejects.
///
/// This `struct` is created by [`Resume::take_while`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct TakeWhile<C, P, Out> {
    coroutine: C,
    predicate: P,
    finished: bool,
    out: Yields<Out>,
}

impl<C, P, Out> TakeWhile<C, P, Out> {
    pub(crate) const fn new(coroutine: C, predicate: P) -> Self {
        Self { coroutine, predicate, finished: false, out: PhantomData }
    }
}

impl<C, P, In, O, Out> Resume<In, O> for TakeWhile<C, P, Out>
where
    C: Resume<In, O>,
    P: FnMut(&O) -> bool,
{
    type Return = Result<C::Return, O>;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<O, Self::Return> {
        if self.finished {
            resumed_after_completion();
        }
        match self.coroutine.resume(input) {
            CoroutineState::Yielded(value) => {
                if (self.predicate)(&value) {
                    return CoroutineState::Yielded(value);
                }
                self.finished = true;
                CoroutineState::Complete(Err(value))
            }
            CoroutineState::Complete(value) => {
                self.finished = true;
                CoroutineState::Complete(Ok(value))
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.finished { (0, Some(0)) } else { (0, self.coroutine.size_hint().1) }
    }
}

impl_clone_debug! {
    [C, P, Out] TakeWhile<C, P, Out>
    clone [C: Clone, P: Clone] { coroutine, predicate, finished, out }
    debug [C: core::fmt::Debug] { coroutine, finished }
}

impl_into_iterator! {
    [C, P, Out] TakeWhile<C, P, Out> => Out
    where [C: Resume<(), Out>, P: FnMut(&Out) -> bool]
}
