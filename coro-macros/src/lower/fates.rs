//! What later operands do to a place that an operation looks at.
//!
//! In: a place, and the operands between it and the operation. Out: whether looking at it again, when the
//! operation comes, shows the same. rustc lets nobody change what is borrowed; so a place that changes is
//! a copy: of a number that is compared, or whose method takes it by value.

use syn::{Expr, Path, Type};

use super::{
    Builder,
    changes::{Changes, Fate, is_name, is_shared_reference},
    operands::{root, root_path},
    pieces::unit,
};
use crate::{
    analysis::{
        captures::Captures,
        events::{Event, Graph},
    },
    ast, known,
    resolve::{knowledge::Knowledge, names::Local, value::Value},
    returns::ungroup,
    scan,
    visit::{self, Visit},
};

impl Builder<'_> {
    /// Tells what later operands do to a place.
    pub(super) fn fate(&self, place: &Expr, later: &[Expr]) -> Fate {
        let Some(root) = root_path(place) else { return Fate::Stays };
        let local = self.locals.at_path(root);
        if local.is_none() && !self.names_static(root) {
            return Fate::Stays;
        }
        match local {
            Some(local) if self.is_lost(place, local, later) => Fate::Lost,
            _ => Changes::of(root, Some(place), later, self.locals).fate,
        }
    }

    /// Tells whether later operands give away a local whose method waits: one that is a `&mut`, they may change.
    pub(super) fn is_given_away(&self, place: &Expr, later: &[Expr]) -> bool {
        let given = |name: &Path| {
            later.iter().any(|operand| {
                let mut given = Given { name, found: false };
                given.visit_expr(operand);
                given.found
            })
        };
        let is_open = |local: Local| {
            let data = &self.locals[local];
            data.knowledge != Knowledge::Primitive && data.ty.is_none() && !data.hidden
        };
        let local = self.locals.of_expr(place);
        local.is_some_and(is_open) && root_path(place).is_some_and(given)
    }

    /// Returns the local that a place, or what is borrowed, is behind, if it is a shared reference.
    pub(super) fn through_reference(&self, expr: &Expr) -> Option<Local> {
        match expr {
            Expr::Paren(paren) => self.through_reference(&paren.expr),
            Expr::Reference(reference) => self.through_reference(&reference.expr),
            Expr::Path(_) => None,
            place => {
                root(place, self.locals).filter(|local| is_shared_reference(*local, self.locals))
            }
        }
    }

    /// Keeps where the shared reference points to that a place is behind, if later operands change that: nothing
    /// forbids it.
    ///
    /// ```text
    /// list[0].find({ list = other; yield_!(1) })   →   let operand = list;   …   operand[0].find(…)
    /// ```
    pub(super) fn at_reference(&mut self, mut expr: Expr, later: &[Expr]) -> Expr {
        let Some(local) = self.through_reference(&expr) else { return expr };
        let name = Path::from(self.locals.ident(local));
        if Changes::of(&name, None, later, self.locals).fate == Fate::Stays {
            return expr;
        }
        if let Some(root) = root_mut(&mut expr) {
            let reference = std::mem::replace(root, unit(self.context.span));
            *root = self.spill(reference);
        }
        expr
    }

    /// Tells whether making a value later makes no difference, whatever its type is, which the operation may
    /// have to tell: of a closure that only borrows, of a `&mut` parameter, which is lent, and of a local that is
    /// used again: it is lent, or copied.
    pub(super) fn can_wait(&self, expr: &Expr, later: &[Expr]) -> bool {
        match expr {
            Expr::Closure(closure) => {
                let captures = Captures::of_closure(closure, self.locals);
                captures.borrows_only()
                    && captures.made().into_iter().all(|event| {
                        match self.fate(&ast::name(self.locals.ident(event.local())), later) {
                            Fate::Stays => true,
                            Fate::MayChange => closure.capture.is_none(),
                            Fate::Lost => false,
                        }
                    })
            }
            Expr::Path(_) if self.may_wait(expr) => match self.fate(expr, later) {
                Fate::Stays => true,
                Fate::MayChange => {
                    !self.locals.of_expr(expr).is_some_and(|it| self.locals[it].used_again)
                }
                Fate::Lost => false,
            },
            Expr::Field(_) if self.may_wait(expr) => self.fate(expr, later) == Fate::Stays,
            Expr::Path(_) | Expr::Field(_) => false,
            Expr::Reference(_) | Expr::Call(_) if !self.may_wait(expr) => false,
            Expr::Reference(expr) => self.can_wait(&expr.expr, later),
            Expr::Call(call) => call.args.iter().all(|arg| self.can_wait(arg, later)),
            _ => false,
        }
    }

    /// Notes a local that is taken in front of a suspension: if it is used again behind that, it may wait.
    pub(super) fn note_waiting(&mut self, expr: &Expr) {
        if let Expr::Call(call) = expr {
            if known::makes_std_variant(&call.func) {
                call.args.iter().for_each(|arg| self.note_waiting(arg));
            }
        } else if let (Expr::Path(_), Some(local)) = (expr, self.locals.of_expr(expr)) {
            let data = &self.locals[local];
            if !data.hidden && !data.used_again {
                self.body.waiting.push(local);
            }
        }
    }

    /// Tells whether [`Self::can_wait`] depends on what follows.
    pub(super) fn may_wait(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Closure(_) => true,
            Expr::Path(_) => self.locals.of_expr(expr).is_some_and(|local| {
                let ty = self.locals[local].ty.as_ref().map(ungroup);
                self.locals[local].mutable_borrow
                    || self.locals[local].used_again
                    || matches!(ty, Some(Type::Reference(ty)) if ty.mutability.is_some())
            }),
            Expr::Reference(expr) => matches!(*expr.expr, Expr::Closure(_)),
            // Of what is behind a reference, nothing can be taken: it is lent, or copied.
            Expr::Field(field) if is_field(expr) => root(expr, self.locals).is_some_and(|local| {
                let start = &self.body.blocks[0];
                let is_lent = || {
                    matches!(*field.base, Expr::Path(_))
                        && matches!(self.locals[local].value, Value::Lent(_))
                        && start.locals().any(|it| it == local)
                };
                start.input != Some(local) && (self.locals[local].mutable_borrow || is_lent())
            }),
            Expr::Call(call) => {
                call.args.iter().all(|arg| matches!(arg, Expr::Closure(_)))
                    && scan::makes_box(&call.func)
                    || known::makes_std_variant(&call.func)
                        && call.args.iter().all(|arg| self.may_wait(arg))
            }
            Expr::Paren(expr) => self.may_wait(&expr.expr),
            _ => false,
        }
    }

    /// Tells whether a field is a copy, since later operands take the local, of a type that is no
    /// reference.
    fn is_lost(&self, field: &Expr, root: Local, later: &[Expr]) -> bool {
        let takes = |operand| {
            let events = Graph::events_of(operand, self.locals);
            events.contains(&Event::Move(root))
        };
        is_field(field)
            && matches!(self.locals[root].ty, Some(Type::Path(_) | Type::Tuple(_)))
            && later.iter().any(takes)
    }
}

/// Tells whether a place is a field of a local.
fn is_field(place: &Expr) -> bool {
    match place {
        Expr::Field(field) => matches!(*field.base, Expr::Path(_)) || is_field(&field.base),
        Expr::Paren(paren) => is_field(&paren.expr),
        _ => false,
    }
}

/// Returns the name that a place, or what is borrowed, begins with.
fn root_mut(expr: &mut Expr) -> Option<&mut Expr> {
    match expr {
        Expr::Path(_) => Some(expr),
        Expr::Field(expr) => root_mut(&mut expr.base),
        Expr::Index(expr) => root_mut(&mut expr.expr),
        Expr::Unary(expr) => root_mut(&mut expr.expr),
        Expr::Paren(expr) => root_mut(&mut expr.expr),
        Expr::Reference(expr) => root_mut(&mut expr.expr),
        _ => None,
    }
}

/// Looks for a local that is given to a call.
struct Given<'a> {
    name: &'a Path,
    found: bool,
}

impl Visit<'_> for Given<'_> {
    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        self.found |= call.args.iter().any(|arg| is_name(arg, self.name));
        visit::visit_expr_call(self, call);
    }
    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        self.found |= call.args.iter().any(|arg| is_name(arg, self.name));
        visit::visit_expr_method_call(self, call);
    }
}
