//! Clones that are assigned to what they borrow from.
//!
//! In: the lowered code. Out: whether `x = part.to_owned()` stands in it, with a `part` that may borrow from
//! `x`. clippy proposes `clone_into` for it, since it does not look at borrows in closures.

use syn::{Expr, Stmt};

use crate::{
    bindings::{self, Target},
    lower::operands::root,
    resolve::names::{Local, Locals},
    visit::Visit,
};

/// What a clone is assigned to, and what it is a clone of.
pub type Pair = (Local, Local);

/// Reads an assignment of a clone.
pub fn assigned(expr: &syn::ExprAssign, locals: &Locals) -> Option<Pair> {
    match &*expr.right {
        Expr::MethodCall(call) if call.method == "to_owned" || call.method == "clone" => {
            root(&expr.left, locals).zip(origin(&call.receiver, locals))
        }
        _ => None,
    }
}

/// Returns the local that a value is made of by a chain of methods.
fn origin(expr: &Expr, locals: &Locals) -> Option<Local> {
    match expr {
        Expr::MethodCall(call) => origin(&call.receiver, locals),
        Expr::Reference(expr) => origin(&expr.expr, locals),
        Expr::Try(expr) => origin(&expr.expr, locals),
        expr => root(expr, locals),
    }
}

/// Tells whether what one of them clones may borrow from what it is assigned to: whether it is made of that.
pub fn borrow<'a>(found: &[Pair], code: impl Iterator<Item = &'a Stmt>, locals: &Locals) -> bool {
    let mut borrows = found.iter().any(|(assigned, cloned)| assigned == cloned);
    if found.is_empty() {
        return borrows;
    }
    bindings::each(code, &mut |target, value| {
        let Target::Pattern(pat) = target else { return };
        let bound = locals.bound_by(pat);
        for (assigned, cloned) in found {
            if bound.contains(cloned) {
                let mut mentions = Mentions { locals, local: *assigned, found: false };
                mentions.visit_expr(value);
                borrows |= mentions.found;
            }
        }
    });
    borrows
}

struct Mentions<'a> {
    locals: &'a Locals,
    local: Local,
    found: bool,
}

impl Visit<'_> for Mentions<'_> {
    fn visit_expr_path(&mut self, expr: &syn::ExprPath) {
        self.found |= self.locals.at_path(&expr.path) == Some(self.local);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}
