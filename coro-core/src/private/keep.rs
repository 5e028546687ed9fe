//! Decides by type whether a local that is not mentioned again must live on across a suspension.
//!
//! In: a local. Out: the local itself ([`Carry`]) if its type may hold something to drop, or `()`
//! ([`LetGo`]) if dropping it does nothing. The choice is made by method resolution, the most
//! specific candidate first, as in David Tolnay's autoref specialisation.

use core::{convert::Infallible, task::Poll};

use super::{inert::Inert, whole::Whole};
use crate::Resume;

/// Looks at a local's type.
pub struct Probe<'a, T: ?Sized>(pub &'a T);

/// The local is carried to the end of its scope.
#[derive(Clone, Copy, Default)]
pub struct Carry;

/// Dropping the local does nothing, so it ends here.
#[derive(Clone, Copy, Default)]
pub struct LetGo;

impl Carry {
    /// Tells whether the local ends here.
    #[inline]
    pub fn ends(self) -> bool {
        false
    }

    /// Stands where the state stores nothing; not called.
    ///
    /// # Panics
    ///
    /// Always.
    pub fn nothing<T>(self) -> T {
        unreachable!("the local is carried")
    }

    /// Passes: the local is carried.
    #[inline]
    pub fn gate(self) {}

    /// Returns what the state stores.
    #[inline]
    pub fn keep<T>(self, local: T) -> T {
        local
    }

    /// Returns what is left.
    #[inline]
    pub fn typed<T>(self, husk: T) -> T {
        husk
    }
}

impl LetGo {
    /// Tells whether the local ends here.
    #[inline]
    pub fn ends(self) -> bool {
        true
    }

    /// Returns what the state stores.
    #[inline]
    pub fn nothing(self) {}

    /// Does not return, as its type tells rustc: the code after it is never reached, so that what
    /// stands there is no use of the local, and no borrow is kept alive by it.
    ///
    /// # Panics
    ///
    /// Always.
    pub fn gate(self) -> Infallible {
        unreachable!("the local ends here")
    }

    /// Stands where the local would be stored.
    pub fn keep<T>(self, _: T) {}

    /// Stands for what other paths store, of whatever type that is, or of any if none does; not called.
    ///
    /// # Panics
    ///
    /// Always.
    pub fn typed<T>(self, _: T) -> ! {
        unreachable!("nothing is left")
    }
}

/// `Copy` types have no destructor.
pub trait IsCopy {
    /// Returns the choice.
    #[inline]
    fn __coro_kind(&self) -> LetGo {
        LetGo
    }
}

impl<T: Copy> IsCopy for &&&Probe<'_, T> {}

/// A mutable reference has no destructor, nor has a result of two, as `as_mut` gives it.
pub trait IsMutRef {
    /// Returns the choice.
    #[inline]
    fn __coro_kind(&self) -> LetGo {
        LetGo
    }
}

impl<T: ?Sized> IsMutRef for &&Probe<'_, &mut T> {}
impl<T: ?Sized, E: ?Sized> IsMutRef for &&Probe<'_, Result<&mut T, &mut E>> {}

/// Types of the standard library without drop glue, those that are `Inert`.
pub trait IsView {
    /// Returns the choice.
    #[inline]
    fn __coro_kind(&self) -> LetGo {
        LetGo
    }
}

impl<T: Inert> IsView for &Probe<'_, T> {}

/// A box, whose content was taken out of it.
pub trait IsBox {
    /// Returns the choice.
    #[inline]
    fn __coro_boxed_kind(&self) -> LetGo {
        LetGo
    }
}

#[cfg(feature = "alloc")]
impl<T: ?Sized> IsBox for &Probe<'_, alloc::boxed::Box<T>> {}

/// Anything but a box, which was only looked through.
pub trait IsNoBox {
    /// Returns the choice.
    #[inline]
    fn __coro_boxed_kind(&self) -> Carry {
        Carry
    }
}

impl<T: ?Sized> IsNoBox for Probe<'_, T> {}

/// What `Iterator`, `Option` and `Result` take by their adaptors, entries of maps by `remove`, coroutines by their
/// operators, and a call of a boxed `FnOnce`.
pub trait IsAdapted {
    /// Returns the choice.
    #[inline]
    fn __coro_adapted_kind(&self) -> LetGo {
        LetGo
    }
}

impl<T: Whole> IsAdapted for &&&&Probe<'_, T> {}
impl<I: Iterator> IsAdapted for &&&Probe<'_, I> {}
impl<T> IsAdapted for &Probe<'_, Option<T>> {}
impl<T, E> IsAdapted for &Probe<'_, Result<T, E>> {}
impl<T> IsAdapted for &Probe<'_, Poll<T>> {}
#[cfg(feature = "alloc")]
impl<T> IsAdapted for &Probe<'_, alloc::boxed::Box<Option<T>>> {}
#[cfg(feature = "alloc")]
impl<T, E> IsAdapted for &Probe<'_, alloc::boxed::Box<Result<T, E>>> {}
#[cfg(feature = "alloc")]
impl<K, V> IsAdapted for &Probe<'_, alloc::collections::btree_map::OccupiedEntry<'_, K, V>> {}
#[cfg(feature = "std")]
impl<K, V> IsAdapted for &Probe<'_, std::collections::hash_map::OccupiedEntry<'_, K, V>> {}

macro_rules! called_once {
    ($([$($generics:tt)*] ($($arg:ty),*): $probe:tt;)*) => {
        $(called_once!(@of [$($generics)*] ($($arg),*) $probe, [], [+ Send], [+ Send + Sync]);)*
    };
    (@of $generics:tt $args:tt $probe:tt, $($bounds:tt),*) => {
        $(called_once!(@one $generics $args $bounds $probe);)*
    };
    (@one [$($generics:tt)*] ($($arg:ty),*) [$($bounds:tt)*] [$($way:tt)*]) => {
        #[cfg(feature = "alloc")]
        impl<'f, R, $($generics)*> IsAdapted
            for $($way)* Probe<'_, alloc::boxed::Box<dyn FnOnce($($arg),*) -> R $($bounds)* + 'f>>
        {
        }
    };
}

// What a call takes. Functions of what is lent for the call have another type than those of a reference.
called_once! {
    [] (): [&];
    [A] (A): [&];
    [A, B] (A, B): [&];
    [A, B, C] (A, B, C): [&];
    [A, B, C, D] (A, B, C, D): [&];
    [A: ?Sized] (&A): [&&];
    [A: ?Sized] (&mut A): [&&];
    [A: ?Sized, B] (&A, B): [&&];
    [A: ?Sized, B] (&mut A, B): [&&];
}

/// A coroutine of any other type, which its operators take.
pub trait IsOperated<In, Out> {
    /// Returns the choice.
    #[inline]
    fn __coro_adapted_kind(&self) -> LetGo {
        LetGo
    }
}

impl<In, Out, C: Resume<In, Out>> IsOperated<In, Out> for &&Probe<'_, C> {}

/// Anything else, whose method of such a name only looked at it.
pub trait IsNotAdapted {
    /// Returns the choice.
    #[inline]
    fn __coro_adapted_kind(&self) -> Carry {
        Carry
    }
}

impl<T: ?Sized> IsNotAdapted for Probe<'_, T> {}

/// Nothing is left of a local that was taken.
pub trait IsNothing {
    /// Returns the choice.
    #[inline]
    fn husk_kind(&self) -> LetGo {
        LetGo
    }
}

impl IsNothing for &Probe<'_, ()> {}

/// Something is left.
pub trait IsSomething {
    /// Returns the choice.
    #[inline]
    fn husk_kind(&self) -> Carry {
        Carry
    }
}

impl<T: ?Sized> IsSomething for Probe<'_, T> {}

/// Any other type may hold something to drop.
pub trait IsAny {
    /// Returns the choice.
    #[inline]
    fn __coro_kind(&self) -> Carry {
        Carry
    }
}

impl<T: ?Sized> IsAny for Probe<'_, T> {}

/// What a suspension stores of a local that is not mentioned again.
///
/// The local's type is looked at in code that is never reached: rustc checks its types and not its
/// borrows. So a reference that is dead at the suspension stays dead.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ($local:ident) => {
        'keep: {
            use $crate::__private::{IsAny as _, IsCopy as _, IsMutRef as _, IsView as _};
            #[allow(unreachable_code)]
            let kind = 'kind: {
                break 'kind ::core::default::Default::default();
                (&&&&$crate::__private::Probe(&$local)).__coro_kind()
            };
            if kind.ends() {
                break 'keep kind.nothing();
            }
            kind.gate();
            #[allow(unreachable_code)]
            {
                break 'keep kind.keep($local);
            }
        }
    };
}

/// What is left of a local that may have been moved, which depends on its type: that is looked at in code that
/// is never reached.
#[doc(hidden)]
#[macro_export]
macro_rules! __left_kind {
    ($local:ident, [$($is:ident),+], $kind:ident) => {
        'kind: {
            use $crate::__private::{$($is as _),+};
            #[allow(unreachable_code)]
            {
                break 'kind ::core::default::Default::default();
                (&&&&&$crate::__private::Probe(&$local)).$kind()
            }
        }
    };
}

/// As [`__keep!`], where nothing is left of a local of some types.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep_left {
    ($local:ident, $is:tt, $kind:ident) => {
        'left: {
            let kind = $crate::__left_kind!($local, $is, $kind);
            if kind.ends() {
                break 'left kind.nothing();
            }
            kind.gate();
            #[allow(unreachable_code)]
            {
                break 'left kind.keep($crate::__keep!($local));
            }
        }
    };
}

/// As [`__keep_left!`], where other paths have something left.
#[doc(hidden)]
#[macro_export]
macro_rules! __some_left {
    ($local:ident, $is:tt, $kind:ident) => {
        'left: {
            let kind = $crate::__left_kind!($local, $is, $kind);
            if kind.ends() {
                break 'left ::core::option::Option::None;
            }
            kind.gate();
            #[allow(unreachable_code)]
            {
                break 'left ::core::option::Option::Some($crate::__keep!($local));
            }
        }
    };
}

/// As [`__keep!`], for a local that was read through `*`: of a box nothing is left.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep_unless_boxed {
    ($local:ident) => {
        $crate::__keep_left!($local, [IsBox, IsNoBox], __coro_boxed_kind)
    };
}

/// As [`__keep_unless_boxed!`], where other paths have something left.
#[doc(hidden)]
#[macro_export]
macro_rules! __some_unless_boxed {
    ($local:ident) => {
        $crate::__some_left!($local, [IsBox, IsNoBox], __coro_boxed_kind)
    };
}

/// As [`__keep!`], for a local that was given to an adaptor: of what adaptors take nothing is left.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep_unless_adapted {
    ($local:ident) => {
        $crate::__keep_left!($local, [IsAdapted, IsOperated, IsNotAdapted], __coro_adapted_kind)
    };
}

/// As [`__keep_unless_adapted!`], where other paths have something left.
#[doc(hidden)]
#[macro_export]
macro_rules! __some_unless_adapted {
    ($local:ident) => {
        $crate::__some_left!($local, [IsAdapted, IsOperated, IsNotAdapted], __coro_adapted_kind)
    };
}

/// What [`__keep_unless_boxed!`] left, where other paths have something left.
#[doc(hidden)]
#[macro_export]
macro_rules! __some_husk {
    ($husk:ident) => {
        'husk: {
            use $crate::__private::{IsNothing as _, IsSomething as _};
            let kind = (&&$crate::__private::Probe(&$husk)).husk_kind();
            if kind.ends() {
                break 'husk ::core::option::Option::None;
            }
            kind.gate();
            #[allow(unreachable_code, clippy::diverging_sub_expression)]
            {
                ::core::option::Option::Some(kind.typed($husk))
            }
        }
    };
}
