//! Assignments that end what is left of a local's old value.
//!
//! In: code, and the locals of which a remnant is held while the code gives them a new value. Out:
//! code that drops the remnant when the assignment drops the old value: once the new one is in its
//! place, and before the temporaries of the statement.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{
    Expr, Stmt,
    visit_mut::{self, VisitMut},
};

use super::Emitter;
use crate::{analysis::Form, known, resolve::names::Local};

/// Makes the assignments in a statement end the remnants.
pub fn end_remnants(stmt: &mut Stmt, emitter: &Emitter<'_>, cells: &[(Local, Form)]) {
    if !cells.is_empty() {
        Assignments { emitter, cells }.visit_stmt_mut(stmt);
    }
}

struct Assignments<'a> {
    emitter: &'a Emitter<'a>,
    cells: &'a [(Local, Form)],
}

impl Assignments<'_> {
    /// Returns the local that is assigned as a whole, if a remnant of it is held.
    fn cell(&self, left: &Expr) -> Option<Local> {
        let Expr::Path(path) = left else { return None };
        let local = self.emitter.locals.get(path.path.get_ident()?)?;
        self.cells.iter().any(|(cell, _)| *cell == local).then_some(local)
    }

    /// Takes a destructuring assignment to such a local apart, as rustc does.
    ///
    /// ```text
    /// (a, _) = value   →   { let (part1, _) = value; a = part1; }
    /// ```
    fn take_apart(&self, assign: &syn::ExprAssign) -> Option<Expr> {
        let mut parts = Parts { cells: self, found: Vec::new(), held: false };
        let pattern = parts.pattern(&assign.left)?;
        if !parts.held {
            return None;
        }
        let value = &assign.right;
        let parts = parts.found.iter().map(|(place, part)| quote!(#place = #part;));
        let span = self.emitter.names.span;
        let tokens = quote_spanned!(span=> { let #pattern = #value; #(#parts)* });
        Some(syn::parse2(tokens).expect("generated syntax is valid"))
    }
}

/// The places that a destructuring assignment assigns to.
struct Parts<'a> {
    cells: &'a Assignments<'a>,
    found: Vec<(Expr, Ident)>,
    held: bool,
}

impl Parts<'_> {
    /// Turns the left side into a pattern; nothing if it is a place itself.
    fn pattern(&mut self, left: &Expr) -> Option<TokenStream> {
        Some(match left {
            Expr::Tuple(tuple) => {
                let parts = tuple.elems.iter().map(|part| self.part(part));
                let parts: Vec<_> = parts.collect();
                quote!((#(#parts,)*))
            }
            Expr::Array(array) => {
                let parts = array.elems.iter().map(|part| self.part(part));
                let parts: Vec<_> = parts.collect();
                quote!([#(#parts),*])
            }
            Expr::Call(call) => {
                let (name, parts) = (&call.func, call.args.iter().map(|part| self.part(part)));
                let parts: Vec<_> = parts.collect();
                quote!(#name(#(#parts),*))
            }
            Expr::Struct(literal) => {
                let name = &literal.path;
                let rest = literal.dot2_token.as_ref();
                let fields = literal.fields.iter().map(|field| {
                    let (member, part) = (&field.member, self.part(&field.expr));
                    quote!(#member: #part,)
                });
                let fields: Vec<_> = fields.collect();
                quote!(#name { #(#fields)* #rest })
            }
            Expr::Paren(paren) => return self.pattern(&paren.expr),
            _ => return None,
        })
    }

    fn part(&mut self, place: &Expr) -> TokenStream {
        match place {
            Expr::Infer(_) => return quote!(_),
            Expr::Range(range) if range.start.is_none() && range.end.is_none() => {
                return quote!(..);
            }
            _ => {}
        }
        if let Some(pattern) = self.pattern(place) {
            return pattern;
        }
        self.held |= self.cells.cell(place).is_some();
        let part = quote::format_ident!(
            "part{}",
            self.found.len() + 1,
            span = self.cells.emitter.names.span
        );
        self.found.push((place.clone(), part.clone()));
        quote!(#part)
    }
}

impl VisitMut for Assignments<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Assign(assign) = expr {
            if let Some(apart) = self.take_apart(assign) {
                *expr = apart;
            }
        }
        visit_mut::visit_expr_mut(self, expr);
        let Expr::Assign(assign) = expr else { return };
        let Some(local) = self.cell(&assign.left) else { return };
        let rest = self.emitter.remnant_name(local);
        let span = self.emitter.names.span;
        *expr = syn::parse2(quote_spanned! {span=>
            match (#assign) { () => ::core::mem::drop(#rest.take()) }
        })
        .expect("generated syntax is valid");
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if let Some(mut known) = known::parse(mac) {
            for arg in &mut known.args {
                self.visit_expr_mut(&mut arg.expr);
            }
            mac.tokens = known.tokens();
        }
    }
}
