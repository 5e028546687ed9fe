//! `?` inside a coroutine: a stable stand-in for the standard library's unstable `Try`.
//!
//! In: the operand of a `?`. Out: its value, or what the coroutine returns. The impls are those of
//! the standard library.

use core::{convert::Infallible, ops::ControlFlow, task::Poll};

/// What `?` can be applied to.
#[diagnostic::on_unimplemented(
    message = "the `?` operator cannot be applied to `{Self}` in a coroutine",
    label = "not a `Result`, `Option`, `ControlFlow` or `Poll` of those",
    note = "`?` takes what it takes in a function"
)]
pub trait Try {
    /// What `?` evaluates to.
    type Output;
    /// What `?` returns early.
    type Residual;
    /// Tells the two apart.
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}

/// What a `?` can return from.
#[diagnostic::on_unimplemented(
    message = "`?` couldn't convert `{Residual}` to `{Self}`, the coroutine's return type",
    label = "the coroutine returns `{Self}`, which this `?` cannot make"
)]
pub trait FromResidual<Residual> {
    /// Makes the early return value.
    fn from_residual(residual: Residual) -> Self;
}

/// Splits the operand of a `?`.
#[inline]
pub fn branch<T: Try>(value: T) -> ControlFlow<T::Residual, T::Output> {
    value.branch()
}

/// Makes the value that a `?` returns early.
#[inline]
pub fn from_residual<Residual, R: FromResidual<Residual>>(residual: Residual) -> R {
    R::from_residual(residual)
}

impl<T> Try for Option<T> {
    type Output = T;
    type Residual = Option<Infallible>;

    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Some(value) => ControlFlow::Continue(value),
            None => ControlFlow::Break(None),
        }
    }
}

impl<T> FromResidual<Option<Infallible>> for Option<T> {
    fn from_residual(_: Option<Infallible>) -> Self {
        None
    }
}

impl<T, E> Try for Result<T, E> {
    type Output = T;
    type Residual = Result<Infallible, E>;

    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Ok(value) => ControlFlow::Continue(value),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Result<T, F> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Ok(never) => match never {},
            Err(error) => Err(From::from(error)),
        }
    }
}

impl<B, C> Try for ControlFlow<B, C> {
    type Output = C;
    type Residual = ControlFlow<B, Infallible>;

    fn branch(self) -> ControlFlow<Self::Residual, C> {
        match self {
            ControlFlow::Continue(value) => ControlFlow::Continue(value),
            ControlFlow::Break(value) => ControlFlow::Break(ControlFlow::Break(value)),
        }
    }
}

impl<B, C> FromResidual<ControlFlow<B, Infallible>> for ControlFlow<B, C> {
    fn from_residual(residual: ControlFlow<B, Infallible>) -> Self {
        match residual {
            ControlFlow::Continue(never) => match never {},
            ControlFlow::Break(value) => ControlFlow::Break(value),
        }
    }
}

impl<T, E> Try for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;

    fn branch(self) -> ControlFlow<Self::Residual, Poll<T>> {
        match self {
            Poll::Ready(Ok(value)) => ControlFlow::Continue(Poll::Ready(value)),
            Poll::Ready(Err(error)) => ControlFlow::Break(Err(error)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Ok(never) => match never {},
            Err(error) => Poll::Ready(Err(From::from(error))),
        }
    }
}

impl<T, E> Try for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Infallible, E>;

    fn branch(self) -> ControlFlow<Self::Residual, Poll<Option<T>>> {
        match self {
            Poll::Ready(Some(Ok(value))) => ControlFlow::Continue(Poll::Ready(Some(value))),
            Poll::Ready(Some(Err(error))) => ControlFlow::Break(Err(error)),
            Poll::Ready(None) => ControlFlow::Continue(Poll::Ready(None)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Ok(never) => match never {},
            Err(error) => Poll::Ready(Some(Err(From::from(error)))),
        }
    }
}
