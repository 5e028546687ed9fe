//! A coroutine, or what is left of it.
//!
//! In: a coroutine to run to its end. Out: its return value, kept until somebody takes it.
//! Invariants: the coroutine is dropped as soon as it has returned, and it is never resumed again.

use core::marker::PhantomData;

use crate::{CoroutineState, NoInput, Resume};

/// A coroutine that runs, has returned, or whose return value was taken.
#[derive(Clone, Debug)]
pub(crate) enum Progress<C, R> {
    Running(C),
    Returned(R),
    Taken,
}

impl<C, R> Progress<C, R> {
    /// Resumes a coroutine that still runs and keeps its return value when it ends.
    #[inline]
    pub(crate) fn resume<In, Out>(&mut self, input: In) -> Option<Out>
    where
        C: Resume<In, Out, Return = R>,
    {
        let Self::Running(coroutine) = self else {
            return None;
        };
        match coroutine.resume(input) {
            CoroutineState::Yielded(value) => Some(value),
            CoroutineState::Complete(value) => {
                *self = Self::Returned(value);
                None
            }
        }
    }

    pub(crate) const fn is_running(&self) -> bool {
        matches!(self, Self::Running(_))
    }

    /// Takes the return value, if there is one.
    pub(crate) fn take(&mut self) -> Option<R> {
        match core::mem::replace(self, Self::Taken) {
            Self::Returned(value) => Some(value),
            other => {
                *self = other;
                None
            }
        }
    }

    /// Runs a coroutine that still runs to its end, and takes the return value.
    pub(crate) fn finish<In, Out>(self) -> R
    where
        In: NoInput,
        C: Resume<In, Out, Return = R>,
    {
        match self {
            Self::Running(coroutine) => coroutine.run(),
            Self::Returned(value) => value,
            Self::Taken => resumed_after_completion(),
        }
    }

    /// Returns bounds on what the coroutine still yields.
    pub(crate) fn size_hint<In, Out>(&self) -> (usize, Option<usize>)
    where
        C: Resume<In, Out>,
    {
        match self {
            Self::Running(coroutine) => coroutine.size_hint(),
            Self::Returned(_) | Self::Taken => (0, Some(0)),
        }
    }
}

/// The yields of a borrowed coroutine, as an iterator.
pub(crate) struct Pull<'a, C, R, In, Out> {
    progress: &'a mut Progress<C, R>,
    input: PhantomData<fn() -> (In, Out)>,
}

impl<'a, C, R, In, Out> Pull<'a, C, R, In, Out> {
    pub(crate) const fn new(progress: &'a mut Progress<C, R>) -> Self {
        Self { progress, input: PhantomData }
    }
}

impl<C, R, In, Out> Iterator for Pull<'_, C, R, In, Out>
where
    In: NoInput,
    C: Resume<In, Out, Return = R>,
{
    type Item = Out;

    #[inline]
    fn next(&mut self) -> Option<Out> {
        self.progress.resume(In::no_input())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.progress.size_hint()
    }
}

/// Panics with the words of the standard library.
///
/// For the adaptors that can end before the coroutine they run.
#[cold]
#[inline(never)]
pub(crate) fn resumed_after_completion() -> ! {
    panic!("coroutine resumed after completion")
}

/// Takes the greater bounds, for two coroutines that run side by side until both have ended.
pub(crate) fn max_hints(
    a: (usize, Option<usize>),
    b: (usize, Option<usize>),
) -> (usize, Option<usize>) {
    (a.0.max(b.0), a.1.zip(b.1).map(|(a, b)| a.max(b)))
}

/// Takes the lesser bounds, for two coroutines that run in lockstep until one has ended.
pub(crate) fn min_hints(
    a: (usize, Option<usize>),
    b: (usize, Option<usize>),
) -> (usize, Option<usize>) {
    let upper = match (a.1, b.1) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    (a.0.min(b.0), upper)
}

/// Adds the bounds of two coroutines that run one after the other.
pub(crate) fn add_hints(
    a: (usize, Option<usize>),
    b: (usize, Option<usize>),
) -> (usize, Option<usize>) {
    (a.0.saturating_add(b.0), a.1.zip(b.1).and_then(|(a, b)| a.checked_add(b)))
}
