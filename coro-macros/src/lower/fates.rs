//! What later operands do to a place that an operation looks at.
//!
//! In: a place, and the operands between it and the operation. Out: whether looking at it again, when the
//! operation comes, shows the same. rustc lets nobody change what is borrowed; so a place that changes is
//! a copy: of a number that is compared, or whose method takes it by value.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{
    Expr, Type,
    visit::{self, Visit},
};

use super::{Builder, operands::root, pieces::parse_quoted};
use crate::{
    analysis::{
        events::{Event, Graph},
        moves,
    },
    ast, known,
    resolve::names::{Local, Locals},
    scan,
};

/// What becomes of a place until the operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// It is the same.
    Stays,
    /// A method is called on it or around it, which may change it.
    MayChange,
    /// It is changed or taken.
    Lost,
}

impl Builder<'_> {
    /// Tells what later operands do to a place.
    pub(super) fn fate(&self, place: &Expr, later: &[Expr]) -> Fate {
        let Some(local) = root(place, self.locals) else { return Fate::Stays };
        let mut scan = Changes { local, locals: self.locals, fate: Fate::Stays };
        for expr in later {
            scan.visit_expr(expr);
        }
        if self.is_lost(place, local, later) { Fate::Lost } else { scan.fate }
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

    /// Keeps the copy of a place that may change if its type is `Copy`, and looks at it again if not.
    ///
    /// ```text
    /// let operand = Look(&c.0).now();   …   *operand.into_place(|| &c.0)
    /// ```
    pub(super) fn copied_or_not(&mut self, place: Expr) -> Expr {
        let place = self.place_operand(place);
        let span = ast::span(&place);
        let krate = self.context.krate.at(span);
        let seen = quote_spanned!(span=> #krate::__private::Look(&#place).now());
        let operand = self.spill(parse_quoted(seen));
        let span = Span::mixed_site().located_at(span);
        parse_quoted(quote_spanned!(span=> *#operand.into_place(|| &#place)))
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

/// Looks for what changes a local.
struct Changes<'a> {
    local: Local,
    locals: &'a Locals,
    fate: Fate,
}

impl Changes<'_> {
    fn is_here(&self, place: &Expr) -> bool {
        root(place, self.locals) == Some(self.local)
    }
}

impl Visit<'_> for Changes<'_> {
    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        if self.is_here(&expr.left) {
            self.fate = Fate::Lost;
        }
        visit::visit_expr_assign(self, expr);
    }

    fn visit_expr_binary(&mut self, expr: &syn::ExprBinary) {
        if scan::is_compound_assignment(&expr.op) && self.is_here(&expr.left) {
            self.fate = Fate::Lost;
        }
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_reference(&mut self, expr: &syn::ExprReference) {
        if expr.mutability.is_some() && self.is_here(&expr.expr) {
            self.fate = Fate::Lost;
        }
        visit::visit_expr_reference(self, expr);
    }

    fn visit_expr_method_call(&mut self, expr: &syn::ExprMethodCall) {
        let looks = moves::looks(&expr.method.to_string());
        if self.fate == Fate::Stays && !looks && self.is_here(&expr.receiver) {
            self.fate = Fate::MayChange;
        }
        visit::visit_expr_method_call(self, expr);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if let Some(known) = known::parse(mac) {
            for arg in &known.args {
                self.visit_expr(&arg.expr);
            }
        }
    }
}
