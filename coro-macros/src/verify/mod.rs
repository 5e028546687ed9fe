//! The invariants of the stages, checked where the macro is built with the feature `verify`.
//!
//! In: what a stage has made. Out: nothing, or a [`Violation`], which is reported to the user as a bug of the
//! macro with the graph's dump: without it, the compiler would tell of a type error in code that nobody wrote.
//! All tests of this repository are built with the feature; elsewhere an expansion does without what it costs.
//! (Cranelift's verifier is the model: <https://docs.rs/cranelift-codegen>, module `verifier`.)

mod facts;
mod graph;
mod layout;
mod output;

use std::fmt::Write as _;

use proc_macro2::Ident;
use syn::Error;

use crate::ir::dump::Dump;

pub use self::{facts::facts, graph::graph, layout::layout, output::output};

/// A violated invariant.
#[derive(Debug, PartialEq, Eq)]
pub struct Violation {
    /// The stage that has broken it.
    stage: &'static str,
    /// What does not hold.
    what: String,
}

impl Violation {
    fn new(stage: &'static str, what: String) -> Self {
        Self { stage, what }
    }

    /// Makes the error at the function's name: it shows the graph, if there is one.
    pub fn report(&self, function: &Ident, dump: Option<&Dump<'_>>) -> Error {
        let Self { stage, what } = self;
        let mut message = format!(
            "this is a bug in `#[coroutine]`, and not in your code: in `{function}`, after {stage}, {what}\n\
             help: please report it with the function and all of this message"
        );
        if let Some(dump) = dump {
            let _ = write!(message, "\nnote: the graph is\n{dump}");
        }
        Error::new(function.span(), message.trim_end())
    }
}

/// Fails with what is said of a stage unless it holds.
fn hold(holds: bool, stage: &'static str, what: impl FnOnce() -> String) -> Result<(), Violation> {
    if holds { Ok(()) } else { Err(Violation::new(stage, what())) }
}

#[cfg(test)]
mod tests;
