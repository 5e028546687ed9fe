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

    /// Moves it to another place in memory, which is never the same.
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

/// Moves a value to a new place, which is there before the old one is given back.
#[allow(clippy::boxed_local, clippy::unnecessary_box_returns, reason = "it is about places")]
fn moved<T>(old: Box<T>) -> Box<T> {
    let new = Box::new_uninit();
    Box::write(new, *old)
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
        moved::<Self>(self)
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
        moved::<Self>(self)
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
        moved::<Self>(self)
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

#[cfg(test)]
mod tests {
    use coro_core::CoroutineState::{self, Yielded};

    use super::{Clonable, Iterating, Plain, Probe};

    /// Yields where it is.
    #[derive(Clone)]
    struct Somewhere([u64; 8]);

    impl Somewhere {
        fn address(&self) -> usize {
            std::ptr::from_ref(&self.0).addr()
        }
    }

    impl coro_core::Resume<(), usize> for Somewhere {
        type Return = ();
        fn resume(&mut self, (): ()) -> CoroutineState<usize, ()> {
            Yielded(self.address())
        }
    }

    impl Iterator for Somewhere {
        type Item = usize;
        fn next(&mut self) -> Option<usize> {
            Some(self.address())
        }
    }

    #[test]
    fn relocating_changes_the_address() {
        let probes: [Box<dyn Probe<(), usize, ()>>; 3] = [
            Box::new(Plain(Somewhere([0; 8]))),
            Box::new(Clonable(Somewhere([0; 8]))),
            Box::new(Iterating(Somewhere([0; 8]))),
        ];
        for mut probe in probes {
            let mut address = probe.resume(()).yielded();
            for _ in 0..20 {
                probe = probe.relocate();
                let next = probe.resume(()).yielded();
                assert_ne!(address, next);
                address = next;
            }
        }
    }
}
