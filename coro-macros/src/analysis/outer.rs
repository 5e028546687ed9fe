//! Names that a block's code finds outside of the function: functions, constants and statics.
//!
//! In: the code of a block. Out: its names that are no locals', and the locals that it declares in front of their
//! values. Where the block is given a local of such a name, which is another scope's, or where the value of one
//! that is declared before mentions the name, the local would take the name's place: it needs another one.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Stmt};

use crate::{
    ir::Marker,
    resolve::{
        format::replace_captures,
        names::{Local, Locals, is_local},
    },
    visit::{self, Visit},
};

/// Lists the names in code that are no locals', and the locals that are declared without a value.
pub fn names(code: &[Stmt], locals: &Locals) -> (BTreeSet<String>, Vec<Local>) {
    let mut names = Names { locals, found: BTreeSet::new(), declared: Vec::new() };
    for stmt in code {
        names.visit_stmt(stmt);
    }
    (names.found, names.declared)
}

struct Names<'a> {
    locals: &'a Locals,
    found: BTreeSet<String>,
    declared: Vec<Local>,
}

impl Visit<'_> for Names<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if Marker::parse(expr).is_none() {
            visit::visit_expr(self, expr);
        }
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        if stmt.init.is_none() {
            self.declared.extend(self.locals.bound_by(&stmt.pat));
        }
        visit::visit_local(self, stmt);
    }

    fn visit_expr_path(&mut self, expr: &syn::ExprPath) {
        if let Some(name) = expr.path.get_ident().filter(|name| !is_local(name)) {
            self.found.insert(name.to_string());
        }
    }

    fn visit_token_stream(&mut self, tokens: &TokenStream) {
        for token in tokens.clone() {
            match token {
                TokenTree::Group(group) => self.visit_token_stream(&group.stream()),
                TokenTree::Ident(name) if !is_local(&name) => {
                    self.found.insert(name.to_string());
                }
                TokenTree::Literal(literal) => {
                    replace_captures(&literal, &mut |name| {
                        if self.locals.by_spelling(name).is_none() {
                            self.found.insert(name.to_owned());
                        }
                        None
                    });
                }
                _ => {}
            }
        }
    }

    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_item(&mut self, item: &syn::Item) {
        self.visit_token_stream(&item.to_token_stream());
    }
}
