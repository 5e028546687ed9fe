//! What is kept in front of a suspension of a place that an operation looks at behind it.
//!
//! In: a place that operands in between may change. Out: what stands for it behind them: copies, and references
//! to what is elsewhere, are kept, as their types tell; all else is as it was, since rustc lets nobody change what
//! is borrowed.

use proc_macro2::{Ident, Span};
use quote::quote_spanned;
use syn::Expr;

use super::{Builder, operands::root, pieces::parse_quoted};
use crate::{analysis::captured_places::captured_places, ast};

/// What is kept of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// What its type is, if that is `Copy`.
    Copy,
    /// A shared reference.
    Reference,
}

impl Builder<'_> {
    /// Keeps what an operation only looks at and later operands may change: a reference on the way to it, and, if it
    /// may be a copy that is compared, itself.
    ///
    /// ```text
    /// let operand = Look(&c.0).__coro_now();   …   *operand.into_place(|| &c.0)
    /// ```
    pub(super) fn copied_or_not(&mut self, place: Expr, look: Look) -> Expr {
        let place = self.place_operand(place);
        self.copied_way(&place, look)
    }

    fn copied_way(&mut self, place: &Expr, look: Look) -> Expr {
        let mut later = place.clone();
        match &mut later {
            Expr::Field(field) => *field.base = self.copied_way(&field.base, Look::Reference),
            Expr::Index(index) => *index.expr = self.copied_way(&index.expr, Look::Reference),
            Expr::Unary(unary) => *unary.expr = self.copied_way(&unary.expr, Look::Reference),
            Expr::Paren(paren) => return self.copied_way(&paren.expr, look),
            _ => {}
        }
        let is_same = match self.locals.of_expr(place) {
            Some(local) => !self.locals[local].mutable,
            None => look == Look::Reference && !matches!(place, Expr::Field(_)),
        };
        if is_same {
            return later;
        }
        let operand = self.look_at(place, look);
        let span = Span::mixed_site().located_at(ast::span(place));
        parse_quoted(quote_spanned!(span=> *#operand.into_place(|| &#later)))
    }

    /// Keeps what a method is called on, what is called, or what is indexed, and later operands may change.
    ///
    /// ```text
    /// let operand = Look(&p.at).__coro_now();   …   (*operand.in_place(|| &mut p.at)).moved(…)
    /// ```
    pub(super) fn kept_place(&mut self, mut place: Expr) -> Expr {
        let is_changeable = root(&place, self.locals).is_some_and(|local| {
            let data = &self.locals[local];
            !data.hidden && (data.mutable || data.is_mutable_reference())
        });
        let is_reference = self.is_reference(&place);
        place = self.place_operand(place);
        if !is_changeable {
            return place;
        }
        let span = Span::mixed_site().located_at(ast::span(&place));
        if is_reference {
            place = parse_quoted(quote_spanned!(span=> *#place));
        }
        let operand = self.look_at(&place, Look::Copy);
        let kept = quote_spanned!(span=> #operand.in_place(|| &mut #place));
        // A `&mut` stays one: methods are looked for on it first.
        parse_quoted(if is_reference { kept } else { quote_spanned!(span=> *#kept) })
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
                Look::Reference => "__coro_reference",
            },
            span,
        );
        self.spill(parse_quoted(quote_spanned!(span=> #krate::__private::Look(&#place).#method())))
    }

    /// Asks for the types of what leads to the places that a closure captures, if it waits for operands that may have
    /// that lead elsewhere: it would capture another place behind them.
    pub(super) fn ask_ways(&mut self, waiting: &Expr, later: &[Expr]) {
        match waiting {
            Expr::Closure(closure) => {
                for captured in captured_places(closure, self.locals) {
                    let mut place = ast::name(self.locals.ident_at(captured.local, captured.span));
                    if !self.is_changed(&place, later) {
                        continue;
                    }
                    for member in captured.fields {
                        place = parse_quoted(quote_spanned!(captured.span=> #place.#member));
                        self.ask_way(&place);
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
            #krate::__private::Stays::stays(#krate::__private::Way(&#place).__coro_way());
        };
        self.push(syn::parse2(asked).expect("generated syntax is valid"));
    }
}
