//! What is kept in front of a suspension of a place that an operation looks at behind it.
//!
//! In: a place that operands in between may change. Out: what stands for it behind them: copies, and references
//! to what is elsewhere, are kept, as their types tell; all else is as it was, since rustc lets nobody change what
//! is borrowed.

use proc_macro2::{Ident, Span};
use quote::quote_spanned;
use syn::{Expr, ExprField, ExprIndex};

use super::{
    Builder,
    operands::{is_slice, root},
    pieces::parse_quoted,
};
use crate::{analysis::captured_places::captured_places, ast, ir::Decl, resolve::names::Local};

/// What is kept of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// What its type is, if that is `Copy`.
    Copy,
    /// As [`Look::Copy`], or what it points to, as a receiver that is taken.
    Taken,
    /// A shared reference.
    Reference,
}

impl Builder<'_> {
    /// Keeps what an operation only looks at and later operands may change: a reference on the way to it, and, if it
    /// may be a copy that is compared, itself.
    ///
    /// ```text
    /// let operand = look(&c.0).__coro_now();   …   *operand.into_place(|| &c.0)
    /// ```
    pub(super) fn copied_or_not(&mut self, place: Expr, look: Look) -> Expr {
        // What a range gives has no size: it is no copy.
        let look = if is_slice(&place) { Look::Reference } else { look };
        let place = self.place_operand(place);
        self.copied_way(&place, look, true)
    }

    /// As [`Self::copied_or_not`], of a place, or of what leads to one.
    fn copied_way(&mut self, place: &Expr, look: Look, is_last: bool) -> Expr {
        let mut later = place.clone();
        match &mut later {
            Expr::Field(ExprField { base, .. }) | Expr::Index(ExprIndex { expr: base, .. }) => {
                **base = match self.locals.of_expr(base) {
                    Some(local) if self.may_refer_to_reference(local) => {
                        self.copied_place(base, base, Look::Reference)
                    }
                    _ => self.copied_base(base),
                };
            }
            Expr::Unary(unary) => *unary.expr = self.copied_base(&unary.expr),
            Expr::Paren(paren) => return self.copied_way(&paren.expr, look, is_last),
            _ => {}
        }
        let is_same = match self.locals.of_expr(place) {
            Some(local) => {
                let data = &self.locals[local];
                !(data.mutable
                    || look == Look::Taken
                    || look == Look::Reference && data.refers_to_reference())
            }
            None => is_last && look == Look::Reference && matches!(place, Expr::Index(_)),
        };
        if is_same {
            return later;
        }
        self.copied_place(place, &later, look)
    }

    /// Looks at a place now, and writes what stands for it later, where it is spelled in another way.
    fn copied_place(&mut self, place: &Expr, later: &Expr, look: Look) -> Expr {
        let operand = self.look_at(place, look);
        let span = Span::mixed_site().located_at(ast::span(place));
        parse_quoted(quote_spanned!(span=> *#operand.into_place(|| &#later)))
    }

    /// Tells whether a local is a `&mut` to what may be a reference.
    fn may_refer_to_reference(&self, local: Local) -> bool {
        let data = &self.locals[local];
        data.is_mutable_reference() && (data.ty.is_none() || data.refers_to_reference())
    }

    /// As [`Self::copied_way`], of what a part is taken of: a local, whose other parts the operation may change, is held.
    fn copied_base(&mut self, base: &Expr) -> Expr {
        match self.locals.of_expr(base) {
            Some(local) => {
                if self.locals[local].mutable && self.locals[local].ty.is_none() {
                    self.hold_reference(base);
                }
                base.clone()
            }
            None => self.copied_way(base, Look::Reference, false),
        }
    }

    /// Holds what a method is called on or what is called until the operation: it is looked at in its place behind
    /// operands that may change it. rustc lets them, if it is a copy, or behind a shared reference; then it tells.
    ///
    /// ```text
    /// let held = &p.at;   …   drop(held); p.at.moved(…)
    /// ```
    pub(super) fn hold(&mut self, place: &Expr) {
        let chain = chain(place);
        if root(chain, self.locals).is_none_or(|local| self.locals[local].hidden) {
            return;
        }
        let mut base = chain;
        while let Expr::Field(field) = base {
            base = &field.base;
            let leads_elsewhere = |local: Local| {
                let data = &self.locals[local];
                let is_open = data.mutable && data.ty.is_none() && !data.is_mutable_reference();
                is_open || self.may_refer_to_reference(local)
            };
            if self.locals.of_expr(base).is_none_or(leads_elsewhere) {
                self.hold_reference(base);
            }
        }
        let span = Span::mixed_site().located_at(ast::span(chain));
        self.hold_value(parse_quoted(quote_spanned!(span=> &#chain)));
    }

    /// Holds a place that leads to another, if it is a reference.
    fn hold_reference(&mut self, place: &Expr) {
        self.hold_by("__coro_held", place);
    }

    /// Holds a local, or fields of it, if it is no copy.
    pub(super) fn hold_unless_copied(&mut self, place: &Expr) {
        let is_whole = std::ptr::eq(chain(place), place);
        if is_whole && root(place, self.locals).is_some_and(|local| !self.locals[local].hidden) {
            self.hold_by("__coro_lent", place);
        }
    }

    fn hold_by(&mut self, method: &str, place: &Expr) {
        let span = Span::mixed_site().located_at(ast::span(place));
        let (krate, method) = (self.context.krate.at(span), Ident::new(method, span));
        let held = quote_spanned!(span=> #krate::__private::look(&#place).#method());
        self.hold_value(parse_quoted(held));
    }

    fn hold_value(&mut self, value: Expr) {
        let span = Span::mixed_site().located_at(ast::span(&value));
        let local = self.locals.hidden("held", span);
        self.let_hidden(local, value);
        self.declare(Decl::Local(local));
        self.held.push(local);
    }

    /// Ends what has been held since there was less of it, in front of the operation.
    pub(super) fn let_go(&mut self, before: usize) {
        for local in self.held.split_off(before).into_iter().rev() {
            if self.alive {
                let span = self.locals[local].name.span();
                let (krate, name) = (self.context.krate.at(span), self.locals.ident(local));
                let end = quote_spanned!(span=> #krate::__private::drop(#name););
                self.push(syn::parse2(end).expect("generated syntax is valid"));
            }
        }
    }

    /// Tells whether a place is a local that is surely a `&mut`.
    pub(super) fn is_reference(&self, place: &Expr) -> bool {
        self.locals.of_expr(place).is_some_and(|local| self.locals[local].is_mutable_reference())
    }

    fn look_at(&mut self, place: &Expr, look: Look) -> Expr {
        let span = ast::span(place);
        let krate = self.context.krate.at(span);
        let method = Ident::new(
            match look {
                Look::Copy => "__coro_now",
                Look::Taken => "__coro_taken",
                Look::Reference => "__coro_reference",
            },
            span,
        );
        self.spill(parse_quoted(quote_spanned!(span=> #krate::__private::look(&#place).#method())))
    }

    /// Asks for the types of what leads to the places that a closure captures, if it waits for operands that may have
    /// that lead elsewhere: it would capture another place behind them.
    pub(super) fn ask_ways(&mut self, waiting: &Expr, later: &[Expr]) {
        match waiting {
            Expr::Closure(closure) => {
                for captured in captured_places(closure, self.locals) {
                    let mut way =
                        vec![ast::name(self.locals.ident_at(captured.local, captured.span))];
                    for member in captured.fields {
                        let place = &way[way.len() - 1];
                        way.push(parse_quoted(quote_spanned!(captured.span=> #place.#member)));
                    }
                    if self.is_changed(&way[way.len() - 1], later) {
                        let refers = self.may_refer_to_reference(captured.local);
                        way[usize::from(!refers)..].iter().for_each(|place| self.ask_way(place));
                    }
                }
            }
            Expr::Reference(expr) => self.ask_ways(&expr.expr, later),
            Expr::Call(call) => call.args.iter().for_each(|arg| self.ask_ways(arg, later)),
            _ => {}
        }
    }

    fn ask_way(&mut self, place: &Expr) {
        let span = Span::mixed_site().located_at(ast::span(place));
        let krate = self.context.krate.at(span);
        let asked = quote_spanned! {span=>
            #krate::__private::Stays::stays(#krate::__private::way(&#place).__coro_way());
        };
        self.push(syn::parse2(asked).expect("generated syntax is valid"));
    }
}

/// Returns the local, or the fields of it, that a place is part of or behind.
fn chain(place: &Expr) -> &Expr {
    fn start(place: &Expr) -> Option<&Expr> {
        match place {
            Expr::Paren(paren) => Some(start(&paren.expr).unwrap_or(&paren.expr)),
            Expr::Reference(reference) => Some(start(&reference.expr).unwrap_or(&reference.expr)),
            Expr::Index(index) => Some(start(&index.expr).unwrap_or(&index.expr)),
            Expr::Unary(unary) => Some(start(&unary.expr).unwrap_or(&unary.expr)),
            Expr::Field(field) => start(&field.base),
            _ => None,
        }
    }
    start(place).unwrap_or(place)
}
