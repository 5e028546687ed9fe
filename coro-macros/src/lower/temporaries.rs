//! Temporaries whose life a `let` extends.
//!
//! In: a `let` with a suspension after it in its block. Out: the same `let` in which what `&`
//! borrows is a local of its own, as in `let guard = lock(); let view = &guard;`: the temporary
//! lives until the end of the block, across suspensions.

use syn::{Expr, Local as LetStmt, spanned::Spanned};

use super::{Builder, path};
use crate::{ir::Decl, scan};

impl Builder<'_> {
    /// Gives each extended temporary of a `let` a local of its own.
    pub(super) fn extended_temporaries(&mut self, local: &mut LetStmt) {
        if let Some(init) = &mut local.init {
            if init.diverge.is_none() {
                self.extending(&mut init.expr);
            }
        }
    }

    /// Walks the operands of an extending expression.
    fn extending(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Reference(reference) => self.extended_operand(&mut reference.expr),
            Expr::Paren(paren) => self.extending(&mut paren.expr),
            Expr::Cast(cast) => self.extending(&mut cast.expr),
            Expr::Tuple(tuple) if single_temporary(tuple.elems.iter()) => {
                tuple.elems.iter_mut().for_each(|elem| self.extending(elem));
            }
            Expr::Array(array) if single_temporary(array.elems.iter()) => {
                array.elems.iter_mut().for_each(|elem| self.extending(elem));
            }
            Expr::Struct(expr) if single_temporary(expr.fields.iter().map(|f| &f.expr)) => {
                expr.fields.iter_mut().for_each(|field| self.extending(&mut field.expr));
            }
            _ => {}
        }
    }

    /// Moves the operand of an extending borrow into a local.
    fn extended_operand(&mut self, operand: &mut Expr) {
        match operand {
            Expr::Field(field) => self.extended_operand(&mut field.base),
            Expr::Index(index) => self.extended_operand(&mut index.expr),
            Expr::Paren(paren) => self.extended_operand(&mut paren.expr),
            Expr::Reference(reference) => self.extended_operand(&mut reference.expr),
            operand if makes_temporary(operand) => {
                let span = operand.span();
                let local = self.locals.hidden("temporary", span);
                let name = path(self.locals.ident(local));
                let value = std::mem::replace(operand, name);
                let value = self.expr(value, &super::Want::ANY);
                self.let_hidden(local, value);
                if let Some(syn::Stmt::Local(stmt)) =
                    self.threads[self.cur].levels.last_mut().and_then(|level| level.last_mut())
                    && let syn::Pat::Ident(pat) = &mut stmt.pat
                {
                    pat.mutability = Some(syn::Token![mut](span));
                }
                self.locals[local].mutable = true;
                self.declare(Decl::Local(local));
            }
            _ => {}
        }
    }
}

/// Tells whether at most one operand does anything, so that none is evaluated out of order.
fn single_temporary<'a>(operands: impl Iterator<Item = &'a Expr>) -> bool {
    operands.filter(|operand| !matches!(operand, Expr::Lit(_) | Expr::Path(_))).count() <= 1
}

/// Tells whether borrowing an expression makes a temporary that is not a constant.
fn makes_temporary(expr: &Expr) -> bool {
    scan::is_value(expr) && !is_promoted(expr)
}

/// Tells whether rustc makes a constant of a borrowed expression.
fn is_promoted(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Unary(expr) => is_promoted(&expr.expr),
        Expr::Binary(expr) => is_promoted(&expr.left) && is_promoted(&expr.right),
        Expr::Array(expr) => expr.elems.iter().all(is_promoted),
        Expr::Tuple(expr) => expr.elems.iter().all(is_promoted),
        Expr::Reference(expr) => expr.mutability.is_none() && is_promoted(&expr.expr),
        Expr::Paren(expr) => is_promoted(&expr.expr),
        Expr::Repeat(expr) => is_promoted(&expr.expr),
        Expr::Closure(_) => true,
        _ => false,
    }
}
