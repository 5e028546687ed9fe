//! Clones that are assigned to what they borrow from.
//!
//! In: the lowered code. Out: whether `x = part.to_owned()` stands in it, with a `part` that may borrow from
//! `x`. clippy proposes `clone_into` for it, since it does not look at borrows in closures.

use syn::{
    Expr, Pat, Stmt,
    visit::{self, Visit},
};

use crate::{
    lower::operands::root,
    resolve::names::{Local, Locals},
};

/// What a clone is assigned to, and what it is a clone of.
pub type Pair = (Local, Local);

/// Reads an assignment of a clone.
pub fn assigned(expr: &syn::ExprAssign, locals: &Locals) -> Option<Pair> {
    match &*expr.right {
        Expr::MethodCall(call) if call.method == "to_owned" || call.method == "clone" => {
            root(&expr.left, locals).zip(origin(&call.receiver, locals))
        }
        _ => None,
    }
}

/// Returns the local that a value is made of by a chain of methods.
fn origin(expr: &Expr, locals: &Locals) -> Option<Local> {
    match expr {
        Expr::MethodCall(call) => origin(&call.receiver, locals),
        Expr::Reference(expr) => origin(&expr.expr, locals),
        Expr::Try(expr) => origin(&expr.expr, locals),
        expr => root(expr, locals),
    }
}

/// Tells whether what one of them clones may borrow from what it is assigned to.
pub fn borrow<'a>(found: &[Pair], code: impl Iterator<Item = &'a Stmt>, locals: &Locals) -> bool {
    let mut borrows = Borrows { locals, clones: found, found: false };
    if !found.is_empty() {
        code.for_each(|stmt| borrows.visit_stmt(stmt));
    }
    borrows.found || found.iter().any(|(assigned, cloned)| assigned == cloned)
}

/// Finds where what is cloned is made of what the clone is assigned to.
struct Borrows<'a> {
    locals: &'a Locals,
    clones: &'a [Pair],
    found: bool,
}

impl Borrows<'_> {
    fn bound(&mut self, pat: &Pat, value: &Expr) {
        let bound = self.locals.bound_by(pat);
        for (assigned, cloned) in self.clones {
            if bound.contains(cloned) {
                let mut mentions = Mentions { locals: self.locals, local: *assigned, found: false };
                mentions.visit_expr(value);
                self.found |= mentions.found;
            }
        }
    }
}

impl Visit<'_> for Borrows<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        if let Some(init) = &stmt.init {
            self.bound(&stmt.pat, &init.expr);
        }
        visit::visit_local(self, stmt);
    }
    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        self.bound(&expr.pat, &expr.expr);
        visit::visit_expr_let(self, expr);
    }
    fn visit_expr_match(&mut self, expr: &syn::ExprMatch) {
        expr.arms.iter().for_each(|arm| self.bound(&arm.pat, &expr.expr));
        visit::visit_expr_match(self, expr);
    }
    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        self.bound(&expr.pat, &expr.expr);
        visit::visit_expr_for_loop(self, expr);
    }
    fn visit_pat(&mut self, _: &Pat) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

struct Mentions<'a> {
    locals: &'a Locals,
    local: Local,
    found: bool,
}

impl Visit<'_> for Mentions<'_> {
    fn visit_expr_path(&mut self, expr: &syn::ExprPath) {
        self.found |= self.locals.at_path(&expr.path) == Some(self.local);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}
