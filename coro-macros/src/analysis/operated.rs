//! Locals that a body only computes with.
//!
//! In: the body of a closure. Out: the locals that it takes by value, if at all, only in positions in which
//! nearly always numbers stand: operands of arithmetic, conditions, ends of ranges, and what a `match` looks
//! at. Where other things show that the closure can be called again, they count as copies.

use syn::{Expr, Pat};

use crate::{
    resolve::names::{Local, Locals},
    scan,
    visit::{self, Visit},
};

/// Tells whether a body only computes with a local.
pub fn only_computes(body: &Expr, local: Local, locals: &Locals) -> bool {
    let mut scan = Others { local, locals, found: false };
    scan.visit_expr(body);
    !scan.found
}

/// Finds a mention in any other position.
struct Others<'a> {
    local: Local,
    locals: &'a Locals,
    found: bool,
}

impl Others<'_> {
    fn is_here(&self, expr: &Expr) -> bool {
        self.locals.of_expr(expr) == Some(self.local)
    }

    /// Visits an operand, but for the local itself.
    fn operand(&mut self, expr: &Expr) {
        if !self.is_here(expr) {
            self.visit_expr(expr);
        }
    }
}

impl Visit<'_> for Others<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            expr if self.is_here(expr) => self.found = true,
            Expr::Binary(binary) if !scan::is_compound_assignment(&binary.op) => {
                self.operand(&binary.left);
                self.operand(&binary.right);
            }
            Expr::Unary(unary) => self.operand(&unary.expr),
            Expr::Reference(reference) => self.operand(&reference.expr),
            Expr::Cast(cast) => self.operand(&cast.expr),
            Expr::Range(range) => {
                range.start.iter().chain(&range.end).for_each(|end| self.operand(end));
            }
            Expr::If(branch) => {
                self.operand(&branch.cond);
                self.visit_block(&branch.then_branch);
                branch.else_branch.iter().for_each(|(_, other)| self.visit_expr(other));
            }
            Expr::While(looped) => {
                self.operand(&looped.cond);
                self.visit_block(&looped.body);
            }
            Expr::Let(condition) => self.operand(&condition.expr),
            Expr::Match(branch) => {
                self.operand(&branch.expr);
                branch.arms.iter().for_each(|arm| self.visit_arm(arm));
            }
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        match (&stmt.pat, &stmt.init) {
            // Taken apart, and not handed on as a whole.
            (Pat::Tuple(_), Some(init)) => self.operand(&init.expr),
            _ => visit::visit_local(self, stmt),
        }
    }

    /// A macro shows its arguments, or takes none of them.
    fn visit_macro(&mut self, _: &syn::Macro) {}
}
