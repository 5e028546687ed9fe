//! Locals without a size.
//!
//! In: a `let` of a resolved body. Out: an error, if its value is a part of a list or a text, or what a reference to
//! one refers to, and no borrow of it. rustc refuses it, too, but again wherever the macro stores the local.

use proc_macro2::Span;
use syn::{Expr, Local as LetStmt, Pat, Type, UnOp, spanned::Spanned};

use crate::{
    diagnostics::Diagnostics, resolve::names::Locals, returns::ungroup, source::is_unsized,
};

/// Refuses a local that is given such a value.
pub fn check(stmt: &LetStmt, locals: &Locals, diagnostics: &mut Diagnostics) {
    let (Pat::Ident(pat), Some(init)) = (&stmt.pat, &stmt.init) else { return };
    if pat.by_ref.is_some() || init.diverge.is_some() {
        return;
    }
    let Some((span, what, place)) = without_size(&init.expr, locals) else { return };
    let name = locals.get(&pat.ident).map_or(&pat.ident, |local| &locals[local].name);
    diagnostics.error(
        span,
        format!("{what} has no size of its own\nhelp: borrow it, `let {name} = &{place};`"),
    );
}

fn without_size(value: &Expr, locals: &Locals) -> Option<(Span, &'static str, String)> {
    match value {
        Expr::Paren(paren) => without_size(&paren.expr, locals),
        Expr::Index(index) if matches!(*index.index, Expr::Range(_)) => {
            let list = locals.of_expr(&index.expr);
            let list = list.map_or("…".to_owned(), |local| locals[local].name.to_string());
            Some((value.span(), "a part of a list or a text", format!("{list}[…]")))
        }
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
            let local = locals.of_expr(&unary.expr)?;
            let is_unsized = |ty: &Type| matches!(ty, Type::Reference(ty) if is_unsized(&ty.elem));
            locals[local].ty.as_ref().map(ungroup).filter(|ty| is_unsized(ty))?;
            let place = format!("*{}", locals[local].name);
            Some((value.span(), "what the reference refers to", place))
        }
        _ => None,
    }
}
