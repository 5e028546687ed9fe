//! The `#[coroutine]` attribute: see `coro_core`, which re-exports it.
//!
//! One coroutine goes through these phases, each with its own data type:
//!
//! | phase | from | to |
//! | --- | --- | --- |
//! | `configure` | `#[cfg]` in a function | the function without it |
//! | `items`, `args`, `source`, `returns` | tokens | `Source`, the function taken apart |
//! | `resolve` | names | locals |
//! | `check` | what is refused | errors, all at once |
//! | `desugar` | `yield_from!`, `?` | loops and branches |
//! | `lower` | the body | `ir::Body`, blocks and suspend points |
//! | `analysis` | the graph | `analysis::Facts`, what each block is passed |
//! | `threading` | jumps | jumps that skip blocks which only jump on |
//! | `layout` | facts | `layout::Layout`, two enums |
//! | `codegen` | all of it | tokens |
//!
//! With the feature `verify`, the module of its name checks the invariants behind each of the last five, and parses
//! the output again.
#![forbid(unsafe_code)]

mod analysis;
mod answer;
mod args;
mod assignee;
mod ast;
mod attributes;
mod bare_traits;
mod bindings;
mod borrowed;
mod check;
mod codegen;
mod compile;
mod configure;
mod describe;
mod desugar;
mod diagnostics;
mod elision;
mod flow;
mod force;
mod ir;
mod items;
mod keyword;
mod known;
mod layout;
mod lent;
mod lifetimes;
mod lower;
mod params;
mod reborrow;
mod resolve;
mod returns;
mod scan;
mod settle;
mod source;
mod split;
mod temporaries;
mod threading;
#[cfg(any(test, feature = "verify"))]
mod verify;
mod visit;
mod visit_mut;

use proc_macro::TokenStream;

/// The attribute itself is in `coro_macros`; `coro_core` documents it, and is what to depend on.
#[proc_macro_attribute]
pub fn coroutine(args: TokenStream, item: TokenStream) -> TokenStream {
    compile::attribute(args.into(), item.into()).into()
}

/// The macro itself is in `coro_macros`; `coro_core` documents it, and is what to depend on.
#[proc_macro]
pub fn coroutines(items: TokenStream) -> TokenStream {
    compile::functions(items.into()).into()
}

/// Stands for a resume argument: what the generated code of `#[coroutine]` puts its name in.
#[doc(hidden)]
#[proc_macro]
pub fn answer(name: TokenStream) -> TokenStream {
    answer::unwrapped(name.into(), proc_macro2::Span::call_site()).into()
}

/// Compiles a function of which the compiler has told how it is configured: what `#[coroutine]` writes
/// where a function holds `#[cfg]`.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn configured(asked: TokenStream, answers: TokenStream) -> TokenStream {
    compile::configured(asked.into(), answers.into()).into()
}
