//! What a pattern does to the place that it is matched against.
//!
//! In: a pattern. Out: whether it moves the whole value out, part of it, or nothing.

use syn::{ExprMatch, Pat, visit::Visit};

use crate::{resolve::names::Locals, temporaries::is_literal};

/// Tells whether matching takes the whole value: it binds by value and leaves no part behind.
///
/// A pattern that leaves a part unbound (`_`, `..`) counts as not moving: if it moves the other
/// parts after all, rustc reports the use of the rest at the next suspension.
pub fn moves(pat: &Pat, locals: &Locals) -> bool {
    let mut scan = Scan { locals, binds: false, leaves: false };
    scan.visit_pat(pat);
    scan.binds && !scan.leaves
}

/// Tells whether a `match` compares what it matches with a literal: whatever its arms bind is copied.
pub fn copies(expr: &ExprMatch) -> bool {
    expr.arms.iter().any(|arm| match &arm.pat {
        Pat::Guard(guarded) => is_literal(&guarded.pat),
        pat => is_literal(pat),
    })
}

struct Scan<'a> {
    locals: &'a Locals,
    binds: bool,
    leaves: bool,
}

impl Visit<'_> for Scan<'_> {
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        if self.locals.get(&pat.ident).is_some() {
            // What is a literal is copied.
            let copied = pat.subpat.as_ref().is_some_and(|(_, subpat)| is_literal(subpat));
            if pat.by_ref.is_some() {
                self.leaves = true;
            } else if !copied {
                self.binds = true;
            }
        }
        // A name for the whole takes the whole.
        if let (Some((_, subpat)), true) = (&pat.subpat, pat.by_ref.is_some()) {
            self.visit_pat(subpat);
        }
    }
    fn visit_pat_wild(&mut self, _: &syn::PatWild) {
        self.leaves = true;
    }
    fn visit_pat_rest(&mut self, _: &syn::PatRest) {
        self.leaves = true;
    }
    fn visit_pat_struct(&mut self, pat: &syn::PatStruct) {
        self.leaves |= pat.rest.is_some();
        syn::visit::visit_pat_struct(self, pat);
    }
    fn visit_pat_guard(&mut self, pat: &syn::PatGuard) {
        self.visit_pat(&pat.pat);
    }
    fn visit_expr(&mut self, _: &syn::Expr) {}
}
