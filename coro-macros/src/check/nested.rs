//! Suspensions in the items of a body.
//!
//! In: an item statement. Out: an error for each `yield_!` in a function of it: the function is
//! called by the coroutine and is not part of it. A function with an attribute of its own, such as
//! ours, is left to that attribute.

use syn::{Attribute, Expr, ImplItemFn, Item, ItemFn, Macro, TraitItemFn};

use super::written;
use crate::{
    diagnostics::Diagnostics,
    known,
    visit::{self, Visit},
};

/// Refuses suspensions in an item's functions.
pub fn check(item: &Item, diagnostics: &mut Diagnostics) {
    let is_constant = matches!(item, Item::Const(_) | Item::Static(_));
    Nested { is_constant, diagnostics }.visit_item(item);
}

struct Nested<'a> {
    is_constant: bool,
    diagnostics: &'a mut Diagnostics,
}

impl Visit<'_> for Nested<'_> {
    fn visit_item_fn(&mut self, function: &ItemFn) {
        if !is_transformed(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &ImplItemFn) {
        if !is_transformed(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_trait_item_fn(&mut self, function: &TraitItemFn) {
        if !is_transformed(&function.attrs) {
            visit::visit_trait_item_fn(self, function);
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let Expr::Yield(expr) = expr {
            self.suspension(expr.yield_token.span, "yield");
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &Macro) {
        let Some(name) = mac.path.segments.last().map(|segment| &segment.ident) else { return };
        if known::suspends(name) {
            self.suspension(name.span(), &name.to_string());
        }
        for arg in known::parse_control(mac).into_iter().flat_map(|known| known.args) {
            self.visit_expr(&arg.expr);
        }
    }
}

impl Nested<'_> {
    fn suspension(&mut self, span: proc_macro2::Span, name: &str) {
        let place = if self.is_constant {
            "a constant\nhelp: make it a `let`\nnote: a constant is computed at compile time"
        } else {
            "a function of the coroutine's body\nhelp: put `#[coro_core::coroutine]` on the inner function, too, and call it with `yield_from!`\nnote: the inner function is called by the coroutine; it is no part of it"
        };
        self.diagnostics.error(span, format!("{} inside {place}", written(span, name)));
    }
}

/// Tells whether an attribute may rewrite the function: it is none of the language's.
fn is_transformed(attrs: &[Attribute]) -> bool {
    const KNOWN: [&str; 15] = [
        "allow",
        "cfg",
        "cfg_attr",
        "cold",
        "deny",
        "deprecated",
        "doc",
        "expect",
        "forbid",
        "inline",
        "must_use",
        "target_feature",
        "test",
        "track_caller",
        "warn",
    ];
    attrs.iter().any(|attr| !KNOWN.iter().any(|known| attr.path().is_ident(known)))
}
