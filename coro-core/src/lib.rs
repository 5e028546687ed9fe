//! Coroutines as plain enums on stable Rust.
//!
//! In: functions with yield points, compiled by [`macro@coroutine`]. Out: values that implement
//! [`Resume`], and the adaptors that compose them.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
#[path = "private/mod.rs"]
pub mod __private;
mod iter;
mod machine;
mod resume;
mod state;

#[cfg(feature = "macros")]
pub use coro_macros::{coroutine, coroutines};

pub use self::{
    iter::Iter,
    machine::{Generator, Machine},
    resume::Resume,
    state::CoroutineState,
};

/// Suspends the coroutine: see the macro of the same name in [`macro@coroutine`]'s guide.
///
/// This definition is what a `yield_!` outside a coroutine meets.
///
/// ```compile_fail
/// coro_core::yield_!(1);
/// ```
#[macro_export]
macro_rules! yield_ {
    ($($tokens:tt)*) => {
        ::core::compile_error!("`yield_!` outside a coroutine\nhelp: put `#[coro_core::coroutine]` on the function that suspends")
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
        ::core::compile_error!("`yield_from!` outside a coroutine\nhelp: put `#[coro_core::coroutine]` on the function that delegates")
    };
}
