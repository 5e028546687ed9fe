//! `broadcast`: gives each input to any number of coroutines.
//!
//! In: an input that can be cloned. Out: `()` after each; all return values, in the order of the
//! members. Invariants: the last running member gets the original; a member that has ended is not
//! resumed.

use alloc::vec::Vec;

use super::{common::impl_into_iterator, members::Members};
use crate::{CoroutineState, Resume, progress::max_hints};

/// Gives each input to any number of consumers.
///
/// A consumer is a coroutine that yields `()`; put a [`map`](Resume::map) around one that yields
/// something else. Each input is cloned for all running consumers but the last. The broadcast ends
/// when all of them have, and returns their return values in the order of `consumers`.
///
/// Needs the feature `alloc`.
///
/// # Laws
///
/// Each consumer sees what it would see if it were [fed](Resume::feed) alone.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState, Resume, broadcast, from_fn};
///
/// // Adds up `n` inputs.
/// let sum_of = |n: usize| {
///     let mut seen = Vec::new();
///     from_fn(move |input: u32| {
///         seen.push(input);
///         if seen.len() < n {
///             CoroutineState::Yielded(())
///         } else {
///             CoroutineState::Complete(seen.iter().sum::<u32>())
///         }
///     })
/// };
/// let sums = broadcast([sum_of(2), sum_of(3)]).feed(1..).complete().unwrap();
/// assert_eq!(sums, [1 + 2, 1 + 2 + 3]);
/// ```
pub fn broadcast<C, In>(consumers: impl IntoIterator<Item = C>) -> Broadcast<C, C::Return>
where
    C: Resume<In, ()>,
{
    let members = Members::new(consumers);
    Broadcast { running: members.indices().collect(), members }
}

/// Coroutines that take the same inputs.
///
/// This `struct` is created by [`broadcast`]. See its documentation for more.
#[derive(Clone, Debug)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Broadcast<C, R> {
    members: Members<C, R>,
    /// The indices of those that run.
    running: Vec<usize>,
}

impl<C, R, In> Resume<In, ()> for Broadcast<C, R>
where
    In: Clone,
    C: Resume<In, (), Return = R>,
{
    type Return = Vec<R>;

    fn resume(&mut self, input: In) -> CoroutineState<(), Self::Return> {
        if let Some((&last, others)) = self.running.split_last() {
            for &index in others {
                let _ = self.members.resume(index, input.clone());
            }
            let _ = self.members.resume(last, input);
            self.running.retain(|&index| self.members.is_running(index));
        }
        if self.running.is_empty() {
            return self.members.complete();
        }
        CoroutineState::Yielded(())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.members.size_hints().fold((0, Some(0)), max_hints)
    }
}

impl_into_iterator! {
    [C, R] Broadcast<C, R> => ()
    where [C: Resume<(), (), Return = R>]
}
