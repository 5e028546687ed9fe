//! `weave`: two coroutines answer each other.
//!
//! In: two coroutines, each of which takes what the other yields. Out: the return value of the one
//! that ends first. Invariant: nothing that was yielded is left over.

use crate::{CoroutineState, Resume};

/// Which of two woven coroutines ended, and what it returned.
///
/// This `enum` is returned by [`Resume::weave`]. See its documentation for more.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Weave<A, B> {
    /// The first coroutine ended.
    First(A),
    /// The second coroutine ended.
    Second(B),
}

/// Runs `a` and `b` against each other.
pub(crate) fn weave<A, B, In, Out>(
    a: &mut A,
    b: &mut B,
    mut input: In,
) -> Weave<A::Return, B::Return>
where
    A: Resume<In, Out> + ?Sized,
    B: Resume<Out, In> + ?Sized,
{
    loop {
        let answer = match a.resume(input) {
            CoroutineState::Yielded(value) => b.resume(value),
            CoroutineState::Complete(value) => return Weave::First(value),
        };
        match answer {
            CoroutineState::Yielded(value) => input = value,
            CoroutineState::Complete(value) => return Weave::Second(value),
        }
    }
}
