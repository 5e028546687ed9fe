//! What every adaptor has besides its `Resume`.
//!
//! An adaptor that names what the inner coroutine yields does so in a [`Yields`], as a hint for
//! `IntoIterator`: its `Resume` stays generic in the output, so that
//! `for<'a> Resume<&'a T, &'a U>` passes through. The hint asks nothing of its type, hence `Clone`
//! and `Debug` are not derived.
//!
//! A `resume` matches each outcome in an arm of its own, and returns there. An arm for "whatever
//! else it is" reads shorter, and has the optimiser test for the outcome once more in each adaptor.

use core::marker::PhantomData;

/// What a coroutine yields, as a type parameter that holds no value.
pub(crate) type Yields<Out> = PhantomData<fn() -> Out>;

/// Implements `Clone` and `Debug` with the bounds given; closures are left out of `Debug`.
macro_rules! impl_clone_debug {
    (
        [$($generics:tt)*] $name:ident<$($arg:ident),+>
        clone [$($clone_bounds:tt)*] { $($clone_field:ident),* }
        debug [$($debug_bounds:tt)*] { $($debug_field:ident),* }
    ) => {
        impl<$($generics)*> Clone for $name<$($arg),+>
        where
            $($clone_bounds)*
        {
            fn clone(&self) -> Self {
                Self { $($clone_field: self.$clone_field.clone()),* }
            }
        }

        impl<$($generics)*> core::fmt::Debug for $name<$($arg),+>
        where
            $($debug_bounds)*
        {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($debug_field), &self.$debug_field))*
                    .finish()
            }
        }
    };
}

/// Implements `IntoIterator` for a coroutine that takes no input.
macro_rules! impl_into_iterator {
    (
        [$($generics:tt)*] $name:ty => $item:ty
        $(where [$($bounds:tt)*])?
    ) => {
        impl<$($generics)*> IntoIterator for $name
        $(where $($bounds)*)?
        {
            type Item = $item;
            type IntoIter = crate::Iter<Self, $item>;

            fn into_iter(self) -> Self::IntoIter {
                crate::Iter::new(self)
            }
        }
    };
}

pub(crate) use {impl_clone_debug, impl_into_iterator};
