//! Generated code is silent.
//!
//! In: coroutines of all shapes, as they are written in programs. Out: nothing, under every group of
//! lints that rustc and clippy have, in a crate without the standard library. What they compute is
//! tested beside them.
#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings)]
#![deny(
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    rust_2018_idioms,
    unused,
    ambiguous_negative_literals,
    deprecated_in_future,
    explicit_outlives_requirements,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_abi,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_crate_dependencies,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]

extern crate alloc;

mod core {}
mod coro_core {}
mod std {}

pub mod assigned;
pub mod borrowed_again;
pub mod configured;
pub mod control_flow;
pub mod crate_path;
pub mod delegation;
pub mod generics;
pub mod hygiene;
pub mod iterators;
pub mod locals;
pub mod methods;
pub mod names;
pub mod no_prelude;
pub mod one_line;
pub mod operations;
pub mod raw_identifiers;
pub mod shapes;
pub mod two_way;
