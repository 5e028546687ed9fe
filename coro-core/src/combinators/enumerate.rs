//! `enumerate`: numbers what is yielded.
//!
//! In: the inner coroutine's inputs, unchanged. Out: pairs of number and yield, the same return
//! value.

use core::marker::PhantomData;

use super::common::{Yields, impl_clone_debug, impl_into_iterator};
use crate::{CoroutineState, FusedResume, NoInput, Resume};

/// A coroutine whose yields are numbered.
///
/// This `struct` is created by [`Resume::enumerate`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Enumerate<C, Out> {
    coroutine: C,
    count: usize,
    out: Yields<Out>,
}

impl<C, Out> Enumerate<C, Out> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine, count: 0, out: PhantomData }
    }
}

impl<C, In, O, Out> Resume<In, (usize, O)> for Enumerate<C, Out>
where
    C: Resume<In, O>,
{
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<(usize, O), C::Return> {
        match self.coroutine.resume(input) {
            CoroutineState::Yielded(value) => {
                let index = self.count;
                self.count += 1;
                CoroutineState::Yielded((index, value))
            }
            CoroutineState::Complete(value) => CoroutineState::Complete(value),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.coroutine.size_hint()
    }

    fn fold<Acc, G>(mut self, init: Acc, mut g: G) -> (Acc, C::Return)
    where
        In: NoInput,
        G: FnMut(Acc, (usize, O)) -> Acc,
    {
        self.coroutine.fold(init, |acc, value| {
            let index = self.count;
            self.count += 1;
            g(acc, (index, value))
        })
    }
}

impl<C, In, O, Out> FusedResume<In, (usize, O)> for Enumerate<C, Out>
where
    C: FusedResume<In, O>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_terminated()
    }
}

impl_clone_debug! {
    [C, Out] Enumerate<C, Out>
    clone [C: Clone] { coroutine, count, out }
    debug [C: core::fmt::Debug] { coroutine, count }
}

impl_into_iterator! {
    [C, Out] Enumerate<C, Out> => (usize, Out)
    where [C: Resume<(), Out>]
}
