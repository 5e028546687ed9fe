#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
// The documentation names what every feature adds.
#![cfg_attr(
    not(all(feature = "futures-core", feature = "macros", feature = "std")),
    allow(rustdoc::broken_intra_doc_links)
)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
#[path = "private/mod.rs"]
pub mod __private;
pub mod combinators;
mod drive_async;
mod fused;
mod iter;
mod machine;
mod no_input;
mod pointers;
mod progress;
mod resume;
mod sources;
pub mod stage;
mod state;
#[cfg(feature = "futures-core")]
mod stream;

#[cfg(feature = "macros")]
#[doc(inline)]
#[doc = include_str!("coroutine.md")]
pub use coro_macros::coroutine;
#[cfg(feature = "macros")]
#[doc(inline)]
#[doc = include_str!("coroutines.md")]
pub use coro_macros::coroutines;

#[cfg(feature = "futures-core")]
pub use self::stream::{FromStream, IntoStream, from_stream};
#[cfg(feature = "alloc")]
pub use self::{
    combinators::{broadcast, mux, round_robin},
    pointers::{BoxResume, LocalBoxResume},
};
pub use self::{
    drive_async::drive_async,
    fused::FusedResume,
    iter::Iter,
    machine::{Generator, Machine},
    no_input::NoInput,
    resume::Resume,
    sources::{
        Arr, Empty, FromFn, FromIter, Identity, Once, Ready, RepeatWith, Unfold, arr, empty,
        from_fn, from_iter, identity, once, ready, repeat_with, unfold,
    },
    stage::Stage,
    state::CoroutineState,
};

/// Suspends the coroutine: see [`macro@coroutine`]'s guide.
///
/// This definition is what a `yield_!` outside a coroutine meets.
///
/// ```compile_fail
/// coro_core::yield_!(1);
/// ```
#[macro_export]
macro_rules! yield_ {
    ($($tokens:tt)*) => {
        ::core::compile_error!("`yield_!` outside a coroutine\nhelp: put `#[coro_core::coroutine]` on the function that suspends\nnote: a macro of one's own cannot suspend: it is expanded later; let it give the value, `yield_!(name!(…))`")
    };
}

/// Runs another coroutine or iterator to its end: see [`macro@coroutine`]'s guide.
///
/// This definition is what a `yield_from!` outside a coroutine meets.
///
/// ```compile_fail
/// coro_core::yield_from!(0..3);
/// ```
#[macro_export]
macro_rules! yield_from {
    ($($tokens:tt)*) => {
        ::core::compile_error!("`yield_from!` outside a coroutine\nhelp: put `#[coro_core::coroutine]` on the function that delegates\nnote: a macro of one's own cannot delegate: it is expanded later; let it give the coroutine, `yield_from!(name!(…))`")
    };
}
