//! `mux`: one coroutine out of many, each addressed by its index.
//!
//! In: an index and the input for that member. Out: the index and the member's outcome; all return
//! values, in the order of the members, once the last has ended. Invariant: one resume resumes
//! exactly one member.

use alloc::vec::Vec;

use super::members::Members;
use crate::{
    CoroutineState, Resume,
    progress::{add_hints, resumed_after_completion},
};

/// Makes one coroutine out of many, each addressed by its index.
///
/// An input `(index, input)` resumes that member. What it yields comes out as
/// `(index, Yielded(value))`; when it ends while others run, `(index, Complete(()))` comes out, and
/// its return value is kept. The last one's end completes the whole with all return values, in the
/// order of `members`.
///
/// So many requests can be in flight on one thread, without a scheduler: start every member, send
/// off what they ask for, and resume whichever gets its answer first.
///
/// Needs the feature `alloc`.
///
/// # Panics
///
/// The coroutine panics when it is resumed with the index of a member that has ended or that is not
/// there.
///
/// # Examples
///
/// ```
/// use std::collections::VecDeque;
/// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, mux};
///
/// /// Asks for a page and returns its size.
/// struct Fetch(&'static str);
///
/// impl Resume<Option<usize>, &'static str> for Fetch {
///     type Return = usize;
///     fn resume(&mut self, reply: Option<usize>) -> coro_core::CoroutineState<&'static str, usize> {
///         match reply {
///             None => Yielded(self.0),
///             Some(size) => Complete(size),
///         }
///     }
/// }
///
/// let mut all = mux(["/a", "/bcd"].map(Fetch));
/// let mut in_flight = VecDeque::new();
/// for index in 0..2 {
///     if let Yielded((index, Yielded(path))) = all.resume((index, None)) {
///         in_flight.push_back((index, path));
///     }
/// }
/// assert_eq!(in_flight, [(0, "/a"), (1, "/bcd")]);
/// // The second answer comes first.
/// assert_eq!(all.resume((1, Some(4))), Yielded((1, Complete(()))));
/// assert_eq!(all.resume((0, Some(2))), Complete(vec![2, 4]));
/// ```
pub fn mux<C, In, Out>(members: impl IntoIterator<Item = C>) -> Mux<C, C::Return>
where
    C: Resume<In, Out>,
{
    Mux { members: Members::new(members) }
}

/// Coroutines that are addressed by index.
///
/// This `struct` is created by [`mux`]. See its documentation for more.
#[derive(Clone, Debug)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Mux<C, R> {
    members: Members<C, R>,
}

impl<C, R> Mux<C, R> {
    /// Iterates over the indices of the members that have not ended, in ascending order.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, mux, once};
    ///
    /// let mut both = mux([once('a'), once('b')]);
    /// let _ = both.resume((0, ()));
    /// assert!(both.running().eq([0, 1]));
    /// let _ = both.resume((0, ()));
    /// assert!(both.running().eq([1]));
    /// ```
    pub fn running(&self) -> impl Iterator<Item = usize> {
        self.members.indices()
    }
}

impl<C, R, In, Out> Resume<(usize, In), (usize, CoroutineState<Out, ()>)> for Mux<C, R>
where
    C: Resume<In, Out, Return = R>,
{
    type Return = Vec<R>;

    fn resume(
        &mut self,
        (index, input): (usize, In),
    ) -> CoroutineState<(usize, CoroutineState<Out, ()>), Self::Return> {
        if !self.members.is_running(index) {
            resumed_after_completion();
        }
        match self.members.resume(index, input) {
            Some(value) => CoroutineState::Yielded((index, CoroutineState::Yielded(value))),
            None if self.members.running() == 0 => self.members.complete(),
            None => CoroutineState::Yielded((index, CoroutineState::Complete(()))),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // The end of each member but the last is told in a yield.
        let ends = self.members.running().saturating_sub(1);
        self.members.size_hints::<In, Out>().fold((ends, Some(ends)), add_hints)
    }
}
