//! A place that an operation looks at, and that what comes between may change.
//!
//! In: a borrow of the place. Out: its copy if its type is `Copy`, since rustc only lets what is copied
//! change before the operation, or only if it is a shared reference, where the operation borrows; if not, nothing,
//! and the place is looked at again. The choice is made by method resolution: what is in front of a dereference
//! comes first.

use core::{marker::PhantomData, ops::Deref};

/// Looks at a place.
pub struct Look<'a, T: ?Sized>(pub &'a T);

impl<T: Copy> Look<'_, T> {
    /// Returns the copy.
    #[inline]
    pub fn __coro_now(&self) -> Copied<T> {
        Copied(*self.0)
    }
}

impl<'a, T: ?Sized> Look<'_, &'a T> {
    /// Returns the reference.
    #[inline]
    pub fn __coro_reference(&self) -> Copied<&'a T> {
        Copied(*self.0)
    }
}

impl<'p, T: ?Sized> Look<'p, &T> {
    /// Borrows the place of the reference.
    #[inline]
    pub fn __coro_held(&self) -> Held<'p> {
        Held(PhantomData)
    }
}

macro_rules! leads_to_reference {
    ($($lifetime:lifetime: $type:ty;)*) => {
        $(impl<'p, $lifetime, T: ?Sized> Look<'p, $type> {
            /// Returns the reference that it leads to.
            #[inline]
            pub fn __coro_reference(&self) -> Copied<&$lifetime T> {
                Copied(**self.0)
            }

            /// Borrows the place of what leads to the reference.
            #[inline]
            pub fn __coro_held(&self) -> Held<'p> {
                Held(PhantomData)
            }
        })*
    };
}

holders_of_references!(leads_to_reference);

impl<T: ?Sized> Deref for Look<'_, T> {
    type Target = LookLater;

    #[inline]
    fn deref(&self) -> &LookLater {
        &LookLater
    }
}

/// The place is no copy.
pub struct LookLater;

impl LookLater {
    /// Returns what stands for nothing.
    #[inline]
    pub fn __coro_now(&self) -> Again {
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
