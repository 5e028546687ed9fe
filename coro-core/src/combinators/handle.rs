//! `handle` and `try_handle`: pass a yield on, answer it, or finish.
//!
//! In: the outer inputs, which answer what was passed on. Out: what the handler passed on.
//! Invariant: an answer resumes the inner coroutine at once; once finished, it rests.

use core::{convert::Infallible, marker::PhantomData};

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, NoInput, Resume, progress::resumed_after_completion};

/// What a handler does with a yielded value.
///
/// # Examples
///
/// ```
/// use coro_core::{Resume, combinators::Handled, from_iter};
///
/// let halves = from_iter([1, 2, 3, 4])
///     .handle(|n| if n % 2 == 0 { Handled::Pass(n / 2) } else { Handled::Reply(()) });
/// assert!(halves.yields().eq([1, 2]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Handled<Out, In, B = Infallible> {
    /// Yields this to whoever resumes the adaptor; the next input answers it.
    Pass(Out),
    /// Resumes the coroutine with this at once.
    Reply(In),
    /// Ends the coroutine early.
    Finish(B),
}

/// A coroutine whose yields are passed on or answered by a function.
///
/// This `struct` is created by [`Resume::handle`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Handle<C, F, Out> {
    coroutine: C,
    f: F,
    out: Yields<Out>,
}

impl<C, F, Out> Handle<C, F, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { coroutine, f, out: PhantomData }
    }
}

impl<C, F, In, Out, O> Resume<In, O> for Handle<C, F, Out>
where
    C: Resume<In, Out>,
    F: FnMut(Out) -> Handled<O, In>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, mut input: In) -> CoroutineState<O, C::Return> {
        loop {
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => match (self.f)(value) {
                    Handled::Pass(value) => return CoroutineState::Yielded(value),
                    Handled::Reply(reply) => input = reply,
                    Handled::Finish(never) => match never {},
                },
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.coroutine.size_hint().1)
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, O) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| match (self.f)(value) {
            Handled::Pass(value) => g(acc, value),
            Handled::Reply(_) => acc,
            Handled::Finish(never) => match never {},
        })
    }
}

impl<C, F, In, Out, O> FusedResume<In, O> for Handle<C, F, Out>
where
    C: FusedResume<In, Out>,
    F: FnMut(Out) -> Handled<O, In>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, F, Out] Handle<C, F, Out>
    clone [C: Clone, F: Clone] { coroutine, f, out }
    debug [C: core::fmt::Debug] { coroutine }
}

impl_into_iterator! {
    [C, F, Out, O] Handle<C, F, Out> => O
    where [C: Resume<(), Out>, F: FnMut(Out) -> Handled<O, ()>]
}

/// A coroutine whose yields are passed on or answered by a function, which can also finish it.
///
/// This `struct` is created by [`Resume::try_handle`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct TryHandle<C, F, Out> {
    coroutine: C,
    f: F,
    finished: bool,
    out: Yields<Out>,
}

impl<C, F, Out> TryHandle<C, F, Out> {
    pub(crate) const fn new(coroutine: C, f: F) -> Self {
        Self { coroutine, f, finished: false, out: PhantomData }
    }
}

impl<C, F, In, Out, O, B> Resume<In, O> for TryHandle<C, F, Out>
where
    C: Resume<In, Out>,
    F: FnMut(Out) -> Handled<O, In, B>,
{
    type Return = Result<C::Return, B>;

    #[inline]
    fn resume(&mut self, mut input: In) -> CoroutineState<O, Self::Return> {
        if self.finished {
            resumed_after_completion();
        }
        loop {
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => match (self.f)(value) {
                    Handled::Pass(value) => return CoroutineState::Yielded(value),
                    Handled::Reply(reply) => input = reply,
                    Handled::Finish(value) => {
                        self.finished = true;
                        return CoroutineState::Complete(Err(value));
                    }
                },
                CoroutineState::Complete(value) => {
                    self.finished = true;
                    return CoroutineState::Complete(Ok(value));
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.coroutine.size_hint().1)
    }
}

impl_clone_debug! {
    [C, F, Out] TryHandle<C, F, Out>
    clone [C: Clone, F: Clone] { coroutine, f, finished, out }
    debug [C: core::fmt::Debug] { coroutine, finished }
}

impl_into_iterator! {
    [C, F, Out, O, B] TryHandle<C, F, Out> => O
    where [C: Resume<(), Out>, F: FnMut(Out) -> Handled<O, (), B>]
}
