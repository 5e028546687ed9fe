//! `unfold`: yields what a closure makes of a state.
//!
//! In: `()`. Out: the closure's values until it returns `None`; then the state.

use crate::{
    CoroutineState, Resume,
    combinators::common::{impl_clone_debug, impl_into_iterator},
    progress::resumed_after_completion,
};

/// Makes a coroutine that yields what `f` makes of a state until that is `None`, and then returns
/// the state.
///
/// # Examples
///
/// ```
/// use coro_core::{Resume, unfold};
///
/// let fib = unfold((0, 1), |(a, b)| {
///     let next = *a;
///     (*a, *b) = (*b, *a + *b);
///     (next < 10).then_some(next)
/// });
/// let (all, state) = fib.collect_with_return::<Vec<u32>>();
/// assert_eq!(all, [0, 1, 1, 2, 3, 5, 8]);
/// assert_eq!(state, (21, 34));
/// ```
pub const fn unfold<S, F, Out>(state: S, f: F) -> Unfold<S, F>
where
    F: FnMut(&mut S) -> Option<Out>,
{
    Unfold { state: Some(state), f }
}

/// A coroutine that yields what a closure makes of a state.
///
/// This `struct` is created by [`unfold`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Unfold<S, F> {
    /// `None` once this has returned.
    state: Option<S>,
    f: F,
}

impl<S, F, Out> Resume<(), Out> for Unfold<S, F>
where
    F: FnMut(&mut S) -> Option<Out>,
{
    type Return = S;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, S> {
        if let Some(value) = self.state.as_mut().and_then(&mut self.f) {
            return CoroutineState::Yielded(value);
        }
        match self.state.take() {
            Some(state) => CoroutineState::Complete(state),
            None => resumed_after_completion(),
        }
    }
}

impl_into_iterator! {
    [S, F, Out] Unfold<S, F> => Out
    where [F: FnMut(&mut S) -> Option<Out>]
}

impl_clone_debug! {
    [S, F] Unfold<S, F>
    clone [S: Clone, F: Clone] { state, f }
    debug [S: core::fmt::Debug] { state }
}
