//! Temporaries that live across a suspension.
//!
//! In: an expression that a suspension follows in the same statement. Out: the same with hidden locals in
//! the places of its temporaries. The hidden locals belong to a scope that ends where Rust drops
//! the temporaries: with the statement or the condition.

use proc_macro2::Span;
use syn::{Expr, Member, Pat, UnOp};

use super::{Builder, Level, Outermost, Want};
use crate::{
    analysis::lends,
    ast,
    ir::Decl,
    resolve::{knowledge, names::Local},
    scan, temporaries,
};

impl Builder<'_> {
    /// Runs `f` for an expression that a suspension follows in its statement, or that none does.
    pub(super) fn settling<T>(&mut self, settling: bool, f: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.settling, settling);
        let value = f(self);
        self.settling = before;
        value
    }

    /// Tells whether an expression has to be taken apart: it suspends, or makes temporaries that
    /// have to be kept.
    pub(super) fn needs_lowering(&self, expr: &Expr) -> bool {
        scan::needs_lowering(expr) || (self.settling && temporaries::holds_temporary(expr))
    }

    /// Lowers a condition: its temporaries end with it, and so does what a `match` that is all of it leaves.
    pub(super) fn terminating_condition(&mut self, cond: Expr) -> Expr {
        let keeps = temporaries::outlive_parts(&cond);
        self.terminating_with(cond, &Want::ANY, keeps)
    }

    /// Lowers an expression with which its temporaries end.
    pub(super) fn terminating(&mut self, expr: Expr, want: &Want) -> Expr {
        let keeps = temporaries::outlive_suspension(&expr);
        self.terminating_with(expr, want, keeps)
    }

    /// Lowers an expression in a level of its own, if it `keeps` temporaries over a suspension.
    fn terminating_with(&mut self, expr: Expr, want: &Want, keeps: bool) -> Expr {
        self.settling(false, |this| {
            if !keeps {
                return this.expr(expr, want);
            }
            this.open(Level::statement(this.context.span));
            if this.outermost == Outermost::Yes {
                this.outermost = Outermost::InLevel;
            }
            let mut value = this.expr(expr, want);
            ast::own_parens(&mut value);
            let is_stmt = match &value {
                // Its value ends before temporaries of its place, which is evaluated later.
                Expr::Assign(_) => true,
                value => !scan::is_unit_form(value),
            };
            if want.is_nobodys() && is_stmt {
                // What is not used ends before the temporaries do.
                this.push_unwanted(value, want);
                return this.close(super::unit(this.context.span), want);
            }
            this.close(value, want)
        })
    }

    /// Keeps the temporary that an expression makes of its first operand; tells whether it makes one.
    pub(super) fn settle(&mut self, expr: &mut Expr) -> bool {
        // What begins with the user's `&` ends with a name of the user's; and rustc's advice about what is made of
        // a temporary is about the user's tokens. Where it is lent, rustc speaks of the temporary itself.
        let is_users = match expr {
            Expr::Reference(_) => true,
            Expr::MethodCall(call) => !lends::is_lending(call),
            _ => false,
        };
        let is_called = matches!(expr, Expr::Call(_));
        let Some(operand) = temporaries::temporary_operand(expr) else { return false };
        let value = std::mem::replace(operand, super::unit(self.context.span));
        self.in_place = true;
        let value = self.settling(true, |this| this.expr(value, &Want::ANY));
        let local = if is_users {
            let span = ast::span(&value);
            self.locals.standing_for(&self.context.temporary, span)
        } else {
            self.temporary(&value)
        };
        *operand = self.keep(local, value);
        self.locals[local].lent = !is_called;
        self.locals[local].called = is_called;
        true
    }

    /// Keeps what a `match` only looks at whose arms suspend, where something ends in front of it; tells
    /// whether it did.
    pub(super) fn settle_match(&mut self, expr: &mut Expr) -> bool {
        scan::is_match_of_lowered_arms(expr) && self.settle(expr)
    }

    /// Keeps the parts of a tuple of which one is taken, each for itself: what is left of the tuple need not be
    /// known then. They drop in the order of the tuple, behind what is taken. Where only what that points to may be
    /// taken, `*(boxed, b).0`, it is kept, too.
    pub(super) fn settle_parts(&mut self, expr: &mut Expr) -> bool {
        match expr {
            Expr::Field(_) => {
                let Some((parts, taken)) = tuple_parts(expr) else { return false };
                *expr = self.keep_parts(parts, taken, false);
            }
            Expr::Unary(pointer) if matches!(pointer.op, UnOp::Deref(_)) => {
                let Some((parts, taken)) = tuple_parts(&pointer.expr) else { return false };
                *pointer.expr = self.keep_parts(parts, taken, true);
            }
            _ => return false,
        }
        true
    }

    /// As [`Self::settle_parts`], for the first part of a tuple, which patterns take apart: where one of them takes
    /// something, and none borrows, it need not be a place. What they leave of it ends before the other parts.
    pub(super) fn settle_matched_parts<'p>(
        &mut self,
        expr: &Expr,
        mut pats: impl Iterator<Item = &'p Pat>,
    ) -> Option<Expr> {
        let takes = pats.try_fold(false, |takes, pat| {
            let borrows = temporaries::holds_reference(pat);
            (!borrows).then(|| takes || !temporaries::only_looks(pat))
        });
        let (parts, taken) = tuple_parts(expr).filter(|(_, taken)| *taken == 0)?;
        takes.filter(|takes| *takes).map(|_| self.keep_parts(parts, taken, false))
    }

    /// Keeps the parts of a tuple, and returns the one that is taken, which is kept only if it is `looked_at`.
    fn keep_parts(&mut self, parts: Vec<Expr>, taken: usize, looked_at: bool) -> Expr {
        let pending = self.pending.len();
        let mut parts: Vec<_> = parts.into_iter().map(|part| self.value_operand(part)).collect();
        for (index, part) in parts.iter_mut().enumerate().rev() {
            if index != taken || looked_at {
                *part = self.keep_temporary(part.clone());
            }
        }
        self.pending.truncate(pending);
        parts.swap_remove(taken)
    }

    /// Puts a value into a hidden local of the innermost scope and names it.
    pub(super) fn keep_temporary(&mut self, value: Expr) -> Expr {
        let local = self.temporary(&value);
        self.keep(local, value)
    }

    /// Makes a hidden local for a value.
    fn temporary(&mut self, value: &Expr) -> Local {
        self.locals.hidden("temporary", ast::span(value))
    }

    fn keep(&mut self, local: Local, value: Expr) -> Expr {
        let span = ast::span(&value);
        self.locals[local].knowledge = knowledge::of_expr(&value, self.locals);
        if let Some(moved) = self.hidden_local(&value) {
            self.pending.retain(|(_, waiting)| *waiting != moved);
        }
        self.let_hidden(local, value);
        self.make_mutable(Span::mixed_site().located_at(span));
        self.locals[local].mutable = true;
        self.declare(Decl::Local(local));
        self.outlive_pending();
        ast::name(self.locals.ident(local))
    }

    /// A temporary ends with the statement, an operand with its operation: it is dropped first.
    pub(super) fn outlive_pending(&mut self) {
        let level = self.levels.len();
        let waiting = self.pending.iter().filter(|(other, _)| *other == level);
        let waiting: Vec<_> = waiting.map(|(_, local)| *local).collect();
        self.rebind(&waiting);
    }
}

/// Takes apart a tuple that is written where one of its parts is taken: `(a, b).1`, or `(a, (b, c)).1.0`.
fn tuple_parts(expr: &Expr) -> Option<(Vec<Expr>, usize)> {
    let mut parts = Vec::new();
    let taken = take_part(expr, &mut parts)?;
    let is_literal = |part: &Expr| matches!(part, Expr::Lit(_));
    (!parts.iter().all(is_literal)).then_some((parts, taken))
}

/// Lists the parts of what `expr` is a part of, and says which of them it is.
fn take_part(expr: &Expr, parts: &mut Vec<Expr>) -> Option<usize> {
    match expr {
        Expr::Paren(paren) => take_part(&paren.expr, parts),
        Expr::Tuple(_) => {
            parts.push(expr.clone());
            Some(0)
        }
        Expr::Field(field) => {
            let Member::Unnamed(member) = &field.member else { return None };
            let whole = take_part(&field.base, parts)?;
            let Expr::Tuple(tuple) = inside_parens(&parts[whole]) else { return None };
            let member = usize::try_from(member.index).ok().filter(|it| *it < tuple.elems.len())?;
            // If one behind it panicked, the inner tuple would drop as a whole.
            let is_quiet = |part: &Expr| matches!(part, Expr::Lit(_) | Expr::Path(_));
            if !parts[whole + 1..].iter().all(is_quiet) {
                return None;
            }
            let elems: Vec<_> = tuple.elems.iter().cloned().collect();
            parts.splice(whole..=whole, elems);
            Some(whole + member)
        }
        _ => None,
    }
}

fn inside_parens(expr: &Expr) -> &Expr {
    if let Expr::Paren(paren) = expr { inside_parens(&paren.expr) } else { expr }
}
