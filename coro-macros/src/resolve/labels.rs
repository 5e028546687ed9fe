//! Labels that nothing names.
//!
//! In: a resolved body. Out: the labels of what suspends that no `break` and no `continue` names, each with what
//! lints are told there. Such a label goes when the code is taken apart; rustc is to warn of it nevertheless.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{
    Arm, Attribute, Block, Expr, ExprBreak, ExprContinue, Item, Label, Lifetime, Pat, Stmt, Type,
};

use crate::{
    attributes, known, scan,
    visit_mut::{self, VisitMut},
};

/// A label that nothing names.
pub struct Unnamed {
    label: Lifetime,
    lints: Vec<Attribute>,
}

impl Unnamed {
    /// Lists those of a body.
    pub fn of(body: &mut Block) -> Vec<Self> {
        let mut scan = Scan::default();
        scan.visit_block_mut(body);
        let Scan { mut found, named, .. } = scan;
        found.retain(|unnamed| !named.contains(&unnamed.label));
        found
    }

    /// Makes something of which rustc says that nothing names its label.
    pub fn shown(&self) -> TokenStream {
        let Self { label, lints } = self;
        let span = Span::mixed_site().located_at(label.span());
        quote_spanned!(span=> #(#lints)* #label: {})
    }
}

#[derive(Default)]
struct Scan {
    /// What lints are told of what is around.
    around: Vec<Attribute>,
    found: Vec<Unnamed>,
    named: Vec<Lifetime>,
}

impl Scan {
    fn label(&mut self, label: Option<&Label>, suspends: impl FnOnce() -> bool) {
        let Some(label) = label else { return };
        if suspends() {
            self.found.push(Unnamed { label: label.name.clone(), lints: self.around.clone() });
        }
    }
}

impl VisitMut for Scan {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let around = self.around.len();
        self.around.extend(attributes::lints_of(stmt));
        visit_mut::visit_stmt_mut(self, stmt);
        self.around.truncate(around);
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let around = self.around.len();
        self.around.extend(attributes::lints(&arm.attrs));
        visit_mut::visit_arm_mut(self, arm);
        self.around.truncate(around);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let label = match &*expr {
            Expr::Loop(expr) => expr.label.as_ref(),
            Expr::While(expr) => expr.label.as_ref(),
            Expr::ForLoop(expr) => expr.label.as_ref(),
            Expr::Block(expr) => expr.label.as_ref(),
            _ => None,
        };
        self.label(label, || scan::needs_lowering(expr));
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_expr_break_mut(&mut self, jump: &mut ExprBreak) {
        self.named.extend(jump.label.clone());
        visit_mut::visit_expr_break_mut(self, jump);
    }

    fn visit_expr_continue_mut(&mut self, jump: &mut ExprContinue) {
        self.named.extend(jump.label.clone());
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if let Some(mut known) = known::parse_control(mac) {
            known.exprs_mut().for_each(|expr| self.visit_expr_mut(expr));
        }
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_type_mut(&mut self, _: &mut Type) {}
}
