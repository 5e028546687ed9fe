//! `once`: one yield.
//!
//! In: `()`. Out: the value, then `()`.

use crate::{
    CoroutineState, Resume, combinators::common::impl_into_iterator,
    progress::resumed_after_completion,
};

/// Makes a coroutine that yields one value and returns `()`.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState, Resume, once};
///
/// let mut coroutine = once("only");
/// assert_eq!(coroutine.resume(()), CoroutineState::Yielded("only"));
/// assert_eq!(coroutine.resume(()), CoroutineState::Complete(()));
/// ```
pub const fn once<Out>(value: Out) -> Once<Out> {
    Once { state: State::Unresumed(value) }
}

/// A coroutine that yields one value.
///
/// This `struct` is created by [`once`]. See its documentation for more.
#[derive(Clone, Debug)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Once<Out> {
    state: State<Out>,
}

#[derive(Clone, Debug)]
enum State<Out> {
    Unresumed(Out),
    Suspended,
    Returned,
}

impl<Out> Resume<(), Out> for Once<Out> {
    type Return = ();

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, ()> {
        match core::mem::replace(&mut self.state, State::Suspended) {
            State::Unresumed(value) => CoroutineState::Yielded(value),
            State::Suspended => {
                self.state = State::Returned;
                CoroutineState::Complete(())
            }
            State::Returned => {
                self.state = State::Returned;
                resumed_after_completion()
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = usize::from(matches!(self.state, State::Unresumed(_)));
        (len, Some(len))
    }
}

impl_into_iterator! {
    [Out] Once<Out> => Out
}
