//! Coroutines as trait objects, so that the scenarios are compiled once per signature.
//!
//! In: a coroutine. Out: a [`Probe`], which can also be moved in memory and, where the coroutine is
//! `Clone`, forked.

use coro_core::{
    CoroutineState::{self, Complete, Yielded},
    Resume,
};

use crate::oracle::Oracle;

/// Makes a fresh coroutine for one run; its arguments log their creation.
pub type Maker<'a, In, Out, R> = &'a dyn Fn() -> Box<dyn Probe<In, Out, R>>;

/// A coroutine under test.
pub trait Probe<In, Out, R> {
    /// Resumes it.
    fn resume(&mut self, input: In) -> CoroutineState<Out, R>;

    /// Moves it to another place in memory.
    fn relocate(self: Box<Self>) -> Box<dyn Probe<In, Out, R>>;

    /// Clones it, if it can be cloned.
    fn fork(&self) -> Option<Box<dyn Probe<In, Out, R>>>;

    /// Returns its size in memory.
    fn size(&self) -> usize;

    /// Whether it stays complete, where others panic when they are resumed again.
    fn is_fused(&self) -> bool {
        false
    }
}

/// A coroutine that cannot be cloned.
pub struct Plain<C>(pub C);

impl<In, Out, C: Resume<In, Out> + 'static> Probe<In, Out, C::Return> for Plain<C> {
    fn size(&self) -> usize {
        size_of::<C>()
    }

    fn resume(&mut self, input: In) -> CoroutineState<Out, C::Return> {
        self.0.resume(input)
    }

    fn relocate(self: Box<Self>) -> Box<dyn Probe<In, Out, C::Return>> {
        let moved = *self;
        Box::new(moved)
    }

    fn fork(&self) -> Option<Box<dyn Probe<In, Out, C::Return>>> {
        None
    }
}

/// A coroutine that can be cloned.
pub struct Clonable<C>(pub C);

impl<In, Out, C: Resume<In, Out> + Clone + 'static> Probe<In, Out, C::Return> for Clonable<C> {
    fn size(&self) -> usize {
        size_of::<C>()
    }

    fn resume(&mut self, input: In) -> CoroutineState<Out, C::Return> {
        self.0.resume(input)
    }

    fn relocate(self: Box<Self>) -> Box<dyn Probe<In, Out, C::Return>> {
        let moved = *self;
        Box::new(moved)
    }

    fn fork(&self) -> Option<Box<dyn Probe<In, Out, C::Return>>> {
        Some(Box::new(Self(self.0.clone())))
    }
}

/// An iterator, which is a coroutine without inputs.
pub struct Iterating<I>(pub I);

impl<I: Iterator + 'static> Probe<(), I::Item, ()> for Iterating<I> {
    fn size(&self) -> usize {
        size_of::<I>()
    }

    fn resume(&mut self, (): ()) -> CoroutineState<I::Item, ()> {
        self.0.next().map_or(Complete(()), Yielded)
    }

    fn relocate(self: Box<Self>) -> Box<dyn Probe<(), I::Item, ()>> {
        let moved = *self;
        Box::new(moved)
    }

    fn fork(&self) -> Option<Box<dyn Probe<(), I::Item, ()>>> {
        None
    }

    fn is_fused(&self) -> bool {
        true
    }
}

/// The coroutine that rustc makes of a future.
pub struct Reference<F, In, Out>(pub Oracle<F, In, Out>);

impl<F, In, Out> Probe<In, Out, F::Output> for Reference<F, In, Out>
where
    F: Future + 'static,
    In: 'static,
    Out: 'static,
{
    fn size(&self) -> usize {
        size_of::<F>()
    }

    fn resume(&mut self, input: In) -> CoroutineState<Out, F::Output> {
        self.0.resume(input)
    }

    fn relocate(self: Box<Self>) -> Box<dyn Probe<In, Out, F::Output>> {
        self
    }

    fn fork(&self) -> Option<Box<dyn Probe<In, Out, F::Output>>> {
        None
    }
}
