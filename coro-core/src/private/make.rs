//! Ties a state to its step closure.
//!
//! A closure's signature is taken from the bound of the function it is passed to, and only there
//! can an input borrow afresh on each resume: hence one function for plain inputs and one for
//! higher-ranked ones.

use core::marker::PhantomData;

use crate::{CoroutineState, Generator, Machine};

/// Makes a coroutine whose input has one type.
pub const fn machine<S, In, Out, R, F>(state: S, step: F) -> Machine<S, F>
where
    F: Fn(&mut S, In) -> CoroutineState<Out, R>,
{
    Machine::new(state, step)
}

/// Makes a generator: an iterator.
pub const fn generator<S, Out, F>(state: S, step: F) -> Generator<S, F>
where
    F: Fn(&mut S, ()) -> CoroutineState<Out, ()>,
{
    Generator::new(state, step)
}

/// The types of a coroutine whose input borrows for `'w`; only used as `dyn for<'w> …`.
pub trait HigherRanked<'w> {
    /// The input.
    type In;
    /// What is yielded.
    type Out;
    /// What is returned.
    type Return;
}

/// A step closure at one lifetime of its input.
///
/// As a supertrait, the signature reaches the closure; written as a bound, it is E0582.
pub trait StepAt<'w, S, Types: ?Sized + HigherRanked<'w>>:
    Fn(&mut S, Types::In) -> CoroutineState<Types::Out, Types::Return>
{
}

impl<'w, S, Types, F> StepAt<'w, S, Types> for F
where
    Types: ?Sized + HigherRanked<'w>,
    F: Fn(&mut S, Types::In) -> CoroutineState<Types::Out, Types::Return>,
{
}

/// Makes a coroutine whose input borrows afresh on each resume.
pub const fn machine_for_all<Types, S, F>(
    _types: PhantomData<Types>,
    state: S,
    step: F,
) -> Machine<S, F>
where
    Types: ?Sized + for<'w> HigherRanked<'w>,
    F: for<'w> StepAt<'w, S, Types>,
{
    Machine::new(state, step)
}

/// Stands for the input type of a coroutine where two ways to write it are compared.
pub struct Input<T: ?Sized>(PhantomData<T>);

/// Makes an [`Input`].
pub const fn input<T: ?Sized>() -> Input<T> {
    Input(PhantomData)
}

/// Gives a value one type with all others that go with the same `PhantomData`.
pub const fn same_type<T>(_value: &T, _: PhantomData<T>) {}

/// Asks for a local's type to be [`Send`].
pub const fn is_send<T: Send>(_: &T) {}

/// Asks for a local's type to be [`Sync`].
pub const fn is_sync<T: Sync>(_: &T) {}

/// Stands for a value in code that never runs.
///
/// # Panics
///
/// Always.
pub fn never<T>(_: PhantomData<T>) -> T {
    unreachable!("this code never runs")
}

/// Gives a local that may have no value one type with all others that go with the same variable.
#[doc(hidden)]
#[macro_export]
macro_rules! __same_type {
    ($local:ident, $type:ident) => {
        #[allow(unused_assignments)]
        if false {
            $local = $crate::__private::never($type);
            ::core::unreachable!();
        }
    };
}

/// Ends a value. Of the standard library's function lints say that it does nothing for some types, which
/// generated code does not know.
#[inline]
pub fn drop<T>(_: T) {}

/// Returns nothing of the type of a value.
#[inline]
pub fn nothing_of<T>(_: &T) -> Option<T> {
    None
}

/// Returns nothing of the type of a part of a value. The closure names it, and is not called.
#[inline]
pub fn nothing_in<T, U>(_: &T, _: impl FnOnce(T) -> Option<U>) -> Option<U> {
    None
}
