//! Conditions that are taken apart.
//!
//! In: an `if` with a suspension behind a `&&` of its condition, or whose parts leave different locals.
//! Out: its parts one after the other, each of which goes on with the next or leaves for the `else`.

use std::collections::VecDeque;

use proc_macro2::Span;
use syn::{Block, Expr, ExprIf, Stmt, Token, token::Brace};

use super::{
    Builder, Level, Want, block_expr,
    unbound::{Behind, is_borrow, may_leave},
    unit,
};
use crate::{ast, scan, temporaries};

/// Where the parts of a condition lead.
struct Ways<'a> {
    /// Behind the branch.
    end: &'a syn::Lifetime,
    /// To the `else`.
    otherwise: &'a syn::Lifetime,
    /// Whether each part that fails has to leave with what it has left.
    forced: bool,
}

impl Builder<'_> {
    /// Lowers an `if` with a suspension behind a `&&` of its condition.
    ///
    /// ```text
    /// 'end: { 'otherwise: { if a {} else { break 'otherwise }; …; break 'end then } otherwise }
    /// ```
    pub(super) fn if_chain(&mut self, expr: ExprIf, want: &Want) -> Expr {
        let span = Span::mixed_site().located_at(expr.if_token.span);
        let end = self.labels.declare("end", span);
        let otherwise = self.labels.declare("otherwise", span);
        let forced = scan::is_forced(&expr.attrs) || chain_is_forced(&expr.cond);
        let want = &self.outliving(want, &expr.cond);
        let plain = |label: &syn::Lifetime| Level {
            scope: None,
            label: Some(label.clone()),
            forced,
            ..Level::scope(span)
        };
        self.open(plain(&end));
        // What the condition keeps ends before the `else`.
        self.open(Level { scope: Some(Vec::new()), statement: true, ..plain(&otherwise) });
        let mut parts = Vec::new();
        conjuncts(*expr.cond, &mut parts);
        let then = expr.then_branch;
        let unit_if = expr.else_branch.is_none();
        let ways = Ways { end: &end, otherwise: &otherwise, forced };
        let value = self.chain(parts.into(), then, &ways, want, span);
        let rest = self.close(value, &Want::Unit);
        self.push_value(rest);
        let mut value = match expr.else_branch {
            Some((_, other)) => self.expr(*other, want),
            None => unit(span),
        };
        if want.is_nobodys() && self.alive && !scan::is_unit_form(&value) {
            self.push_unwanted(value, want);
            value = unit(span);
        }
        let want = if unit_if { &Want::Unit } else { want };
        self.close(value, want)
    }

    /// What is wanted of the value of an `if` that is taken apart, whose condition may bind names, or make what
    /// nothing takes.
    pub(super) fn outliving(&self, want: &Want, cond: &Expr) -> Want {
        let binds = !self.locals.bound_by_condition(cond).is_empty();
        if binds || !temporaries::condition_takes_all(cond) {
            want.outliving()
        } else {
            want.clone()
        }
    }

    fn chain(
        &mut self,
        mut parts: VecDeque<Expr>,
        then: Block,
        ways: &Ways<'_>,
        want: &Want,
        span: Span,
    ) -> Expr {
        let leave = || ast::value_block(ast::break_expr(ways.otherwise, None, span), span);
        let Some(part) = parts.pop_front() else {
            let value = self.block(then, None, want);
            let jump = if ast::is_unit_value(&value) {
                self.alive.then(|| ast::break_expr(ways.end, None, span))
            } else if scan::is_unit_form(&value) || want.is_nobodys() {
                self.push_unwanted(value, want);
                self.alive.then(|| ast::break_expr(ways.end, None, span))
            } else {
                // Where it is never there it has a type, and may leave in the middle of an operation.
                Some(ast::break_expr(ways.end, Some(value), span))
            };
            if let Some(jump) = jump {
                self.push(Stmt::Expr(jump, Some(Token![;](span))));
            }
            self.alive = false;
            return unit(span);
        };
        if let Expr::Let(mut part) = part {
            let settling =
                scan::block_needs_lowering(&then) || parts.iter().any(scan::needs_lowering);
            let kept = settling && is_looked_at(&part);
            let settling = settling || scan::is_match_of_lowered_arms(&part.expr);
            let pats = std::iter::once(&*part.pat);
            let taken = if settling { self.settle_matched_parts(&part.expr, pats) } else { None };
            let is_place = taken.is_none() && scan::is_place(&part.expr);
            if let Some(taken) = taken {
                *part.expr = taken;
            }
            let made_here = !kept
                && !is_place
                && may_leave(&part.pat, self.is_inert(&part.expr), is_borrow(&part.expr));
            let value = self.settling(settling, |this| {
                let value = this.place(*part.expr);
                if kept { this.keep_temporary(value) } else { value }
            });
            let behind =
                if made_here { self.bind_unbound(&mut part.pat) } else { Behind::default() };
            let bound = self.locals.bound_by(&part.pat);
            let branch = self.branch(bound, Brace(span), |this| {
                this.declare_behind(&behind);
                // What a later part leaves ends here, too.
                this.levels.last_mut().expect("the branch is open").statement = true;
                this.chain(parts, then, ways, want, span)
            });
            let pat = part.pat;
            let mut endings = branch.others;
            let own = branch.own;
            let mut native = ast::if_let(*pat, value, own, span);
            // Where it does not match, other locals may be left than where a later part fails.
            if let (true, Expr::If(native)) = (ways.forced, &mut native) {
                native.else_branch = Some((Token![else](span), Box::new(block_expr(leave()))));
                self.alive = branch.live;
            }
            if self.alive {
                endings.insert(0, (self.cur, native));
            } else if endings.is_empty() {
                return native;
            } else {
                self.push_to(self.cur, native);
                self.alive = true;
            }
            return self.merge(endings, &Want::Unit);
        }
        let value = self.terminating_condition(part);
        let check = ast::if_else(value, ast::block(Vec::new(), span), leave(), span);
        self.push(Stmt::Expr(Expr::If(check), None));
        self.chain(parts, then, ways, want, span)
    }
}

/// Tells whether a condition suspends anywhere but in its first operand, or is marked by an attribute of
/// the branch.
pub fn condition_needs_taking_apart(cond: &Expr, attrs: &[syn::Attribute]) -> bool {
    match cond {
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) && scan::holds_let(cond) => {
            attrs.iter().any(scan::is_of_condition)
                || scan::is_forced(&expr.attrs)
                || scan::needs_lowering(&expr.right)
                || condition_needs_taking_apart(&expr.left, attrs)
        }
        _ => false,
    }
}

/// Tells whether what is matched makes temporaries and suspends, or the block behind it does: they end
/// before the `else`. (Where the block only jumps, they end by the user's edition.)
pub fn keeps_temporaries(cond: &Expr, then: &Block) -> bool {
    keeps_before(cond, scan::block_needs_lowering(then))
}

/// As [`keeps_temporaries`], in front of what suspends or does not.
fn keeps_before(cond: &Expr, suspends: bool) -> bool {
    match cond {
        Expr::Let(cond) => {
            (suspends && is_looked_at(cond))
                || ((suspends || scan::needs_lowering(&cond.expr))
                    && temporaries::holds_temporary(&cond.expr))
                || temporaries::outlive_parts(&cond.expr)
        }
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) && scan::holds_let(cond) => {
            keeps_before(&expr.left, suspends || scan::needs_lowering(&expr.right))
                || keeps_before(&expr.right, suspends)
        }
        _ => false,
    }
}

/// Tells whether a value that is made for a pattern is only looked at.
fn is_looked_at(cond: &syn::ExprLet) -> bool {
    temporaries::is_made_here(&cond.expr) && temporaries::binds_by_reference(&cond.pat)
}

fn chain_is_forced(cond: &Expr) -> bool {
    match cond {
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) => {
            scan::is_forced(&expr.attrs)
                || chain_is_forced(&expr.left)
                || chain_is_forced(&expr.right)
        }
        _ => false,
    }
}

fn conjuncts(cond: Expr, parts: &mut Vec<Expr>) {
    match cond {
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) => {
            conjuncts(*expr.left, parts);
            conjuncts(*expr.right, parts);
        }
        other => parts.push(other),
    }
}
