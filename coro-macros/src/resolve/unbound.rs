//! What a pattern leaves unbound.
//!
//! In: a pattern that takes a value apart. Out: the same pattern with a hidden local in the place of
//! each `_`: the part lives as long as the value does, also across suspensions. Behind a reference
//! there is nothing to take, and the alternatives of `|` would have to agree.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{
    Pat, Stmt,
    visit_mut::{self, VisitMut},
};

use super::names::{Local, Locals};
use crate::source::ident_pat;

/// Binds each `_` of a pattern; lists the hidden locals in the order of the text.
pub fn bind(pat: &mut Pat, locals: &mut Locals) -> Vec<Local> {
    let mut wildcards = Wildcards { locals, found: Vec::new() };
    if !matches!(pat, Pat::Wild(_)) {
        wildcards.visit_pat_mut(pat);
    }
    wildcards.found
}

/// As [`bind`], and the whole value where the pattern is nothing but `_`.
pub fn bind_value(pat: &mut Pat, locals: &mut Locals) -> Vec<Local> {
    let mut wildcards = Wildcards { locals, found: Vec::new() };
    wildcards.visit_pat_mut(pat);
    wildcards.found
}

/// Makes `let local = local;`, which makes a local the newest.
pub fn rebind(local: Local, locals: &Locals) -> Stmt {
    let span = Span::mixed_site().located_at(locals[local].name.span());
    let ident = locals.ident(local);
    let mutable = locals[local].mutable.then(|| syn::Token![mut](span));
    syn::parse2(quote_spanned!(span=> let #mutable #ident = #ident;))
        .expect("generated syntax is valid")
}

struct Wildcards<'a> {
    locals: &'a mut Locals,
    found: Vec<Local>,
}

impl VisitMut for Wildcards<'_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Wild(wild) => {
                let local = self.locals.hidden("_unbound", wild.underscore_token.spans[0]);
                self.found.push(local);
                *pat = ident_pat(None, self.locals.ident(local));
            }
            Pat::Reference(_) | Pat::Or(_) | Pat::Slice(_) => {}
            Pat::Guard(guarded) => self.visit_pat_mut(&mut guarded.pat),
            other => visit_mut::visit_pat_mut(self, other),
        }
    }

    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}
