//! `cat`: the stage that changes nothing.
//!
//! In: items. Out: the same items, one by one; `()` at the end.

use core::marker::PhantomData;

use super::Demand;
use crate::{
    CoroutineState, Resume,
    combinators::common::{Yields, impl_clone_debug},
    progress::resumed_after_completion,
};

/// Makes a stage that emits each item it awaits, and returns `()` at the end.
///
/// # Laws
///
/// `cat().then_stage(s)` does what `s` does.
///
/// # Examples
///
/// ```
/// use coro_core::{Resume, Stage, stage::cat};
///
/// assert!(cat().over([1, 2, 3]).yields().eq([1, 2, 3]));
/// ```
pub const fn cat<T>() -> Cat<T> {
    Cat { state: State::Unresumed, items: PhantomData }
}

/// A stage that changes nothing.
///
/// This `struct` is created by [`cat`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Cat<T> {
    state: State,
    items: Yields<T>,
}

#[derive(Clone, Copy, Debug)]
enum State {
    Unresumed,
    Awaiting,
    Emitting,
    Returned,
}

impl<T> Resume<Option<T>, Demand<T>> for Cat<T> {
    type Return = ();

    #[inline]
    fn resume(&mut self, input: Option<T>) -> CoroutineState<Demand<T>, ()> {
        let (state, outcome) = match (self.state, input) {
            (State::Unresumed | State::Emitting, _) => {
                (State::Awaiting, CoroutineState::Yielded(Demand::Await))
            }
            (State::Awaiting, Some(item)) => {
                (State::Emitting, CoroutineState::Yielded(Demand::Emit(item)))
            }
            (State::Awaiting, None) => (State::Returned, CoroutineState::Complete(())),
            (State::Returned, _) => resumed_after_completion(),
        };
        self.state = state;
        outcome
    }
}

impl_clone_debug! {
    [T] Cat<T>
    clone [] { state, items }
    debug [] { state }
}
