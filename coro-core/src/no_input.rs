//! The input of coroutines that take none.
//!
//! In: nothing. Out: the bound of the operators that resume a coroutine more often than they are
//! resumed, with an error that says what to do about it.

/// The input of a coroutine that takes none: `()`.
///
/// An operator that may resume a coroutine several times in one resume, or runs it to its end, must
/// have an input for each time. It is there if the input says nothing.
///
/// # Examples
///
/// A coroutine that takes inputs has no `filter`:
///
/// ```compile_fail
/// use coro_core::{Resume, arr};
///
/// let _ = arr::<_, ()>(|n: u32| n + 1).filter(|n| n % 2 == 0);
/// ```
///
/// The form that takes a closure to answer with is for any input:
///
/// ```
/// use coro_core::{CoroutineState, Resume, arr};
///
/// let mut even = arr::<_, ()>(|n: u32| n + 1).filter_with(|n| n % 2 == 0, |n| n);
/// assert_eq!(even.resume(2), CoroutineState::Yielded(4));
/// ```
#[diagnostic::on_unimplemented(
    message = "the coroutine takes `{Self}`, and this operator needs one that takes no input",
    label = "nobody supplies the `{Self}` of each resume",
    note = "`.map_input(|()| …)` makes inputs; `drive`, `handle` and the operators whose name ends in `_with` take a closure that answers each yield"
)]
pub trait NoInput: sealed::Sealed {
    /// Returns the input.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::NoInput;
    ///
    /// assert_eq!(<()>::no_input(), ());
    /// ```
    fn no_input() -> Self;
}

impl NoInput for () {
    #[inline]
    fn no_input() -> Self {}
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for () {}
}
