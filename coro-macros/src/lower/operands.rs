//! Operands around a suspension.
//!
//! In: the operands of one operation, in order of evaluation. Out: expressions to put in their
//! places. Those left of the last suspension are spilled: kept in a temporary, so that they are
//! evaluated when Rust evaluates them. A place that the operation only looks at is looked at again
//! after the suspension instead, since a borrow of a local cannot be kept across it.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Expr, UnOp, token::Paren};

use super::{
    Builder, Outermost, Want, changes::Fate, expr::visit_operands, look::Look, pieces::parse_quoted,
};
use crate::{
    ast,
    ir::Decl,
    known,
    resolve::{
        knowledge,
        names::{Local, Locals},
    },
    scan, temporaries,
};

/// How an operation uses an operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// It is moved or copied.
    Value,
    /// It is borrowed, or a part of it is taken: nothing changes it as long as the operation takes.
    Place,
    /// As [`Use::Place`], and it is only looked at.
    Seen,
    /// As [`Use::Place`]: a range of it is taken, which is borrowed in front of the range.
    Sliced,
    /// It is compared: borrowed or copied, which only its type tells.
    Compared,
    /// A number's method is called, which copies it, or what it points to.
    Number,
    /// As [`Use::Number`], by a method that all have that can be ordered, pointers, too.
    Ordered,
    /// It is the receiver of a method that takes it, or a copy of what it points to.
    Taken,
    /// As [`Use::Place`], and a value that is made there lives on behind the operation.
    Borrow,
    /// It is the base of a struct literal: what that leaves of a value that is made there lives on behind it.
    Base,
    /// It is the receiver of a method: moved or borrowed, which only its type tells.
    Receiver,
    /// It is called.
    Callee,
}

impl Use {
    fn is_value(self) -> bool {
        matches!(self, Self::Value | Self::Taken)
    }
}

/// An operand to lower.
pub struct Operand {
    /// The expression.
    pub expr: Expr,
    /// How it is used.
    pub kind: Use,
}

impl Builder<'_> {
    /// Lowers operands.
    pub(super) fn operands(&mut self, operands: Vec<Operand>) -> Vec<Expr> {
        let outermost = std::mem::take(&mut self.outermost);
        let needs_lowering = |operand: &Operand| {
            let leaves_rest = operand.kind == Use::Base && temporaries::is_made_here(&operand.expr);
            self.needs_lowering(&operand.expr) || leaves_rest && self.settling
        };
        let Some(last) = operands.iter().rposition(needs_lowering) else {
            return operands.into_iter().map(|operand| self.verbatim(operand.expr)).collect();
        };
        // Where temporaries end in turn with the operands, none is moved before all are there.
        let in_turn = outermost == Outermost::InLevel
            && operands[..=last].iter().any(|operand| temporaries::holds_temporary(&operand.expr));
        let last = if in_turn { operands.len() - 1 } else { last };
        let (pending, held) = (self.pending.len(), self.held.len());
        let mut lowered = Vec::with_capacity(operands.len());
        // Only what is looked at in place, or may wait, asks what the operands behind it do.
        let asks = operands[..last].iter().any(|Operand { expr, kind }| {
            !kind.is_value() || self.may_wait(expr) || may_refer(expr)
        });
        let later: Vec<Expr> =
            operands.iter().filter(|_| asks).map(|operand| operand.expr.clone()).collect();
        for (index, Operand { expr, kind }) in operands.into_iter().enumerate() {
            if index > last {
                lowered.push(self.verbatim(expr));
                continue;
            }
            if index == last {
                // What leaves in the middle takes the operands before it along.
                let any = lowered.iter().any(|operand| !stands_for_itself(operand, self.locals));
                let in_turn = any && in_turn && kind.is_value();
                let jumps =
                    temporaries::come_of_jumps(&expr) || temporaries::leaves_temporaries(&expr);
                let made_here = temporaries::is_made_here(&expr);
                let is_kept = made_here && kind == Use::Borrow;
                let settling = self.settling || in_turn || is_kept || any && jumps;
                self.in_place = !kind.is_value();
                self.is_seen = kind == Use::Seen;
                let mut value = self.settling(settling, |this| this.last_operand(expr));
                if in_turn || any && scan::leaves_block(&value) {
                    value = self.spill(value);
                }
                lowered.push(match kind {
                    Use::Value | Use::Taken => value,
                    Use::Base if self.settling => value,
                    _ if is_kept || (made_here && self.settling) => self.keep_temporary(value),
                    _ => self.as_temporary(value),
                });
                continue;
            }
            let later = later.get(index + 1..=last).unwrap_or_default();
            // What is borrowed ends behind the temporaries of later operands, which are kept, too.
            if in_turn && kind == Use::Receiver && temporaries::is_made_here(&expr) {
                let value = self.settling(true, |this| this.expr(expr, &Want::ANY));
                lowered.push(self.keep_temporary(value));
                continue;
            }
            lowered.push(self.early_operand(expr, kind, later));
            if outermost != Outermost::No {
                self.pending.truncate(pending);
            }
        }
        self.pending.truncate(pending);
        self.let_go(held);
        lowered
    }

    /// Lowers the operand behind which the operation follows. What a `match` that binds nothing looks
    /// at outlives the operation, too.
    pub(super) fn last_operand(&mut self, expr: Expr) -> Expr {
        let (mut expr, parens) = without_parens(expr);
        self.settle_match(&mut expr);
        back_in_parens(self.expr(expr, &Want::ANY), parens)
    }

    /// Lowers an operand left of a suspension.
    fn early_operand(&mut self, expr: Expr, kind: Use, later: &[Expr]) -> Expr {
        if is_constant(&expr, self.locals) && !self.may_be_static(&expr, kind) {
            if self.fate(&expr, later) == Fate::Lost {
                return self.value_operand(expr);
            }
            return expr;
        }
        let (expr, parens) = without_parens(expr);
        let kind = match kind {
            // It can only be a copy, if something else uses it in between.
            Use::Taken if self.may_wait(&expr) && self.fate(&expr, later) == Fate::MayChange => {
                return self.copied_or_not(expr, Look::Taken);
            }
            Use::Taken => Use::Value,
            kind => kind,
        };
        let is_kept = kind != Use::Value && self.is_changed(&expr, later);
        if kind != Use::Callee && !is_kept && self.can_wait(&expr, later) {
            self.ask_ways(&expr, later);
            return back_in_parens(self.verbatim(expr), parens);
        }
        if kind == Use::Value {
            self.note_waiting(&expr);
        }
        let is_looked_at = kind != Use::Value || matches!(expr, Expr::Reference(_));
        let expr = if is_looked_at { self.at_reference(expr, later) } else { expr };
        if let Expr::Reference(mut reference) = expr {
            *reference.expr = without_parens(*reference.expr).0;
            if !scan::needs_lowering(&reference.expr) && scan::is_stable_place(&reference.expr) {
                if reference.mutability.is_none() && self.is_changed(&reference.expr, later) {
                    if kind != Use::Receiver {
                        *reference.expr = self.copied_or_not(*reference.expr, Look::Reference);
                        return Expr::Reference(reference);
                    }
                    self.hold(&reference.expr);
                }
                return self.verbatim(Expr::Reference(reference));
            }
            let mut expr = Expr::Reference(reference);
            if self.settle(&mut expr) {
                return expr;
            }
            let Expr::Reference(mut reference) = expr else { return expr };
            if scan::is_value(&reference.expr) && !matches!(*reference.expr, Expr::Lit(_)) {
                let value = self.value_operand(*reference.expr);
                reference.expr = Box::new(self.as_temporary(value));
                return Expr::Reference(reference);
            }
            return self.value_operand(Expr::Reference(reference));
        }
        match kind {
            Use::Value | Use::Taken => self.value_operand(expr),
            Use::Borrow if temporaries::is_made_here(&expr) => {
                let value = self.settling(true, |this| this.expr(expr, &Want::ANY));
                self.keep_temporary(value)
            }
            _ if !scan::is_place(&expr) => {
                let value = self.value_operand(expr);
                self.as_temporary(value)
            }
            Use::Seen if self.is_changed(&expr, later) => self.copied_or_not(expr, Look::Reference),
            Use::Sliced if self.is_changed(&expr, later) => self.held_operand(expr),
            Use::Seen | Use::Sliced | Use::Place | Use::Borrow | Use::Base => {
                self.place_operand(expr)
            }
            Use::Compared | Use::Number | Use::Ordered | Use::Receiver | Use::Callee => {
                self.looked_at_operand(expr, kind, later)
            }
        }
    }

    /// Lowers an operand that an operation looks at in its place, or copies.
    fn looked_at_operand(&mut self, expr: Expr, kind: Use, later: &[Expr]) -> Expr {
        let is_given = self.is_given_away(&expr, later);
        let fate = match self.fate(&expr, later) {
            fate if is_given && (kind == Use::Receiver || fate == Fate::Stays) => Fate::MayChange,
            fate => fate,
        };
        match fate {
            // What a range gives has no size.
            Fate::Lost if is_slice(&expr) => self.held_operand(expr),
            Fate::Lost => {
                // Of what is behind a `&mut`, a copy is taken.
                let expr = if self.is_reference(&expr) { deref(expr) } else { expr };
                let value = self.value_operand(expr);
                self.as_temporary(value)
            }
            Fate::MayChange => match kind {
                Use::Compared => self.copied_or_not(expr, Look::Copy),
                Use::Number => self.copied_or_not(expr, Look::Taken),
                Use::Ordered => {
                    self.hold_unless_copied(&expr);
                    self.copied_or_not(expr, Look::Copy)
                }
                _ => self.held_operand(expr),
            },
            Fate::Stays => self.place_operand(expr),
        }
    }

    /// Tells whether later operands may change a local that a place is part of, or is behind.
    pub(super) fn is_changed(&self, place: &Expr, later: &[Expr]) -> bool {
        root(place, self.locals).is_some() && self.fate(place, later) != Fate::Stays
    }

    /// Tells whether an operand may be a `static mut`, which later operands can change.
    fn may_be_static(&self, operand: &Expr, kind: Use) -> bool {
        let is_name = matches!(operand, Expr::Path(path) if self.names_static(&path.path));
        is_name && kind.is_value()
    }

    /// Tells whether a path may name a `static mut`.
    pub(super) fn names_static(&self, path: &syn::Path) -> bool {
        let last = path.segments.last().map(|last| last.ident.to_string());
        last.is_some_and(|name| name.len() > 1 && !name.contains(char::is_lowercase))
            && self.levels.iter().any(|level| level.unsafety.is_some())
    }

    pub(super) fn value_operand(&mut self, expr: Expr) -> Expr {
        let value = self.settling(true, |this| this.expr(expr, &Want::ANY));
        self.spill(value)
    }

    /// Keeps a place, and holds it until the operation.
    fn held_operand(&mut self, expr: Expr) -> Expr {
        self.hold(&expr);
        self.place_operand(expr)
    }

    /// Keeps a place, but evaluates what its indices are computed from.
    pub(super) fn place_operand(&mut self, expr: Expr) -> Expr {
        match expr {
            Expr::Index(mut expr) => {
                expr.expr = Box::new(self.place_operand(*expr.expr));
                if !is_constant(&expr.index, self.locals) {
                    expr.index = Box::new(self.value_operand(*expr.index));
                }
                Expr::Index(expr)
            }
            Expr::Field(mut expr) => {
                expr.base = Box::new(self.place_operand(*expr.base));
                Expr::Field(expr)
            }
            Expr::Unary(mut expr) if matches!(expr.op, UnOp::Deref(_)) => {
                expr.expr = Box::new(self.place_operand(*expr.expr));
                Expr::Unary(expr)
            }
            Expr::Paren(mut expr) => {
                expr.expr = Box::new(self.place_operand(*expr.expr));
                Expr::Paren(expr)
            }
            Expr::Path(_) => self.verbatim(expr),
            // Behind a place, it lives on as a temporary.
            other if temporaries::is_made_here(&other) => {
                let value = self.settling(true, |this| this.expr(other, &Want::ANY));
                self.keep_temporary(value)
            }
            other => {
                let value = self.value_operand(other);
                self.as_temporary(value)
            }
        }
    }

    /// Lowers an expression that is looked at in place, and suspends.
    pub(super) fn place(&mut self, expr: Expr) -> Expr {
        if !self.needs_lowering(&expr) {
            return self.verbatim(expr);
        }
        self.in_place = true;
        let value = self.expr(expr, &Want::ANY);
        self.as_temporary(value)
    }

    /// Keeps a value in a temporary.
    pub(super) fn spill(&mut self, value: Expr) -> Expr {
        if is_constant(&value, self.locals) && !self.may_be_static(&value, Use::Value) {
            return value;
        }
        if let Some(local) = self.hidden_local(&value) {
            self.pending.push((self.levels.len(), local));
            return value;
        }
        let span = ast::span(&value);
        let local = self.locals.standing_for(&self.context.operand, span);
        if !matches!(value, Expr::Path(_) | Expr::Lit(_)) {
            self.locals[local].end = ast::end(&value);
        }
        // A closure has no destructor if it only borrows; and calling one may take or change it.
        let is_closure = matches!(value, Expr::Closure(_));
        if is_closure {
            self.locals[local].knowledge = knowledge::of_expr(&value, self.locals);
            self.locals[local].mutable = true;
        }
        self.let_hidden(local, value);
        if is_closure {
            self.make_mutable(Span::mixed_site().located_at(span));
        }
        self.declare(Decl::Local(local));
        self.pending.push((self.levels.len(), local));
        ast::name(self.locals.ident(local))
    }

    /// Returns the local of the macro's own that a value is.
    pub(super) fn hidden_local(&self, value: &Expr) -> Option<Local> {
        let Expr::Path(path) = value else { return None };
        let local = self.locals.at_path(&path.path)?;
        self.locals[local].hidden.then_some(local)
    }
}

/// Tells whether a place is indexed by a range.
pub(super) fn is_slice(place: &Expr) -> bool {
    match place {
        Expr::Paren(paren) => is_slice(&paren.expr),
        Expr::Index(index) => matches!(*index.index, Expr::Range(_)),
        _ => false,
    }
}

/// Tells whether an expression borrows, or is a place behind what may be a reference.
fn may_refer(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(paren) => may_refer(&paren.expr),
        Expr::Reference(_) => true,
        Expr::Path(_) => false,
        place => scan::is_place(place),
    }
}

/// Reads what is behind a reference.
fn deref(place: Expr) -> Expr {
    let span = Span::mixed_site().located_at(ast::span(&place));
    parse_quoted(quote_spanned!(span=> *#place))
}

/// Takes the parentheses around an expression away, and returns the innermost.
fn without_parens(expr: Expr) -> (Expr, Option<Paren>) {
    match expr {
        Expr::Paren(paren) => {
            let (inner, parens) = without_parens(*paren.expr);
            (inner, parens.or(Some(paren.paren_token)))
        }
        expr => (expr, None),
    }
}

/// Puts parentheses back around an operation, so that they stand where the user wrote them.
fn back_in_parens(expr: Expr, parens: Option<Paren>) -> Expr {
    let is_operation =
        matches!(expr, Expr::Binary(_) | Expr::Range(_) | Expr::Unary(_) | Expr::Cast(_));
    match parens.filter(|_| is_operation) {
        Some(parens) => ast::paren(expr, parens),
        None => expr,
    }
}

/// Tells whether evaluating an expression later gives the same: literals and paths to items.
fn is_constant(expr: &Expr, locals: &Locals) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(path) => path.path.get_ident().is_none_or(|ident| {
            locals.get(ident).is_none() && ident.to_string().starts_with(char::is_uppercase)
        }),
        Expr::Tuple(tuple) => tuple.elems.is_empty(),
        Expr::Reference(expr) => expr.mutability.is_none() && is_literal_value(&expr.expr),
        Expr::Unary(expr) => matches!(expr.op, UnOp::Neg(_)) && matches!(&*expr.expr, Expr::Lit(_)),
        Expr::Range(range) => [&range.start, &range.end]
            .iter()
            .all(|end| end.as_deref().is_none_or(|end| matches!(end, Expr::Lit(_)))),
        Expr::Paren(paren) => is_constant(&paren.expr, locals),
        _ => false,
    }
}

/// Tells whether rustc makes a constant of a value made of literals, if it is borrowed.
fn is_literal_value(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Unary(expr) => matches!(&*expr.expr, Expr::Lit(_)),
        Expr::Array(expr) => expr.elems.iter().all(is_literal_value),
        Expr::Tuple(expr) => expr.elems.iter().all(is_literal_value),
        Expr::Repeat(expr) => is_literal_value(&expr.expr),
        Expr::Reference(expr) => expr.mutability.is_none() && is_literal_value(&expr.expr),
        Expr::Paren(expr) => is_literal_value(&expr.expr),
        Expr::Call(call) => {
            known::makes_std_variant(&call.func) && call.args.iter().all(is_literal_value)
        }
        _ => false,
    }
}

/// Tells whether nothing is kept of an operand until the operation: constants and functions.
fn stands_for_itself(operand: &Expr, locals: &Locals) -> bool {
    match operand {
        Expr::Path(path) => path.path.get_ident().is_none_or(|name| locals.get(name).is_none()),
        operand => is_constant(operand, locals),
    }
}

/// Tells whether operands of an expression wait for others, whose temporaries outlive them.
pub fn end_before_temporaries(expr: &mut Expr, locals: &Locals) -> bool {
    let (mut waiting, mut found) = (false, false);
    visit_operands(expr, &mut |operand| {
        found |= waiting && temporaries::holds_temporary(operand);
        found |= end_before_temporaries(operand, locals);
        waiting |= !stands_for_itself(operand, locals);
    });
    found
}

/// Returns the local that a place is part of.
pub fn root(expr: &Expr, locals: &Locals) -> Option<Local> {
    locals.at_path(root_path(expr)?)
}

/// Returns the path that a place is part of.
pub(super) fn root_path(expr: &Expr) -> Option<&syn::Path> {
    match expr {
        Expr::Path(path) => Some(&path.path),
        Expr::Field(expr) => root_path(&expr.base),
        Expr::Index(expr) => root_path(&expr.expr),
        Expr::Unary(expr) if matches!(expr.op, UnOp::Deref(_)) => root_path(&expr.expr),
        Expr::Paren(expr) => root_path(&expr.expr),
        _ => None,
    }
}
