//! The macros that write whole items twice, for methods, traits and functions that call each other.
//!
//! In: items in which coroutines are written as `method!`. Out: the items once with coroutines of
//! ours and once with `async fn`s, and a test that compares the two. Invariant: both sets live in
//! modules of their own, each with the types `Takes` and `Yields`.

/// A coroutine of ours: what `method!` is among the items under test.
#[macro_export]
macro_rules! subject_method {
    ($(#[$meta:meta])* [$($head:tt)*] $params:tt -> $ret:ty => $body:tt) => {
        $(#[$meta])*
        #[::coro_core::coroutine]
        $($head)* $params -> impl ::coro_core::Resume<Takes, Yields, Return = $ret> $body
    };
    ($(#[$meta:meta])* [$($head:tt)*] $params:tt -> $ret:ty where [$($bounds:tt)*] => $body:tt) => {
        $(#[$meta])*
        #[::coro_core::coroutine]
        $($head)* $params -> impl ::coro_core::Resume<Takes, Yields, Return = $ret>
        where $($bounds)*
        $body
    };
}

/// A coroutine of rustc's: what `method!` is among the items of the oracle.
///
/// An `unsafe fn` loses its `unsafe`, which changes nothing about how it runs.
#[macro_export]
macro_rules! oracle_method {
    ($(#[$meta:meta])* [$($head:tt)*] $params:tt -> $ret:ty $(where [$($bounds:tt)*])? => $body:tt) => {
        $crate::oracle_method! { @ [] [$($head)*] $params [$ret] [$(where $($bounds)*)?] $body }
    };
    (@ [$($done:tt)*] [unsafe fn $($rest:tt)*] $($tail:tt)*) => {
        $crate::oracle_method! { @ [$($done)*] [fn $($rest)*] $($tail)* }
    };
    (@ [$($done:tt)*] [fn $($rest:tt)*] $params:tt [$ret:ty] [$($bounds:tt)*] $body:tt) => {
        $($done)* async fn $($rest)* $params -> $ret $($bounds)* {
            ::core::mem::drop($crate::oracle::take_input::<Takes>());
            $body
        }
    };
    (@ [$($done:tt)*] [$next:tt $($rest:tt)*] $($tail:tt)*) => {
        $crate::oracle_method! { @ [$($done)* $next] [$($rest)*] $($tail)* }
    };
}

/// Defines a test of items that hold coroutines.
///
/// `twins! { fn name as (expression), takes In, yields Out, returns R => { items } }`: the
/// expression makes the coroutine that is run. Among the items, `method! { [pub fn walk](self, n:
/// u32) -> R => { body } }` is a coroutine that returns `R`; bounds can follow as `where [T: Clone]`.
#[macro_export]
macro_rules! twins {
    (
        $(#[$meta:meta])*
        fn $name:ident as ($start:expr), takes $in:ty, yields $out:ty, returns $ret:ty => {
            $($items:tt)*
        }
    ) => {
        $crate::twins! { @both $name [$start] [$in] [$out] [$ret] $($items)* }

        $(#[$meta])*
        #[test]
        fn $name() {
            $crate::run::check_body(::core::stringify!($($items)*), &[]);
            $crate::run::compare(&$name::subject, &$name::oracle);
        }
    };
    (
        @both $name:ident [$start:expr] [$in:ty] [$out:ty] [$ret:ty] $($items:tt)*
    ) => {
        mod $name {
            use super::*;

            mod subject {
                use super::super::*;
                use $crate::subject_method as method;

                type Takes = $in;
                type Yields = $out;

                $($items)*

                pub(in super::super) fn start() -> ::std::boxed::Box<dyn $crate::run::Probe<$in, $out, $ret>> {
                    ::std::boxed::Box::new($crate::run::Plain($start))
                }
            }

            mod oracle {
                use super::super::*;
                use $crate::{
                    oracle_method as method, oracle_yield as yield_, oracle_yield_from as yield_from,
                };

                type Takes = $in;
                type Yields = $out;

                $($items)*

                pub(in super::super) fn start() -> ::std::boxed::Box<dyn $crate::run::Probe<$in, $out, $ret>> {
                    ::std::boxed::Box::new($crate::run::Reference($crate::oracle::Oracle::new($start)))
                }
            }

            pub(super) use self::{oracle::start as oracle, subject::start as subject};
        }
    };
}
