//! The places that a closure may capture by reference.
//!
//! In: a closure that is no `move` one. Out: the locals outside that it mentions, or fields of them, each once, whose
//! types are known where the closure is made. Which it captures by reference, they tell: what can be copied, it does.

use proc_macro2::Span;
use syn::{Expr, ExprClosure, Ident, Member, Pat};

use super::lent_places::path;
use crate::{
    known,
    resolve::{
        names::{Local, Locals},
        value::Value,
    },
    visit::{self, Visit},
};

/// A place of a local.
pub struct Captured {
    /// The local.
    pub local: Local,
    /// The fields that lead to the place.
    pub fields: Vec<Member>,
    /// Where the local is named.
    pub span: Span,
}

impl Captured {
    /// Tells whether the place surely is a number.
    pub fn is_number(&self, locals: &Locals) -> bool {
        let mut value = &locals[self.local].value;
        for field in &self.fields {
            let (Value::Tuple(parts), Member::Unnamed(index)) = (value, field) else {
                return false;
            };
            let Some(part) = parts.get(index.index as usize) else { return false };
            value = part;
        }
        *value == Value::NUMBER
    }
}

/// Lists the places that a closure mentions.
pub fn captured_places(closure: &ExprClosure, locals: &Locals) -> Vec<Captured> {
    if closure.capture.is_some() {
        return Vec::new();
    }
    let own = closure.inputs.iter().flat_map(|pat| locals.bound_by(pat)).collect();
    let mut scan = Places { locals, own, found: Vec::new() };
    scan.visit_expr(&closure.body);
    let Places { own, mut found, .. } = scan;
    let is_known = |it: &Captured| !it.fields.is_empty() || locals[it.local].ty.is_some();
    found.retain(|it| !own.contains(&it.local) && is_known(it));
    found
}

struct Places<'a> {
    locals: &'a Locals,
    /// What the closure itself binds.
    own: Vec<Local>,
    found: Vec<Captured>,
}

impl Places<'_> {
    fn note(&mut self, name: &Ident, fields: Vec<&Member>) {
        let Some(local) = self.locals.get(name) else { return };
        if self.found.iter().all(|it| it.local != local || it.fields.iter().ne(fields.clone())) {
            let fields = fields.into_iter().cloned().collect();
            self.found.push(Captured { local, fields, span: name.span() });
        }
    }
}

impl Visit<'_> for Places<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(_) | Expr::Field(_) => match path(expr) {
                Some((name, fields)) => self.note(name, fields),
                None => visit::visit_expr(self, expr),
            },
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_pat(&mut self, pat: &Pat) {
        self.own.extend(self.locals.bound_by(pat));
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        for arg in known::parse(mac).into_iter().flat_map(|known| known.args) {
            self.visit_expr(&arg.expr);
        }
    }

    fn visit_item(&mut self, _: &syn::Item) {}
}
