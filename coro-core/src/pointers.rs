//! Coroutines behind pointers, and in std's wrapper for what is asserted to be unwind safe.
//!
//! In: a reference or a box, of a sized coroutine or a `dyn Resume`. Out: a coroutine. Invariant:
//! whoever resumes through a reference advances the coroutine that it refers to.

use core::panic::AssertUnwindSafe;

use crate::{CoroutineState, Resume};

impl<In, Out, C: Resume<In, Out> + ?Sized> Resume<In, Out> for &mut C {
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<Out, Self::Return> {
        (**self).resume(input)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}

#[cfg(feature = "alloc")]
impl<In, Out, C: Resume<In, Out> + ?Sized> Resume<In, Out> for alloc::boxed::Box<C> {
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<Out, Self::Return> {
        (**self).resume(input)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}

/// For [`Resume::catch_unwind`], around a coroutine that a panic may leave in the middle of things.
impl<In, Out, C: Resume<In, Out>> Resume<In, Out> for AssertUnwindSafe<C> {
    type Return = C::Return;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<Out, Self::Return> {
        self.0.resume(input)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// A boxed coroutine that can be sent to another thread.
///
/// [`Resume::boxed`] makes one. Where the input borrows afresh on each resume, write the type out:
/// `Box<dyn for<'a> Resume<&'a [u8], Out, Return = R> + Send>`.
///
/// # Examples
///
/// ```
/// use coro_core::{BoxResume, Resume, from_iter, once};
///
/// let sources: Vec<BoxResume<'_, (), u8, ()>> = vec![once(1).boxed(), from_iter([2, 3]).boxed()];
/// let all: Vec<u8> = sources.into_iter().flat_map(Resume::yields).collect();
/// assert_eq!(all, [1, 2, 3]);
/// ```
#[cfg(feature = "alloc")]
pub type BoxResume<'a, In, Out, R> = alloc::boxed::Box<dyn Resume<In, Out, Return = R> + Send + 'a>;

/// A boxed coroutine that stays on its thread.
///
/// [`Resume::boxed_local`] makes one.
///
/// # Examples
///
/// ```
/// use std::rc::Rc;
/// use coro_core::{LocalBoxResume, Resume, once};
///
/// let source: LocalBoxResume<'_, (), Rc<u8>, ()> = once(Rc::new(1)).boxed_local();
/// assert_eq!(source.yields().next().as_deref(), Some(&1));
/// ```
#[cfg(feature = "alloc")]
pub type LocalBoxResume<'a, In, Out, R> = alloc::boxed::Box<dyn Resume<In, Out, Return = R> + 'a>;
