//! Temporaries of what comes after a suspension by more than one way.
//!
//! In: resolved syntax. Out: whether a loop, or a branch that may leave, gives a temporary after a
//! suspension, so that what is made on the way there has to be kept.

use syn::Expr;

use super::{has_temporary_operand, holds_temporary};
use crate::{
    known, scan,
    visit::{self, Visit},
};

/// Tells whether an expression makes a temporary of what a loop, or a branch that leaves, gives after a
/// suspension: where operands wait for it, it is made before the operation.
pub fn come_of_jumps(expr: &Expr) -> bool {
    struct Made {
        in_operand: bool,
        found: bool,
    }
    impl Visit<'_> for Made {
        fn visit_expr(&mut self, expr: &Expr) {
            match expr {
                Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => {
                    self.found |= self.in_operand && scan::needs_lowering(expr);
                }
                // One of its branches may leave, and the other come here.
                Expr::If(_) | Expr::Match(_) if self.in_operand => {
                    self.found |= scan::needs_lowering(expr) && scan::holds_jump(expr);
                }
                Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
                expr => {
                    let mut waiting = false;
                    operands(expr, &mut |operand| {
                        self.found |= waiting && leaves_temporaries(operand);
                        waiting |= !matches!(operand, Expr::Lit(_));
                    });
                    let before = self.in_operand;
                    self.in_operand |= has_temporary_operand(expr);
                    visit::visit_expr(self, expr);
                    self.in_operand = before;
                }
            }
        }
        fn visit_local(&mut self, stmt: &syn::Local) {
            self.found |= self.in_operand && suspends_in_else(stmt);
            visit::visit_local(self, stmt);
        }
        /// What a statement makes ends with it.
        fn visit_block(&mut self, block: &syn::Block) {
            if self.in_operand {
                visit::visit_block(self, block);
            } else if let Some(syn::Stmt::Expr(tail, None)) = block.stmts.last() {
                self.visit_expr(tail);
            }
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            let mut waiting = false;
            for arg in known::parse(mac).iter().flat_map(|known| &known.args) {
                self.found |= waiting && leaves_temporaries(&arg.expr);
                waiting |= !matches!(arg.expr, Expr::Lit(_));
                self.visit_expr(&arg.expr);
            }
        }
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let mut scan = Made { in_operand: false, found: false };
    scan.visit_expr(expr);
    scan.found
}

/// Visits the operands of an expression that has several, in the order of their evaluation, but for a function that
/// is named.
fn operands<'a>(expr: &'a Expr, visit: &mut dyn FnMut(&'a Expr)) {
    match expr {
        Expr::Call(call) => {
            if !matches!(*call.func, Expr::Path(_)) {
                visit(&call.func);
            }
            call.args.iter().for_each(visit);
        }
        Expr::MethodCall(call) => {
            visit(&call.receiver);
            call.args.iter().for_each(visit);
        }
        Expr::Tuple(tuple) => tuple.elems.iter().for_each(visit),
        Expr::Array(array) => array.elems.iter().for_each(visit),
        Expr::Struct(literal) => {
            let fields = literal.fields.iter().map(|field| &field.expr);
            fields.chain(literal.rest.as_deref()).for_each(visit);
        }
        Expr::Range(range) => {
            let (start, end) = (range.start.as_deref(), range.end.as_deref());
            start.into_iter().chain(end).for_each(visit);
        }
        Expr::Index(index) => {
            visit(&index.expr);
            visit(&index.index);
        }
        Expr::Assign(assign) => {
            visit(&assign.right);
            visit(&assign.left);
        }
        Expr::Binary(binary) if !scan::is_compound_assignment(&binary.op) => {
            visit(&binary.left);
            visit(&binary.right);
        }
        _ => {}
    }
}

/// Tells whether an expression makes a temporary, and a branch in it suspends and leaves, as an arm of a `?` that
/// yields its error or the message of an assertion, or a loop in it suspends, as that of a delegation: where operands
/// wait for it, its value is made before the operation.
pub fn leaves_temporaries(expr: &Expr) -> bool {
    struct Leaves(bool);
    impl Visit<'_> for Leaves {
        fn visit_expr(&mut self, expr: &Expr) {
            let is_loop = matches!(expr, Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_));
            self.0 |= is_loop && scan::needs_lowering(expr);
            visit::visit_expr(self, expr);
        }
        fn visit_expr_if(&mut self, branch: &syn::ExprIf) {
            self.0 |= scan::block_needs_lowering(&branch.then_branch)
                && branch.then_branch.stmts.iter().any(scan::stmt_holds_jump);
            if let Some((_, other)) = &branch.else_branch {
                self.0 |= scan::needs_lowering(other) && scan::holds_jump(other);
            }
            visit::visit_expr_if(self, branch);
        }
        fn visit_local(&mut self, stmt: &syn::Local) {
            self.0 |= suspends_in_else(stmt);
            visit::visit_local(self, stmt);
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            let Some(known) = known::parse(mac) else { return };
            let always = known.kind.always_evaluated().min(known.args.len());
            self.0 |= known.args[always..].iter().any(|arg| scan::needs_lowering(&arg.expr));
            for arg in &known.args {
                self.visit_expr(&arg.expr);
            }
        }
        fn visit_arm(&mut self, arm: &syn::Arm) {
            self.0 |= scan::needs_lowering(&arm.body) && scan::holds_jump(&arm.body);
            visit::visit_arm(self, arm);
        }
        fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let mut leaves = Leaves(false);
    leaves.visit_expr(expr);
    leaves.0 && holds_temporary(expr)
}

/// Tells whether a `let` has an `else` that suspends: control never comes back from there.
fn suspends_in_else(stmt: &syn::Local) -> bool {
    let diverge = stmt.init.as_ref().and_then(|init| init.diverge.as_ref());
    diverge.is_some_and(|(_, other)| scan::needs_lowering(other))
}
