//! `and_then` and `and_then_with`: go on with a coroutine made from the return value.
//!
//! In: `()`, or any input when the function supplies the second coroutine's first one. Out: the
//! yields of the first, then of the second; the second's return value. Invariant: the first is
//! dropped before the second is made, and the second starts in the same resume.

use core::marker::PhantomData;

use super::common::{Yields, impl_into_iterator};
use crate::{CoroutineState, Resume, progress::resumed_after_completion};

/// Where a sequence of two coroutines is.
#[derive(Clone, Debug)]
enum Turn<A, F, B> {
    First(A, F),
    Second(B),
    /// Between the two, or after a panic there.
    Taken,
}

impl<A, F, B> Turn<A, F, B> {
    /// Takes the function when the first coroutine has returned, and drops that coroutine.
    fn take_function(&mut self) -> F {
        match core::mem::replace(self, Self::Taken) {
            Self::First(_, f) => f,
            Self::Second(_) | Self::Taken => resumed_after_completion(),
        }
    }

    fn size_hint<In, Out>(&self) -> (usize, Option<usize>)
    where
        A: Resume<In, Out>,
        B: Resume<In, Out>,
    {
        match self {
            Self::First(first, _) => (first.size_hint().0, None),
            Self::Second(second) => second.size_hint(),
            Self::Taken => (0, Some(0)),
        }
    }
}

macro_rules! debug_turn {
    ($name:ident) => {
        impl<A, F, B, Out> core::fmt::Debug for $name<A, F, B, Out>
        where
            A: core::fmt::Debug,
            B: core::fmt::Debug,
        {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let mut out = f.debug_struct(stringify!($name));
                match &self.turn {
                    Turn::First(first, _) => out.field("first", first),
                    Turn::Second(second) => out.field("second", second),
                    Turn::Taken => &mut out,
                };
                out.finish()
            }
        }

        impl<A: Clone, F: Clone, B: Clone, Out> Clone for $name<A, F, B, Out> {
            fn clone(&self) -> Self {
                Self { turn: self.turn.clone(), out: PhantomData }
            }
        }
    };
}

/// A coroutine, then the coroutine made from its return value.
///
/// This `struct` is created by [`Resume::and_then`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct AndThen<A, F, B, Out> {
    turn: Turn<A, F, B>,
    out: Yields<Out>,
}

impl<A, F, B, Out> AndThen<A, F, B, Out> {
    pub(crate) const fn new(first: A, f: F) -> Self {
        Self { turn: Turn::First(first, f), out: PhantomData }
    }
}

impl<A, F, B, Out> Resume<(), Out> for AndThen<A, F, B, Out>
where
    A: Resume<(), Out>,
    F: FnOnce(A::Return) -> B,
    B: Resume<(), Out>,
{
    type Return = B::Return;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<Out, B::Return> {
        if let Turn::First(first, _) = &mut self.turn {
            match first.resume(()) {
                CoroutineState::Yielded(value) => return CoroutineState::Yielded(value),
                CoroutineState::Complete(value) => {
                    let f = self.turn.take_function();
                    self.turn = Turn::Second(f(value));
                }
            }
        }
        match &mut self.turn {
            Turn::Second(second) => second.resume(()),
            Turn::First(..) | Turn::Taken => resumed_after_completion(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.turn.size_hint()
    }

    fn fold<Acc, G: FnMut(Acc, Out) -> Acc>(self, init: Acc, mut g: G) -> (Acc, B::Return) {
        match self.turn {
            Turn::First(first, f) => {
                let (acc, value) = first.fold(init, &mut g);
                f(value).fold(acc, g)
            }
            Turn::Second(second) => second.fold(init, g),
            Turn::Taken => resumed_after_completion(),
        }
    }
}

debug_turn!(AndThen);

impl_into_iterator! {
    [A, F, B, Out] AndThen<A, F, B, Out> => Out
    where [A: Resume<(), Out>, F: FnOnce(A::Return) -> B, B: Resume<(), Out>]
}

/// A coroutine, then the coroutine and its first input made from its return value.
///
/// This `struct` is created by [`Resume::and_then_with`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct AndThenWith<A, F, B, Out> {
    turn: Turn<A, F, B>,
    out: Yields<Out>,
}

impl<A, F, B, Out> AndThenWith<A, F, B, Out> {
    pub(crate) const fn new(first: A, f: F) -> Self {
        Self { turn: Turn::First(first, f), out: PhantomData }
    }
}

impl<A, F, B, In, O, Out> Resume<In, O> for AndThenWith<A, F, B, Out>
where
    A: Resume<In, O>,
    F: FnOnce(A::Return) -> (B, In),
    B: Resume<In, O>,
{
    type Return = B::Return;

    #[inline]
    fn resume(&mut self, mut input: In) -> CoroutineState<O, B::Return> {
        if let Turn::First(first, _) = &mut self.turn {
            match first.resume(input) {
                CoroutineState::Yielded(value) => return CoroutineState::Yielded(value),
                CoroutineState::Complete(value) => {
                    let f = self.turn.take_function();
                    let (second, first_input) = f(value);
                    self.turn = Turn::Second(second);
                    input = first_input;
                }
            }
        }
        match &mut self.turn {
            Turn::Second(second) => second.resume(input),
            Turn::First(..) | Turn::Taken => resumed_after_completion(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.turn.size_hint()
    }
}

debug_turn!(AndThenWith);

impl_into_iterator! {
    [A, F, B, Out] AndThenWith<A, F, B, Out> => Out
    where [A: Resume<(), Out>, F: FnOnce(A::Return) -> (B, ()), B: Resume<(), Out>]
}
