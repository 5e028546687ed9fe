//! `round_robin`: any number of coroutines take turns.
//!
//! In: coroutines of one type that take no input. Out: their yields, one of each in turn; all
//! return values, in the order of the members. Invariant: a member that has ended is passed over.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{
    common::{Yields, impl_clone_debug, impl_into_iterator},
    members::Members,
};
use crate::{CoroutineState, Resume, progress::add_hints};

/// Lets any number of coroutines take turns.
///
/// What each of them yields comes in the order in which it yields it; the return value holds their
/// return values in the order of `members`.
///
/// Needs the feature `alloc`.
///
/// # Examples
///
/// ```
/// use coro_core::{Resume, from_iter, round_robin};
///
/// let sources = ["abc", "x", "12"].map(|s| from_iter(s.chars()).map_return(move |()| s.len()));
/// let (all, lengths) = round_robin(sources).collect_with_return::<String>();
/// assert_eq!(all, "ax1b2c");
/// assert_eq!(lengths, [3, 1, 2]);
/// ```
pub fn round_robin<C, Out>(members: impl IntoIterator<Item = C>) -> RoundRobin<C, C::Return, Out>
where
    C: Resume<(), Out>,
{
    let members = Members::new(members);
    RoundRobin { order: members.indices().collect(), members, turn: 0, out: PhantomData }
}

/// Coroutines that take turns.
///
/// This `struct` is created by [`round_robin`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct RoundRobin<C, R, Out> {
    members: Members<C, R>,
    /// The members that ran when the round began.
    order: Vec<usize>,
    /// How many of them have had their turn in this round.
    turn: usize,
    out: Yields<Out>,
}

impl<C, R, Out> Resume<(), Out> for RoundRobin<C, R, Out>
where
    C: Resume<(), Out, Return = R>,
{
    type Return = Vec<R>;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, Self::Return> {
        loop {
            if let Some(&index) = self.order.get(self.turn) {
                self.turn += 1;
                if let Some(value) = self.members.resume(index, ()) {
                    return CoroutineState::Yielded(value);
                }
            } else if self.members.running() == 0 {
                return self.members.complete();
            } else {
                self.order.retain(|&index| self.members.is_running(index));
                self.turn = 0;
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.members.size_hints().fold((0, Some(0)), add_hints)
    }
}

impl_clone_debug! {
    [C, R, Out] RoundRobin<C, R, Out>
    clone [C: Clone, R: Clone] { members, order, turn, out }
    debug [C: core::fmt::Debug, R: core::fmt::Debug] { members, order, turn }
}

impl_into_iterator! {
    [C, R, Out] RoundRobin<C, R, Out> => Out
    where [C: Resume<(), Out, Return = R>]
}
