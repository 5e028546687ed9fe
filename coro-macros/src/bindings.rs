//! What code gives values to.
//!
//! In: statements. Out: each pattern and each place that is given a value, with the value, behind those in the value.
//! Closures, macros and items have bindings of their own, which are not among them.

use syn::{Expr, Pat, Stmt};

use crate::visit::{self, Visit};

/// What is given a value.
pub enum Target<'a> {
    /// What a pattern binds.
    Pattern(&'a Pat),
    /// What is assigned.
    Place(&'a Expr),
}

/// Calls a function for each target and its value.
pub fn each<'a>(
    code: impl IntoIterator<Item = &'a Stmt>,
    visit: &mut dyn FnMut(Target<'a>, &'a Expr),
) {
    let mut bindings = Bindings { visit };
    for stmt in code {
        bindings.visit_stmt(stmt);
    }
}

struct Bindings<'a, 'v> {
    visit: &'v mut dyn FnMut(Target<'a>, &'a Expr),
}

impl<'a> Visit<'a> for Bindings<'a, '_> {
    fn visit_local(&mut self, stmt: &'a syn::Local) {
        visit::visit_local(self, stmt);
        if let Some(init) = &stmt.init {
            (self.visit)(Target::Pattern(&stmt.pat), &init.expr);
        }
    }
    fn visit_expr_let(&mut self, expr: &'a syn::ExprLet) {
        (self.visit)(Target::Pattern(&expr.pat), &expr.expr);
        visit::visit_expr_let(self, expr);
    }
    fn visit_expr_match(&mut self, expr: &'a syn::ExprMatch) {
        for arm in &expr.arms {
            (self.visit)(Target::Pattern(&arm.pat), &expr.expr);
        }
        visit::visit_expr_match(self, expr);
    }
    fn visit_expr_for_loop(&mut self, expr: &'a syn::ExprForLoop) {
        (self.visit)(Target::Pattern(&expr.pat), &expr.expr);
        visit::visit_expr_for_loop(self, expr);
    }
    fn visit_expr_assign(&mut self, expr: &'a syn::ExprAssign) {
        visit::visit_expr_assign(self, expr);
        (self.visit)(Target::Place(&expr.left), &expr.right);
    }
    fn visit_expr_path(&mut self, _: &'a syn::ExprPath) {}
    fn visit_expr_lit(&mut self, _: &'a syn::ExprLit) {}
    fn visit_expr_closure(&mut self, _: &'a syn::ExprClosure) {}
    fn visit_macro(&mut self, _: &'a syn::Macro) {}
    fn visit_pat(&mut self, _: &'a Pat) {}
    fn visit_type(&mut self, _: &'a syn::Type) {}
    fn visit_item(&mut self, _: &'a syn::Item) {}
}
