//! The keyword `yield` in what an attribute is put on.
//!
//! In: a function as the compiler has parsed it. Out: an error for each `yield`, where the compiler has
//! refused it (E0658) without saying what to write.

use proc_macro2::Span;
use syn::{Error, ExprYield, ItemFn};

use crate::{
    diagnostics::Diagnostics,
    items::Identifiers,
    visit::{self, Visit},
};

/// Says of each `yield` in a function how it is spelled on stable Rust.
///
/// # Errors
///
/// Fails if there is one, unless the compiler has unstable features.
pub fn check(function: &ItemFn, taken: &Identifiers) -> Result<(), Error> {
    let mut spelling = Spelling::default();
    if taken.contains("yield") && !is_unstable() {
        spelling.visit_block(&function.block);
    }
    spelling.0.finish()
}

/// Tells whether the compiler has unstable features, as joining spans is one.
fn is_unstable() -> bool {
    let span = Span::call_site();
    span.join(span).is_some()
}

#[derive(Default)]
struct Spelling(Diagnostics);

impl Visit<'_> for Spelling {
    fn visit_expr_yield(&mut self, expr: &ExprYield) {
        let operand = if expr.expr.is_some() { "…" } else { "" };
        self.0.error(
            expr.yield_token.span,
            format_args!(
                "the keyword `yield` under an attribute\nhelp: write `yield_!({operand})`\nnote: stable Rust \
                 takes the keyword in the tokens of a macro only, such as `coro_core::coroutines! {{ fn … }}`",
            ),
        );
        visit::visit_expr_yield(self, expr);
    }
}
