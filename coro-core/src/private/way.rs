//! Refuses a borrow that is made again where what leads to it may have come to lead elsewhere.
//!
//! In: a place on the way to what is borrowed. Out: nothing, unless it is a shared reference: rustc tracks no borrow
//! of what holds one, which may be given another while what it referred to stays borrowed.

use core::{marker::PhantomData, ops::Deref};

/// A place that leads to another.
pub struct Way<'p, T: ?Sized>(Pointer<'p, T>);

/// A place that may point to a reference.
pub struct Pointer<'p, T: ?Sized>(PhantomData<&'p T>);

/// Asks where a place leads.
#[inline]
#[must_use]
pub fn way<T: ?Sized>(_: &T) -> Way<'_, T> {
    Way(Pointer(PhantomData))
}

impl<T: ?Sized> Way<'_, &T> {
    /// Returns that it leads elsewhere when it is given another value.
    #[inline]
    pub fn __coro_way(&self) -> Elsewhere {
        Elsewhere
    }
}

impl<'p, T: ?Sized> Deref for Way<'p, T> {
    type Target = Pointer<'p, T>;

    #[inline]
    fn deref(&self) -> &Pointer<'p, T> {
        &self.0
    }
}

impl<'a, P: Deref<Target = &'a T> + ?Sized, T: ?Sized + 'a> Pointer<'_, P> {
    /// Returns that it leads elsewhere when it, or what it points to, is given another value.
    #[inline]
    pub fn __coro_way(&self) -> Elsewhere {
        Elsewhere
    }

    /// Returns that it leads elsewhere when what it points to is given another value.
    #[inline]
    pub fn __coro_way_behind(&self) -> Elsewhere {
        Elsewhere
    }
}

impl<T: ?Sized> Deref for Pointer<'_, T> {
    type Target = Leads;

    #[inline]
    fn deref(&self) -> &Leads {
        &Leads
    }
}

/// Anything but a shared reference.
#[derive(Clone, Copy)]
pub struct Leads;

impl Leads {
    /// Returns that it stays.
    #[inline]
    #[must_use]
    pub fn __coro_way(&self) -> Self {
        *self
    }

    /// Returns that it stays.
    #[inline]
    #[must_use]
    pub fn __coro_way_behind(&self) -> Self {
        *self
    }
}

/// A shared reference.
pub struct Elsewhere;

/// What leads to the same as long as that is borrowed.
#[diagnostic::on_unimplemented(
    message = "this leads through a shared reference, which may be another one behind a suspension",
    label = "what is borrowed over a suspension is borrowed again behind it, from here",
    note = "copy the reference into a local first, `let reference = …;`, and borrow from that"
)]
pub trait Stays: Sized {
    /// Takes what stays.
    #[inline]
    fn stays(self) {}
}

impl Stays for Leads {}
