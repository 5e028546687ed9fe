//! The keyword `yield` in functions under the attribute, which only a compiler with unstable features lets through:
//!
//! ```console
//! $ RUSTC_BOOTSTRAP=1 cargo test -p coro-tests --test keyword
//! ```
//!
//! Without the variable there is nothing in here.
#![cfg_attr(unstable_syntax, feature(yield_expr))]

mod keyword {
    // In a file of its own, since the keyword is refused in all that is parsed.
    #[cfg(unstable_syntax)]
    mod yields;
}
