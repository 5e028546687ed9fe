//! `yield_from!`: what can be delegated to.
//!
//! In: the operand, a coroutine or something iterable. Out: a coroutine that takes the outer
//! coroutine's inputs. Chosen by method resolution: a coroutine first, then an iterator, whose
//! resume arguments are discarded. Anything else is refused by one error.

use core::marker::PhantomData;

use crate::{CoroutineState, Resume};

/// Looks at a delegation's operand, in a coroutine that takes `In` and yields `Out`.
pub struct Delegate<'a, C, In, Out>(pub &'a C, pub PhantomData<(In, Out)>);

/// The operand is a coroutine: it runs as it is.
pub struct DelegateCoroutine;

impl DelegateCoroutine {
    /// Returns the coroutine to run.
    #[inline]
    pub fn start<C>(self, coroutine: C) -> C {
        coroutine
    }
}

/// The operand can be iterated.
pub struct DelegateIterator;

impl DelegateIterator {
    /// Returns the coroutine to run.
    #[inline]
    pub fn start<C: IntoIterator>(self, iterable: C) -> IterCoroutine<C::IntoIter> {
        IterCoroutine(iterable.into_iter())
    }
}

/// Candidates that are coroutines.
pub trait IsCoroutine {
    /// Returns the choice.
    #[inline]
    fn __coro_kind(&self) -> DelegateCoroutine {
        DelegateCoroutine
    }
}

impl<C: Resume<In, Out>, In, Out> IsCoroutine for &&Delegate<'_, C, In, Out> {}

/// Candidates that can be iterated.
pub trait IsIterator {
    /// Returns the choice.
    #[inline]
    fn __coro_kind(&self) -> DelegateIterator {
        DelegateIterator
    }
}

impl<C: IntoIterator, In, Out> IsIterator for &Delegate<'_, C, In, Out> {}

/// What `yield_from!` runs; implemented by nothing, since the other candidates come first. The candidate is no `Self`,
/// since rustc would advise to bound a type parameter by this trait.
#[diagnostic::on_unimplemented(
    message = "`yield_from!` cannot run `{C}` in a coroutine that takes `{In}` and yields `{Out}`",
    label = "neither a `Resume<{In}, {Out}>` nor an iterator of `{Out}`",
    note = "what is delegated to takes the same inputs and yields the same type: \
            `.map_input(…)` and `.map(…)` convert them"
)]
#[cfg_attr(
    not(feature = "alloc"),
    diagnostic::on_unimplemented(
        note = "a `Box` is a coroutine with the feature `alloc` of `coro-core`"
    )
)]
pub trait Runs<C, In, Out> {}

/// All other candidates.
pub trait IsNeither<C, In, Out> {
    /// Refuses the operand.
    fn __coro_kind(&self) -> DelegateNothing
    where
        DelegateNothing: Runs<C, In, Out>,
    {
        DelegateNothing
    }
}

impl<C, In, Out> IsNeither<C, In, Out> for Delegate<'_, C, In, Out> {}

/// The operand cannot be run: it is refused where it is looked at, and this stands for it.
pub struct DelegateNothing;

impl DelegateNothing {
    /// Returns a coroutine of any type, so that nothing but the operand is in error.
    pub fn start<C, R>(self, _operand: C) -> ReturnsAnything<R> {
        ReturnsAnything(PhantomData)
    }
}

/// A coroutine that is never run; what it would return has the type that is expected there.
pub struct ReturnsAnything<R>(PhantomData<R>);

impl<R, In, Out> Resume<In, Out> for ReturnsAnything<R> {
    type Return = R;

    fn resume(&mut self, _input: In) -> CoroutineState<Out, R> {
        unreachable!("a program that delegates to what is no coroutine does not compile")
    }
}

/// An iterator as a coroutine that ignores its inputs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IterCoroutine<I>(I);

impl<I: Iterator, In> Resume<In, I::Item> for IterCoroutine<I> {
    type Return = ();

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<I::Item, ()> {
        // As in `for item in iterator { yield_!(item); }`: an input is gone before the next step.
        drop(input);
        match self.0.next() {
            Some(item) => CoroutineState::Yielded(item),
            None => CoroutineState::Complete(()),
        }
    }
}

/// Resumes the coroutine that is delegated to.
#[inline]
pub fn resume<In, Out, C: Resume<In, Out> + ?Sized>(
    coroutine: &mut C,
    input: In,
) -> CoroutineState<Out, C::Return> {
    coroutine.resume(input)
}

/// What the coroutine that a `yield_from!` runs is resumed with first, where it is given nothing.
#[diagnostic::on_unimplemented(
    message = "`yield_from!` resumes first with a default, and `{Self}` has none",
    label = "give it the first input, `yield_from!(coroutine, first)`",
    note = "an iterator takes none: write the loop, `for item in iterator {{ yield_!(item); }}`"
)]
pub trait FirstInput {
    fn first() -> Self;
}

#[diagnostic::do_not_recommend]
impl<In: Default> FirstInput for In {
    #[inline]
    fn first() -> Self {
        Self::default()
    }
}

/// The coroutine that a `yield_from!` runs.
#[doc(hidden)]
#[macro_export]
macro_rules! __delegate {
    ($operand:ident, $in:ty, $out:ty) => {{
        use $crate::__private::{IsCoroutine as _, IsIterator as _, IsNeither as _};
        let kind = (&&&$crate::__private::Delegate::<_, $in, $out>(
            &$operand,
            $crate::__private::PhantomData,
        ))
            .__coro_kind();
        kind.start($operand)
    }};
}
