//! How an operator that drops a yield resumes the coroutine that made it.
//!
//! In: the dropped yield. Out: the input that answers it. One resume of the adaptor has one
//! outcome, so an input for each dropped yield must come from somewhere: from the fact that there
//! is only one, `()`, or from a closure. The outer input is never sent twice.

/// Answers the yields that an operator drops.
///
/// [`NoReply`] does for coroutines that take `()`; [`ReplyWith`] holds the closure of the operators
/// whose name ends in `_with`. It is sealed.
#[diagnostic::on_unimplemented(
    message = "a coroutine that takes `{In}` needs an answer for each yield that is dropped",
    label = "cannot make a `{In}` from `{Self}`",
    note = "the operator's `_with` form takes a closure that answers"
)]
pub trait Reply<Out, In>: sealed::Sealed {
    /// Makes the next input from a dropped yield.
    fn reply(&mut self, dropped: Out) -> In;
}

/// Answers with `()`.
///
/// This is what [`filter`](crate::Resume::filter) and its like answer with.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoReply;

impl<Out> Reply<Out, ()> for NoReply {
    #[inline]
    fn reply(&mut self, _: Out) {}
}

/// Answers with what a closure returns.
///
/// This `struct` is created by [`filter_with`](crate::Resume::filter_with) and its like.
#[derive(Clone, Copy, Debug)]
pub struct ReplyWith<F>(pub(crate) F);

impl<F, Out, In> Reply<Out, In> for ReplyWith<F>
where
    F: FnMut(Out) -> In,
{
    #[inline]
    fn reply(&mut self, dropped: Out) -> In {
        (self.0)(dropped)
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::NoReply {}
    impl<F> Sealed for super::ReplyWith<F> {}
}
