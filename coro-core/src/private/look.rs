//! A place that an operation looks at, and that what comes between may change.
//!
//! In: a borrow of the place. Out: its copy if its type is `Copy`, since rustc only lets what is copied
//! change before the operation, or only if it is a shared reference, where the operation borrows; if not, nothing,
//! and the place is looked at again. The choice is made by method resolution: what is in front of a dereference
//! comes first.

use core::{marker::PhantomData, ops::Deref};

/// A place that is looked at.
pub struct Look<'p, T: ?Sized>(Behind<'p, T>);

/// A place of which what it points to is looked at.
pub struct Behind<'p, T: ?Sized>(&'p T);

/// Looks at a place.
#[inline]
#[must_use]
pub fn look<T: ?Sized>(place: &T) -> Look<'_, T> {
    Look(Behind(place))
}

impl<T: Copy> Look<'_, T> {
    /// Returns the copy.
    #[inline]
    pub fn __coro_now(&self) -> Copied<T> {
        Copied(*self.0.0)
    }

    /// Returns the copy.
    #[inline]
    pub fn __coro_taken(&self) -> Copied<T> {
        Copied(*self.0.0)
    }

    /// Borrows nothing: a copy can change.
    #[inline]
    pub fn __coro_lent(&self) -> Again {
        Again
    }
}

impl<'p, 'a, T: ?Sized> Look<'p, &'a T> {
    /// Returns the reference.
    #[inline]
    pub fn __coro_reference(&self) -> Copied<&'a T> {
        Copied(self.0.0)
    }

    /// Borrows the place of the reference.
    #[inline]
    pub fn __coro_held(&self) -> Held<'p> {
        Held(PhantomData)
    }
}

impl<'p, T: ?Sized> Deref for Look<'p, T> {
    type Target = Behind<'p, T>;

    #[inline]
    fn deref(&self) -> &Behind<'p, T> {
        &self.0
    }
}

impl<P: Deref<Target: Copy> + ?Sized> Behind<'_, P> {
    /// Returns the copy of what it points to.
    #[inline]
    pub fn __coro_taken(&self) -> Copied<P::Target> {
        Copied(**self.0)
    }
}

impl<'p, 'a, P: Deref<Target = &'a T> + ?Sized, T: ?Sized + 'a> Behind<'p, P> {
    /// Returns the reference that it points to.
    #[inline]
    pub fn __coro_reference(&self) -> Copied<&'a T> {
        Copied(**self.0)
    }

    /// Borrows the place of what points to the reference.
    #[inline]
    pub fn __coro_held(&self) -> Held<'p> {
        Held(PhantomData)
    }
}

impl<'p, T: ?Sized> Behind<'p, T> {
    /// Borrows the place.
    #[inline]
    pub fn __coro_lent(&self) -> Held<'p> {
        Held(PhantomData)
    }
}

impl<T: ?Sized> Deref for Behind<'_, T> {
    type Target = LookLater;

    #[inline]
    fn deref(&self) -> &LookLater {
        &LookLater
    }
}

/// The place is looked at later.
pub struct LookLater;

impl LookLater {
    /// Returns what stands for nothing.
    #[inline]
    pub fn __coro_now(&self) -> Again {
        Again
    }

    /// Returns what stands for nothing.
    #[inline]
    pub fn __coro_taken(&self) -> Again {
        Again
    }

    /// Returns what stands for nothing.
    #[inline]
    pub fn __coro_reference(&self) -> Again {
        Again
    }

    /// Borrows nothing.
    #[inline]
    pub fn __coro_held(&self) -> Again {
        Again
    }
}

/// A borrow of the place of a reference, which nothing may change meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Held<'p>(PhantomData<&'p ()>);

/// A place that was copied.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Copied<T>(T);

impl<T> Copied<T> {
    /// Returns what the place was.
    #[inline]
    #[must_use]
    pub fn into_place<'a>(self, _: impl FnOnce() -> &'a T) -> Self
    where
        T: 'a,
    {
        self
    }
}

impl<T> Deref for Copied<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

/// A place that is looked at again.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Again;

impl Again {
    /// Returns what the place is.
    #[inline]
    #[must_use]
    pub fn into_place<'a, T: ?Sized>(self, place: impl FnOnce() -> &'a T) -> &'a T {
        place()
    }
}
