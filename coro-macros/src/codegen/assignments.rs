//! Assignments that end what is left of a local's old value.
//!
//! In: code, and the locals of which a remnant is held while the code gives them a new value. Out:
//! code that drops the remnant when the assignment drops the old value: once the new one is in its
//! place, and before the temporaries of the statement.

use quote::{format_ident, quote_spanned};
use syn::{Expr, Stmt};

use super::Emitter;
use crate::{
    analysis::Form,
    assignee, known,
    resolve::names::Local,
    visit_mut::{self, VisitMut},
};

/// Makes the assignments in a statement end the remnants.
pub fn end_remnants(stmt: &mut Stmt, emitter: &Emitter<'_>, cells: &[(Local, Form)]) {
    if !cells.is_empty() {
        Assignments { emitter, cells }.visit_stmt_mut(stmt);
    }
}

struct Assignments<'a> {
    emitter: &'a Emitter<'a>,
    cells: &'a [(Local, Form)],
}

impl Assignments<'_> {
    /// Returns the local that is assigned as a whole, if a remnant of it is held.
    fn cell(&self, left: &Expr) -> Option<Local> {
        let Expr::Path(path) = left else { return None };
        let local = self.emitter.locals.at_path(&path.path)?;
        self.cells.iter().any(|(cell, _)| *cell == local).then_some(local)
    }

    /// Takes a destructuring assignment to such a local apart.
    fn take_apart(&self, assign: &syn::ExprAssign) -> Option<Expr> {
        let span = self.emitter.names.span.located_at(assign.eq_token.span);
        let (mut parts, mut held, mut number) = (Vec::new(), false, 0_usize);
        let mut name = |place: &Expr| {
            held |= self.cell(place).is_some();
            number += 1;
            format_ident!("part{}", number, span = span)
        };
        let pattern = assignee::pattern(&assign.left, &mut name, &mut parts)?;
        held.then(|| assignee::apart(&pattern, &assign.right, &parts, span))
    }
}

impl VisitMut for Assignments<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Assign(assign) = expr {
            if let Some(apart) = self.take_apart(assign) {
                *expr = apart;
            }
        }
        visit_mut::visit_expr_mut(self, expr);
        let Expr::Assign(assign) = expr else { return };
        let Some(local) = self.cell(&assign.left) else { return };
        let rest = self.emitter.remnant_name(local);
        let span = self.emitter.names.span;
        let krate = self.emitter.krate;
        *expr = syn::parse2(quote_spanned! {span=>
            match (#assign) { () => #krate::__private::drop(#rest.take()) }
        })
        .expect("generated syntax is valid");
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if let Some(mut known) = known::parse(mac) {
            for arg in &mut known.args {
                self.visit_expr_mut(&mut arg.expr);
            }
            mac.tokens = known.tokens();
        }
    }
}
