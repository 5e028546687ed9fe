//! `for_yield`: runs a coroutine for each yield and answers with what it returns.
//!
//! In: `()`. Out: the yields of the bodies, and the outer return value. Invariant: each body runs
//! to its end, and its return value is the input that the outer coroutine is resumed with.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, Resume, progress::resumed_after_completion};

/// A coroutine whose yields are answered by the coroutines that a function makes of them.
///
/// This `struct` is created by [`Resume::for_yield`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct ForYield<C, In, F, B, Out, O> {
    coroutine: C,
    /// What the outer coroutine is resumed with next, while no body runs.
    input: Option<In>,
    body: Option<B>,
    f: F,
    out: Yields<(Out, O)>,
}

impl<C, In, F, B, Out, O> ForYield<C, In, F, B, Out, O> {
    pub(crate) const fn new(coroutine: C, first: In, f: F) -> Self {
        Self { coroutine, input: Some(first), body: None, f, out: PhantomData }
    }
}

impl<C, In, F, B, Out, O> Resume<(), O> for ForYield<C, In, F, B, Out, O>
where
    C: Resume<In, Out>,
    F: FnMut(Out) -> B,
    B: Resume<(), O, Return = In>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, (): ()) -> CoroutineState<O, C::Return> {
        loop {
            if let Some(body) = &mut self.body {
                match body.resume(()) {
                    CoroutineState::Yielded(value) => return CoroutineState::Yielded(value),
                    CoroutineState::Complete(answer) => {
                        self.body = None;
                        self.input = Some(answer);
                    }
                }
            }
            let Some(input) = self.input.take() else { resumed_after_completion() };
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => self.body = Some((self.f)(value)),
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.body.as_ref().map_or((0, Some(0)), Resume::size_hint);
        match self.coroutine.size_hint() {
            (_, Some(0)) => (lower, upper),
            _ => (lower, None),
        }
    }
}

impl_clone_debug! {
    [C, In, F, B, Out, O] ForYield<C, In, F, B, Out, O>
    clone [C: Clone, In: Clone, F: Clone, B: Clone] { coroutine, input, body, f, out }
    debug [C: core::fmt::Debug, In: core::fmt::Debug, B: core::fmt::Debug] {
        coroutine, input, body
    }
}

impl_into_iterator! {
    [C, In, F, B, Out, O] ForYield<C, In, F, B, Out, O> => O
    where [C: Resume<In, Out>, F: FnMut(Out) -> B, B: Resume<(), O, Return = In>]
}
