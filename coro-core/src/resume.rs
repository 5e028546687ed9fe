//! The trait that every coroutine implements.
//!
//! In: a resume argument. Out: a [`CoroutineState`]. A `Complete` is final: whoever resumes again
//! gets a panic, and no adaptor of this crate does.

use crate::{CoroutineState, Iter};

/// A computation that suspends with `Out` values and is resumed with `In` values.
///
/// The names follow rustc's unstable `core::ops::Coroutine`. There is no `Pin`: a coroutine is an
/// ordinary value, moved and resumed through `&mut self`.
///
/// Every input is delivered: the first one binds the `#[resume]` parameter of the coroutine's
/// function (and is dropped at once where there is none), each later one is the value of the yield
/// that it answers.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState, Resume};
///
/// /// Counts its inputs and returns their number once it sees a zero.
/// struct CountUntilZero(u32);
///
/// impl Resume<i32, u32> for CountUntilZero {
///     type Return = u32;
///     fn resume(&mut self, input: i32) -> CoroutineState<u32, u32> {
///         if input == 0 {
///             return CoroutineState::Complete(self.0);
///         }
///         self.0 += 1;
///         CoroutineState::Yielded(self.0)
///     }
/// }
///
/// let mut counter = CountUntilZero(0);
/// assert_eq!(counter.resume(7), CoroutineState::Yielded(1));
/// assert_eq!(counter.resume(0), CoroutineState::Complete(1));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a coroutine that takes `{In}` and yields `{Out}`",
    label = "not a `Resume<{In}, {Out}>`"
)]
pub trait Resume<In, Out> {
    /// What the coroutine returns when it ends.
    type Return;

    /// Runs to the next suspension or to the end.
    ///
    /// # Panics
    ///
    /// Resuming after [`CoroutineState::Complete`] panics with "coroutine resumed after
    /// completion", and after a panic of the body with "coroutine resumed after panicking".
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState, Resume};
    ///
    /// #[coro_core::coroutine]
    /// fn once() -> impl Resume<(), u8, Return = &'static str> {
    ///     yield_!(1);
    ///     "end"
    /// }
    ///
    /// let mut coroutine = once();
    /// assert_eq!(coroutine.resume(()), CoroutineState::Yielded(1));
    /// assert_eq!(coroutine.resume(()), CoroutineState::Complete("end"));
    /// ```
    fn resume(&mut self, input: In) -> CoroutineState<Out, Self::Return>;

    /// Turns a coroutine that takes no input into an iterator over what it yields.
    ///
    /// The iterator is fused; the return value is kept and can be taken with
    /// [`Iter::into_return`].
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::Resume;
    ///
    /// #[coro_core::coroutine]
    /// fn pair() -> impl Resume<(), u8, Return = ()> {
    ///     yield_!(1);
    ///     yield_!(2);
    /// }
    ///
    /// assert_eq!(pair().yields().collect::<Vec<_>>(), [1, 2]);
    /// ```
    fn yields(self) -> Iter<Self, Out>
    where
        Self: Sized + Resume<(), Out, Return = <Self as Resume<In, Out>>::Return>,
    {
        Iter::new(self)
    }
}

impl<In, Out, C: Resume<In, Out> + ?Sized> Resume<In, Out> for &mut C {
    type Return = C::Return;

    fn resume(&mut self, input: In) -> CoroutineState<Out, Self::Return> {
        (**self).resume(input)
    }
}

#[cfg(feature = "alloc")]
impl<In, Out, C: Resume<In, Out> + ?Sized> Resume<In, Out> for alloc::boxed::Box<C> {
    type Return = C::Return;

    fn resume(&mut self, input: In) -> CoroutineState<Out, Self::Return> {
        (**self).resume(input)
    }
}
