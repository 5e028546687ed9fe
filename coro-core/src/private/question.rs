//! `?` inside a coroutine: a stable stand-in for the standard library's unstable `Try`.
//!
//! In: the operand of a `?`. Out: its value, or what the coroutine returns. The conversions are those of
//! the standard library; there is a trait for each kind of operand, so that errors name the kind.

use core::{convert::Infallible, ops::ControlFlow, task::Poll};

/// What `?` can be applied to: it evaluates to an `Output`, or returns a `Residual` early.
#[diagnostic::on_unimplemented(
    message = "the `?` operator cannot be applied to `{Self}` in a coroutine",
    label = "not a `Result`, `Option`, `ControlFlow` or `Poll` of those",
    note = "`?` takes what it takes in a function"
)]
pub trait Try<Output, Residual> {
    /// Tells the two apart.
    fn branch(self) -> ControlFlow<Residual, Output>;
}

/// What a `?` returns early, for a coroutine that returns an `R`.
pub trait Residual<R> {
    /// Makes the early return value.
    fn into_return(self) -> R;
}

/// What a `?` on an `Option` can return from.
#[diagnostic::on_unimplemented(
    message = "the `?` operator on an `Option` in a coroutine that returns `{Self}`",
    label = "this `?` returns `None`, which is no `{Self}`",
    note = "where a `Result` is returned, `.ok_or(…)?` provides an error"
)]
pub trait FromNone {
    /// Makes the early return value.
    fn from_none() -> Self;
}

/// What a `?` on a `Result` can return from.
#[diagnostic::on_unimplemented(
    message = "the `?` operator on a `Result` in a coroutine that returns `{Self}`",
    label = "this `?` returns an `Err`, which is no `{Self}`",
    note = "where an `Option` is returned, `.ok()?` discards the error"
)]
pub trait FromErr<E> {
    /// Makes the early return value.
    fn from_err(error: E) -> Self;
}

/// What a `?` on a `ControlFlow` can return from.
#[diagnostic::on_unimplemented(
    message = "the `?` operator on a `ControlFlow<{B}, _>` in a coroutine that returns `{Self}`",
    label = "this `?` returns a `ControlFlow::Break({B})`, which is no `{Self}`"
)]
pub trait FromBreak<B> {
    /// Makes the early return value.
    fn from_break(value: B) -> Self;
}

/// What the error of a `?` becomes.
#[diagnostic::on_unimplemented(
    message = "`?` couldn't convert the error to `{Self}`",
    label = "the trait `From<{E}>` is not implemented for `{Self}`",
    note = "`?` converts the error by the trait `From`"
)]
pub trait FromError<E> {
    /// Converts the error.
    fn from_error(error: E) -> Self;
}

/// Splits the operand of a `?`.
#[inline]
pub fn branch<T: Try<Output, Residual>, Output, Residual>(
    value: T,
) -> ControlFlow<Residual, Output> {
    value.branch()
}

/// Makes the value that a `?` returns early.
#[inline]
pub fn from_residual<T: Residual<R>, R>(residual: T) -> R {
    residual.into_return()
}

impl<T> Try<T, Option<Infallible>> for Option<T> {
    fn branch(self) -> ControlFlow<Option<Infallible>, T> {
        match self {
            Some(value) => ControlFlow::Continue(value),
            None => ControlFlow::Break(None),
        }
    }
}

impl<R: FromNone> Residual<R> for Option<Infallible> {
    fn into_return(self) -> R {
        R::from_none()
    }
}

impl<T> FromNone for Option<T> {
    fn from_none() -> Self {
        None
    }
}

impl<T, E> Try<T, Result<Infallible, E>> for Result<T, E> {
    fn branch(self) -> ControlFlow<Result<Infallible, E>, T> {
        match self {
            Ok(value) => ControlFlow::Continue(value),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }
}

impl<E, R: FromErr<E>> Residual<R> for Result<Infallible, E> {
    fn into_return(self) -> R {
        match self {
            Ok(never) => match never {},
            Err(error) => R::from_err(error),
        }
    }
}

impl<T, E, F: FromError<E>> FromErr<E> for Result<T, F> {
    fn from_err(error: E) -> Self {
        Err(F::from_error(error))
    }
}

#[diagnostic::do_not_recommend]
impl<E, F: From<E>> FromError<E> for F {
    fn from_error(error: E) -> Self {
        Self::from(error)
    }
}

impl<B, C> Try<C, ControlFlow<B, Infallible>> for ControlFlow<B, C> {
    fn branch(self) -> ControlFlow<ControlFlow<B, Infallible>, C> {
        match self {
            ControlFlow::Continue(value) => ControlFlow::Continue(value),
            ControlFlow::Break(value) => ControlFlow::Break(ControlFlow::Break(value)),
        }
    }
}

impl<B, R: FromBreak<B>> Residual<R> for ControlFlow<B, Infallible> {
    fn into_return(self) -> R {
        match self {
            ControlFlow::Continue(never) => match never {},
            ControlFlow::Break(value) => R::from_break(value),
        }
    }
}

impl<B, C> FromBreak<B> for ControlFlow<B, C> {
    fn from_break(value: B) -> Self {
        ControlFlow::Break(value)
    }
}

impl<T, E> Try<Poll<T>, Result<Infallible, E>> for Poll<Result<T, E>> {
    fn branch(self) -> ControlFlow<Result<Infallible, E>, Poll<T>> {
        match self {
            Poll::Ready(Ok(value)) => ControlFlow::Continue(Poll::Ready(value)),
            Poll::Ready(Err(error)) => ControlFlow::Break(Err(error)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}

impl<T, E, F: FromError<E>> FromErr<E> for Poll<Result<T, F>> {
    fn from_err(error: E) -> Self {
        Poll::Ready(Err(F::from_error(error)))
    }
}

impl<T, E> Try<Poll<Option<T>>, Result<Infallible, E>> for Poll<Option<Result<T, E>>> {
    fn branch(self) -> ControlFlow<Result<Infallible, E>, Poll<Option<T>>> {
        match self {
            Poll::Ready(Some(Ok(value))) => ControlFlow::Continue(Poll::Ready(Some(value))),
            Poll::Ready(Some(Err(error))) => ControlFlow::Break(Err(error)),
            Poll::Ready(None) => ControlFlow::Continue(Poll::Ready(None)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}

impl<T, E, F: FromError<E>> FromErr<E> for Poll<Option<Result<T, F>>> {
    fn from_err(error: E) -> Self {
        Poll::Ready(Some(Err(F::from_error(error))))
    }
}
