//! The macros that write one body twice.
//!
//! In: a body. Out: the coroutine under test, made by `#[coroutine]`, and its oracle, an `async fn`
//! with the same tokens. The body's macros `yield_!` and `yield_from!` are resolved by the attribute
//! in the one and by name in the other. Invariant: the body is passed on as one token tree, so that
//! its braces keep their span and with it the edition of the test that wrote them.

/// The oracle's `yield_!`.
#[macro_export]
macro_rules! oracle_yield {
    () => {
        $crate::oracle::suspend::<Yields, Takes>(()).await
    };
    ($value:expr $(,)?) => {
        $crate::oracle::suspend::<Yields, Takes>($value).await
    };
}

/// The oracle's `yield_from!`.
///
/// Its operands are a `match`'s scrutinee: their temporaries live as long as those of an `await`.
#[macro_export]
macro_rules! oracle_yield_from {
    ($inner:expr $(,)?) => {
        $crate::oracle_yield_from!($inner, <Takes as ::core::default::Default>::default())
    };
    ($inner:expr, $first:expr $(,)?) => {
        match ($inner, $first) {
            (inner, first) => {
                use $crate::delegate::{IsCoroutine as _, IsFuture as _, IsIterable as _};
                let kind = (&&&$crate::delegate::Operand::<_, Takes, Yields>(
                    &inner,
                    ::core::marker::PhantomData,
                ))
                    .kind();
                let mut inner = kind.start(inner);
                let mut input: Takes = first;
                loop {
                    match ::coro_core::Resume::<Takes, Yields>::resume(&mut inner, input) {
                        ::coro_core::CoroutineState::Yielded(value) => {
                            input = $crate::oracle::suspend::<Yields, Takes>(value).await;
                        }
                        ::coro_core::CoroutineState::Complete(value) => break value,
                    }
                }
            }
        }
    };
}

/// Defines a test that runs a body as a coroutine of ours and as one of rustc's.
///
/// `fidelity! { fn name(parameters) as (arguments), first input, takes In, yields Out, returns R,
/// unclonable => { body } }`, where all but the parameters, the arguments and `yields` can be left
/// out. `first` names a `#[resume]` parameter, `unclonable` says that the coroutine is not `Clone`.
/// With `iterates Item` instead of the types, the function returns an `impl Iterator`. A body without a suspension
/// is refused, unless `never suspends` stands in front of the `=>`.
#[macro_export]
macro_rules! fidelity {
    (
        $(#[$meta:meta])*
        fn $name:ident $params:tt as $args:tt, iterates $out:ty $(, never $never:ident)? => $body:tt
    ) => {
        mod $name {
            use super::*;

            mod subject {
                use super::super::*;

                #[::coro_core::coroutine]
                pub(super) fn $name $params -> impl ::core::iter::Iterator<Item = $out> $body
            }
            $crate::fidelity! { @oracle $name $params [$args] [] [()] [$out] [()] $body }

            pub(super) fn subject() -> ::std::boxed::Box<dyn $crate::run::Probe<(), $out, ()>> {
                ::std::boxed::Box::new($crate::run::Iterating(subject::$name $args))
            }
        }

        $(#[$meta])*
        #[test]
        fn $name() {
            $crate::run::check_body(::core::stringify!($body), &[$(::core::stringify!($never))?]);
            $crate::run::compare(&$name::subject, &$name::oracle);
        }
    };
    (
        $(#[$meta:meta])*
        fn $name:ident $params:tt as $args:tt
        $(, first $first:ident)?
        $(, takes $in:ty)?
        , yields $out:ty
        $(, returns $ret:ty)?
        , unclonable => $body:tt
    ) => {
        $crate::fidelity! {
            @ [$(#[$meta])*] $name $params $args [$($first)?] [$($in,)? (),] [$out] [$($ret,)? (),]
            [Plain] [] [] $body
        }
    };
    (
        $(#[$meta:meta])*
        fn $name:ident $params:tt as $args:tt
        $(, first $first:ident)?
        $(, takes $in:ty)?
        , yields $out:ty
        $(, returns $ret:ty)?
        $(, never $never:ident)?
        => $body:tt
    ) => {
        $crate::fidelity! {
            @ [$(#[$meta])*] $name $params $args [$($first)?] [$($in,)? (),] [$out] [$($ret,)? (),]
            [Clonable] [+ ::core::clone::Clone] [$($never)?] $body
        }
    };
    (
        @ [$($meta:tt)*] $name:ident $params:tt $args:tt $first:tt [$in:ty, $($_1:tt)*] [$out:ty]
        [$ret:ty, $($_2:tt)*] [$probe:ident] [$($bound:tt)*] [$($never:ident)?] $body:tt
    ) => {
        $crate::fidelity! {
            @both $name $params $args $first [$in] [$out] [$ret] [$probe] [$($bound)*] $body
        }

        $($meta)*
        #[test]
        fn $name() {
            $crate::run::check_body(::core::stringify!($body), &[$(::core::stringify!($never))?]);
            $crate::run::compare(&$name::subject, &$name::oracle);
        }
    };
    (
        @both $name:ident $params:tt $args:tt $first:tt [$in:ty] [$out:ty] [$ret:ty]
        [$probe:ident] [$($bound:tt)*] $body:tt
    ) => {
        mod $name {
            use super::*;

            $crate::fidelity! {
                @subject $name $params $first [$in] [$out] [$ret] [$($bound)*] $body
            }
            $crate::fidelity! { @oracle $name $params [$args] $first [$in] [$out] [$ret] $body }

            pub(super) fn subject() -> ::std::boxed::Box<dyn $crate::run::Probe<$in, $out, $ret>> {
                ::std::boxed::Box::new($crate::run::$probe(subject::$name $args))
            }
        }
    };
    (@subject $name:ident $params:tt [] [$in:ty] [$out:ty] [$ret:ty] [$($bound:tt)*] $body:tt) => {
        mod subject {
            use super::super::*;

            #[::coro_core::coroutine]
            pub(super) fn $name $params
                -> impl ::coro_core::Resume<$in, $out, Return = $ret> $($bound)* $body
        }
    };
    (
        @subject $name:ident ($($params:tt)*) [$first:ident] [$in:ty] [$out:ty] [$ret:ty]
        [$($bound:tt)*] $body:tt
    ) => {
        mod subject {
            use super::super::*;

            #[::coro_core::coroutine]
            pub(super) fn $name($($params)* #[resume] $first: $in)
                -> impl ::coro_core::Resume<$in, $out, Return = $ret> $($bound)* $body
        }
    };
    (
        @oracle $name:ident $params:tt [$args:tt] [$($first:ident)?] [$in:ty] [$out:ty] [$ret:ty]
        $body:tt
    ) => {
        mod oracle {
            use super::super::*;
            use $crate::{oracle_yield as yield_, oracle_yield_from as yield_from};

            type Yields = $out;
            type Takes = $in;

            $crate::fidelity! { @future $name $params [$($first)?] [$ret] $body }
        }

        pub(super) fn oracle() -> ::std::boxed::Box<dyn $crate::run::Probe<$in, $out, $ret>> {
            ::std::boxed::Box::new($crate::run::Reference($crate::oracle::Oracle::new(oracle::$name $args)))
        }
    };
    (@future $name:ident $params:tt [] [$ret:ty] $body:tt) => {
        pub(super) async fn $name $params -> $ret {
            ::core::mem::drop($crate::oracle::take_input::<Takes>());
            $body
        }
    };
    (@future $name:ident $params:tt [$first:ident] [$ret:ty] $body:tt) => {
        pub(super) async fn $name $params -> $ret {
            let $first = $crate::oracle::take_input::<Takes>();
            let value: $ret = $body;
            value
        }
    };
}
