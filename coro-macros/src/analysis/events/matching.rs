//! What patterns do to the locals that are matched.
//!
//! In: a scrutinee and its patterns, or a condition. Out: the events of looking at it, and of what a pattern
//! takes where it matches.

use syn::{Expr, Pat};

use super::{Event, Mode, Walker};
use crate::{
    analysis::patterns::{self, Seen},
    ir::Marker,
};

impl Walker<'_> {
    /// Looks at what is matched. What surely matches is no variant of several.
    pub(super) fn scrutinee(&mut self, expr: &Expr, pats: &[&Pat], irrefutable: bool) {
        let seen = match patterns::seen(pats, irrefutable) {
            Seen::Parts
                if self.locals.of_expr(expr).is_some()
                    && pats.iter().all(|pat| patterns::moves_parts(pat, self.locals)) =>
            {
                Seen::Nothing
            }
            seen => seen,
        };
        self.seen(expr, seen);
    }

    pub(super) fn seen(&mut self, expr: &Expr, seen: Seen) {
        match (expr, seen) {
            (Expr::Paren(paren), seen) => self.seen(&paren.expr, seen),
            (Expr::Path(_), Seen::Nothing | Seen::Parts) => {
                if let Some(local) = self.locals.of_expr(expr) {
                    self.event(match seen {
                        Seen::Nothing => Event::Name(local),
                        _ => Event::UsePart(local),
                    });
                }
            }
            (Expr::Field(field), Seen::Nothing) if Marker::parse(expr).is_none() => {
                self.seen(&field.base, seen);
            }
            (Expr::Unary(unary), Seen::Nothing) if matches!(unary.op, syn::UnOp::Deref(_)) => {
                self.seen(&unary.expr, seen);
            }
            _ => self.place(expr),
        }
    }

    /// A pattern has matched: it may have moved the scrutinee, or some parts of it. In a closure that counts
    /// if it `takes` all that any variant holds: if that is copied, there is nothing to drop.
    pub(super) fn matched(&mut self, scrutinee: &Expr, pat: &Pat, takes: bool) {
        if patterns::moves(pat, self.locals) {
            if let Some(event) = self.taken(scrutinee) {
                self.event(match event {
                    Event::Move(local) | Event::Unbox(local) if self.captured && !takes => {
                        Event::Use(local)
                    }
                    Event::MovePart(local) if self.captured && !takes => Event::UsePart(local),
                    event => event,
                });
            }
        } else if patterns::moves_parts(pat, self.locals) {
            if let Some(local) = self.locals.of_expr(scrutinee) {
                self.event(Event::MovePart(local));
            }
        }
    }

    /// What happens to the local whose value is taken, or a field of it, or what is in its box.
    pub(super) fn taken(&self, expr: &Expr) -> Option<Event> {
        match expr {
            Expr::Paren(paren) => self.taken(&paren.expr),
            Expr::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr, .. }) => {
                self.locals.of_expr(expr).map(Event::Unbox)
            }
            Expr::Field(field) => self.locals.of_expr(&field.base).map(Event::MovePart),
            expr => self.locals.of_expr(expr).map(Event::Move),
        }
    }

    pub(super) fn bind(&mut self, pat: &Pat, defined: bool) {
        for local in self.locals.bound_by(pat) {
            self.event(if defined { Event::Define(local) } else { Event::Declare(local) });
        }
    }

    /// Evaluates a condition; what its `let`s bind is bound where it holds.
    pub(super) fn condition(&mut self, cond: &Expr, otherwise: usize) {
        match cond {
            Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) => {
                self.condition(&expr.left, otherwise);
                self.condition(&expr.right, otherwise);
            }
            Expr::Let(expr) => {
                // It borrows what is matched, whatever the pattern.
                self.place(&expr.expr);
                self.edge(self.cur, otherwise);
                let holds = self.node();
                self.enter(holds);
                self.matched(&expr.expr, &expr.pat, patterns::is_some(&expr.pat));
                self.bind(&expr.pat, true);
            }
            other => {
                self.expr(other, Mode::Value);
                self.edge(self.cur, otherwise);
                let holds = self.node();
                self.enter(holds);
            }
        }
    }
}
