//! `arr`: a function as a coroutine.
//!
//! In: what the function takes. Out: what it returns; the coroutine itself never returns, so its
//! return type is whatever is needed.

use core::{fmt, marker::PhantomData};

use crate::{CoroutineState, Resume, combinators::common::impl_into_iterator};

/// Makes a coroutine that yields `f` of each input, and never ends.
///
/// The name is that of arrows: a function lifted to where coroutines compose.
///
/// # Laws
///
/// `c.pipe(arr(f))` does what `c.map(f)` does, and `arr(f).pipe(c)` what `c.map_input(f)` does.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use coro_core::{CoroutineState, Resume, arr};
///
/// let mut square = arr::<_, Infallible>(|n: i32| n * n);
/// let CoroutineState::Yielded(nine) = square.resume(3);
/// assert_eq!(nine, 9);
/// ```
pub const fn arr<F, R>(f: F) -> Arr<F, R> {
    Arr { f, returns: PhantomData }
}

/// A function as a coroutine.
///
/// This `struct` is created by [`arr`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Arr<F, R> {
    f: F,
    returns: PhantomData<fn() -> R>,
}

impl<F, R, In, Out> Resume<In, Out> for Arr<F, R>
where
    F: FnMut(In) -> Out,
{
    type Return = R;

    #[inline]
    fn resume(&mut self, input: In) -> CoroutineState<Out, R> {
        CoroutineState::Yielded((self.f)(input))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

impl_into_iterator! {
    [F, R, Out] Arr<F, R> => Out
    where [F: FnMut(()) -> Out]
}

impl<F: Clone, R> Clone for Arr<F, R> {
    fn clone(&self) -> Self {
        Self { f: self.f.clone(), returns: PhantomData }
    }
}

impl<F, R> fmt::Debug for Arr<F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arr").finish()
    }
}
