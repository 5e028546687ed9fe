//! Temporaries that live across a suspension.
//!
//! In: an expression that a suspension follows in the same statement. Out: the same with hidden locals in
//! the places of its temporaries. The hidden locals belong to a scope that ends where Rust drops
//! the temporaries: with the statement or the condition.

use proc_macro2::Span;
use syn::Expr;

use super::{Builder, Level, Outermost, Want};
use crate::{
    analysis::lending,
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

    /// Lowers an expression with which its temporaries end.
    pub(super) fn terminating(&mut self, expr: Expr, want: &Want) -> Expr {
        self.settling(false, |this| {
            if !temporaries::outlive_suspension(&expr) {
                return this.expr(expr, want);
            }
            this.open(Level::statement(this.context.span));
            if this.outermost == Outermost::Yes {
                this.outermost = Outermost::InLevel;
            }
            let value = this.expr(expr, want);
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
            Expr::MethodCall(call) => !lending::is_lending(call),
            _ => false,
        };
        let Some(operand) = temporaries::temporary_operand(expr) else { return false };
        let value = std::mem::replace(operand, super::unit(self.context.span));
        let value = self.settling(true, |this| this.expr(value, &Want::ANY));
        let local = if is_users {
            let span = ast::span(&value);
            self.locals.standing_for(&self.context.temporary, span)
        } else {
            self.temporary(&value)
        };
        *operand = self.keep(local, value);
        self.locals[local].lent = true;
        true
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
