//! What the oracle's `yield_from!` can run: an `async fn`'s future, a coroutine, an iterator.
//!
//! In: the operand. Out: a coroutine. Chosen by method resolution, in that order.

use std::marker::PhantomData;

use coro_core::{CoroutineState, Resume};

use crate::oracle::Oracle;

/// Looks at an operand's type.
pub struct Operand<'a, C, In, Out>(pub &'a C, pub PhantomData<(In, Out)>);

/// The operand is a future.
pub struct Futures<In, Out>(PhantomData<(In, Out)>);

impl<In, Out> Futures<In, Out> {
    /// Returns the coroutine to run.
    pub fn start<F>(self, future: F) -> Oracle<F, In, Out> {
        Oracle::new(future)
    }
}

/// The operand is a coroutine.
pub struct Coroutines;

impl Coroutines {
    /// Returns the coroutine to run.
    pub fn start<C>(self, coroutine: C) -> C {
        coroutine
    }
}

/// The operand can be iterated.
pub struct Iterables;

impl Iterables {
    /// Returns the coroutine to run.
    pub fn start<C: IntoIterator>(self, iterable: C) -> Iterating<C::IntoIter> {
        Iterating(iterable.into_iter())
    }
}

/// An iterator as a coroutine that discards its inputs.
pub struct Iterating<I>(pub I);

impl<I: Iterator, In> Resume<In, I::Item> for Iterating<I> {
    type Return = ();

    fn resume(&mut self, input: In) -> CoroutineState<I::Item, ()> {
        drop(input);
        self.0.next().map_or(CoroutineState::Complete(()), CoroutineState::Yielded)
    }
}

/// Futures.
pub trait IsFuture<In, Out> {
    /// Returns the choice.
    fn kind(&self) -> Futures<In, Out> {
        Futures(PhantomData)
    }
}

impl<C: Future, In, Out> IsFuture<In, Out> for &&Operand<'_, C, In, Out> {}

/// Coroutines.
pub trait IsCoroutine {
    /// Returns the choice.
    fn kind(&self) -> Coroutines {
        Coroutines
    }
}

impl<C: Resume<In, Out>, In, Out> IsCoroutine for &Operand<'_, C, In, Out> {}

/// Everything else.
pub trait IsIterable {
    /// Returns the choice.
    fn kind(&self) -> Iterables {
        Iterables
    }
}

impl<C, In, Out> IsIterable for Operand<'_, C, In, Out> {}
