//! Attributes of expressions that are no statements any more.
//!
//! In: what is printed of a block. Out: the same, with braces around each operand that has attributes: rustc takes
//! them of a statement only, and of what gives a block its value, as it was in the source.

use proc_macro2::Span;
use syn::{Expr, Stmt};

use crate::{
    ast,
    configure::attrs,
    visit_mut::{self, VisitMut},
};

/// Puts braces around operands that have attributes.
pub fn set_apart(stmts: &mut [Stmt]) {
    for stmt in stmts {
        Operands.visit_stmt_mut(stmt);
    }
}

struct Operands;

impl VisitMut for Operands {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Expr(expr, _) => visit_mut::visit_expr_mut(self, expr),
            stmt => visit_mut::visit_stmt_mut(self, stmt),
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if attrs::expr(expr).is_some_and(|attrs| !attrs.is_empty()) {
            let place = ast::span(expr);
            let value = std::mem::replace(expr, Expr::PLACEHOLDER);
            let span = Span::mixed_site().located_at(place);
            *expr = ast::block_expr(ast::value_block(value, span));
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_macro_mut(&mut self, _: &mut syn::Macro) {}
    fn visit_pat_mut(&mut self, _: &mut syn::Pat) {}
    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
}
