//! Loops whose back edge stays in one block.
//!
//! In: the code of a loop's head. Out: the same code with a real loop in it, if a jump back to the
//! head finds all that the head is passed in the variables that it is bound to; otherwise the code
//! without the label that marked the loop.

use syn::{Expr, ExprBlock, Ident, Lifetime, Stmt, Token};

use super::Emitter;
use crate::{
    ast,
    ir::{BlockId, Exit, Marker},
    scan,
    visit_mut::{self, VisitMut},
};

/// Makes a loop of the block that `label` marks, where that is possible.
pub fn make_native(emitter: &Emitter<'_>, head: BlockId, label: &Lifetime, stmts: &mut [Stmt]) {
    let mut native = Native { emitter, head, label, in_loop: false, jumps: 0 };
    for stmt in stmts {
        native.visit_stmt_mut(stmt);
    }
}

struct Native<'a> {
    emitter: &'a Emitter<'a>,
    head: BlockId,
    label: &'a Lifetime,
    in_loop: bool,
    jumps: usize,
}

impl Native<'_> {
    /// Tells whether it is the block that the label marks.
    fn is_labelled(&self, block: &ExprBlock) -> bool {
        block.label.as_ref().is_some_and(|found| found.name.ident == self.label.ident)
    }

    /// Tells whether it is a jump back that finds everything in place.
    fn is_back_edge(&self, expr: &Expr) -> bool {
        match Marker::parse(expr) {
            Some(Marker::Goto(target, number)) => self.stays(target, number),
            _ => false,
        }
    }

    /// Tells whether a jump back finds everything in place.
    fn stays(&self, target: BlockId, number: usize) -> bool {
        let facts = self.emitter.facts;
        if self.emitter.threading.target(target) != self.head {
            return false;
        }
        let Some(at_hand) = facts.exits.get(&Exit::Goto(number)) else {
            return false;
        };
        !facts.dead.contains(&Exit::Goto(number))
            && facts.late[self.head.0].is_empty()
            && facts.entry[self.head.0].iter().all(|(local, form)| at_hand.get(local) == Some(form))
    }
}

impl VisitMut for Native<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Block(block) if !self.in_loop && self.is_labelled(block) => {
                self.in_loop = true;
                visit_mut::visit_block_mut(self, &mut block.block);
                self.in_loop = false;
                let span = proc_macro2::Span::mixed_site().located_at(self.label.apostrophe);
                if self.jumps > 0 {
                    let brace_token = block.block.brace_token;
                    let stmts = std::mem::take(&mut block.block.stmts);
                    let mut body = syn::Block { brace_token, stmts };
                    leave_at_end(&mut body.stmts, self.label);
                    go_on_at_end(&mut body.stmts, self.label);
                    *expr = ast::loop_expr(block.label.clone(), body, span);
                } else if !scan::breaks_to(&block.block.stmts, self.label) {
                    block.label = None;
                }
            }
            _ if self.in_loop && self.is_back_edge(expr) => {
                self.jumps += 1;
                let span = proc_macro2::Span::mixed_site().located_at(self.label.apostrophe);
                *expr = Expr::Continue(syn::ExprContinue {
                    attrs: Vec::new(),
                    continue_token: Token![continue](span),
                    label: Some(self.label.clone()),
                });
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_expr_path_mut(&mut self, _: &mut syn::ExprPath) {}
    fn visit_macro_mut(&mut self, _: &mut syn::Macro) {}
}

/// Where the code of the loop comes to its end, the loop does.
fn leave_at_end(stmts: &mut Vec<Stmt>, label: &Lifetime) {
    let span = proc_macro2::Span::mixed_site().located_at(label.apostrophe);
    let diverges = match stmts.last() {
        Some(Stmt::Expr(expr, _)) => Marker::parse(expr).is_some() || crate::flow::diverges(expr),
        _ => false,
    };
    if diverges {
        return;
    }
    let value = match stmts.last() {
        Some(Stmt::Expr(expr, None)) if !scan::is_unit_form(expr) => match stmts.pop() {
            Some(Stmt::Expr(expr, _)) => Some(expr),
            _ => None,
        },
        _ => None,
    };
    let leave = ast::break_expr(label, value, span);
    stmts.push(Stmt::Expr(leave, Some(Token![;](span))));
}

/// Where the code of the loop goes on with it at its end, it does so by itself, and what leaves the
/// iteration before goes on with the loop.
fn go_on_at_end(stmts: &mut Vec<Stmt>, label: &Lifetime) {
    let goes_on = |stmt: &Stmt| matches!(stmt, Stmt::Expr(Expr::Continue(jump), _) if jump.label.as_ref() == Some(label));
    let [.., step, last] = stmts.as_mut_slice() else { return };
    if !goes_on(last) || !matches!(step, Stmt::Expr(expr, _) if scan::is_unit_form(expr)) {
        return;
    }
    stmts.pop();
    if let Some(Stmt::Expr(step, _)) = stmts.last_mut() {
        iterations_end(step, label);
    }
}

/// Makes what leaves an arm by its label a `continue` of the loop.
fn iterations_end(step: &mut Expr, label: &Lifetime) {
    match step {
        Expr::If(branch) => {
            if let [Stmt::Expr(own, None)] = branch.then_branch.stmts.as_mut_slice() {
                iterations_end(own, label);
            }
            if let Some((_, other)) = &mut branch.else_branch {
                iterations_end(other, label);
            }
        }
        Expr::Match(branch) => {
            branch.arms.iter_mut().for_each(|arm| iterations_end(&mut arm.body, label));
        }
        Expr::Block(block) => {
            let Some(own) = &block.label else {
                if let [Stmt::Expr(own, None)] = block.block.stmts.as_mut_slice() {
                    iterations_end(own, label);
                }
                return;
            };
            let mut goes_on = GoesOn { own: own.name.ident.clone(), label };
            block.block.stmts.iter_mut().for_each(|stmt| goes_on.visit_stmt_mut(stmt));
            if !scan::breaks_to(&block.block.stmts, &own.name) {
                block.label = None;
            }
        }
        _ => {}
    }
}

/// Replaces what leaves the block with the label `own`.
struct GoesOn<'a> {
    own: Ident,
    label: &'a Lifetime,
}

impl VisitMut for GoesOn<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Break(jump)
                if jump.expr.is_none()
                    && jump.label.as_ref().is_some_and(|label| label.ident == self.own) =>
            {
                *expr = Expr::Continue(syn::ExprContinue {
                    attrs: std::mem::take(&mut jump.attrs),
                    continue_token: Token![continue](jump.break_token.span),
                    label: Some(self.label.clone()),
                });
            }
            Expr::Closure(_) => {}
            expr => visit_mut::visit_expr_mut(self, expr),
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_macro_mut(&mut self, _: &mut syn::Macro) {}
}
