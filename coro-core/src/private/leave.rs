//! Steps that a macro can leave.
//!
//! In: a step in a closure of its own, which a macro can leave by `return Err(…)` or `return None`. Out: the
//! step, with which a coroutine that is left so ends.

use crate::CoroutineState;

/// What a step gives that can fail.
pub trait Leave {
    /// What is yielded.
    type Yield;
    /// What the coroutine returns.
    type Return;

    /// Makes a failure what the coroutine returns.
    fn step(self) -> CoroutineState<Self::Yield, Self::Return>;
}

impl<Y, T, E> Leave for Result<CoroutineState<Y, Result<T, E>>, E> {
    type Yield = Y;
    type Return = Result<T, E>;

    #[inline]
    fn step(self) -> CoroutineState<Y, Result<T, E>> {
        self.unwrap_or_else(|error| CoroutineState::Complete(Err(error)))
    }
}

impl<Y, T> Leave for Option<CoroutineState<Y, Option<T>>> {
    type Yield = Y;
    type Return = Option<T>;

    #[inline]
    fn step(self) -> CoroutineState<Y, Option<T>> {
        self.unwrap_or(CoroutineState::Complete(None))
    }
}

/// Runs a step that can be left.
#[inline]
pub fn left<L: Leave>(step: impl FnOnce() -> L) -> CoroutineState<L::Yield, L::Return> {
    step().step()
}
