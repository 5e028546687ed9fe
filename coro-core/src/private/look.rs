//! A place that an operation looks at, and that what comes between may change.
//!
//! In: a borrow of the place. Out: its copy if its type is `Copy`, since rustc only lets what is copied
//! change before the operation, or only if it is a shared reference, where the operation borrows; if not, nothing,
//! and the place is looked at again. The choice is made by method resolution: what is in front of a dereference
//! comes first.

use core::ops::{Deref, DerefMut};

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
}

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

    /// Returns what the place was, and what it is for what changes it.
    #[inline]
    #[must_use]
    pub fn in_place<'a, F: FnOnce() -> &'a mut T>(self, place: F) -> Kept<'a, T, F> {
        Kept { copy: self.0, place: Some(place), made: None }
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

    /// Returns what the place is.
    #[inline]
    #[must_use]
    pub fn in_place<'a, T: ?Sized>(self, place: impl FnOnce() -> &'a mut T) -> &'a mut T {
        place()
    }
}

/// What a method takes that is called on a place that was copied: the copy if it takes or looks at it, and the place
/// if it takes `&mut self`, since then nothing has changed it.
pub struct Kept<'a, T, F> {
    copy: T,
    place: Option<F>,
    made: Option<&'a mut T>,
}

impl<T, F> Deref for Kept<'_, T, F> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.copy
    }
}

impl<'a, T, F: FnOnce() -> &'a mut T> DerefMut for Kept<'a, T, F> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        if let Some(place) = self.place.take() {
            self.made = Some(place());
        }
        match &mut self.made {
            Some(place) => place,
            None => &mut self.copy,
        }
    }
}
