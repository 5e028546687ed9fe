//! Coroutines that may be resumed after they have returned.
//!
//! In: a resume too many. Out: `Complete` again, instead of a panic.

use crate::Resume;

/// A coroutine that completes again when it is resumed after completion.
///
/// [`Resume::fuse`] makes one of any coroutine; the adaptors of one coroutine that end when it does and hold no
/// `FnOnce` and no coroutine of their own, as `map`, `filter`, `skip` and `chunks`, are as fused as what they adapt.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState, FusedResume, Resume, from_iter};
///
/// let mut coroutine = from_iter([1]).fuse();
/// assert_eq!(coroutine.resume(()), CoroutineState::Yielded(1));
/// assert!(!coroutine.is_terminated());
/// assert_eq!(coroutine.resume(()), CoroutineState::Complete(Some(())));
/// assert!(coroutine.is_terminated());
/// assert_eq!(coroutine.resume(()), CoroutineState::Complete(None));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` must not be resumed after completion",
    label = "not a `FusedResume<{In}, {Out}>`",
    note = "`.fuse()` makes any coroutine fused"
)]
pub trait FusedResume<In, Out>: Resume<In, Out> {
    /// Returns whether the coroutine has completed.
    fn is_terminated(&self) -> bool;
}

impl<In, Out, C: FusedResume<In, Out> + ?Sized> FusedResume<In, Out> for &mut C {
    fn is_terminated(&self) -> bool {
        (**self).is_terminated()
    }
}

#[cfg(feature = "alloc")]
impl<In, Out, C: FusedResume<In, Out> + ?Sized> FusedResume<In, Out> for alloc::boxed::Box<C> {
    fn is_terminated(&self) -> bool {
        (**self).is_terminated()
    }
}
