//! Branches that are a `let … else`, spelled in another way.
//!
//! In: a `let` of a branch: `let w = match &mut self.w { W::A(x) => x, _ => return };`, or the same with `if let`. Out:
//! the pattern of the arm that goes on, which binds the local itself, and what is matched. Invariant: where control
//! comes out of the branch, the pattern has matched, and the local is what it binds.

use proc_macro2::Ident;
use syn::{Arm, Expr, Pat, PatIdent};

use super::projections::has_alternatives;
use crate::{
    ast, flow,
    resolve::names::{Local, Locals},
    visit_mut::{self, VisitMut},
};

/// Reads such a branch, whose value a pattern binds.
pub fn selected<'e>(bound: &Pat, branch: &'e Expr, locals: &Locals) -> Option<(Pat, &'e Expr)> {
    let local = plain(bound, locals)?;
    let (pat, value, given) = goes_on(branch)?;
    let inner = locals.of_expr(given)?;
    let mut pat = match pat {
        // Which alternative matched, a guard may have decided.
        Pat::Guard(guarded) if has_alternatives(&guarded.pat, locals) => return None,
        Pat::Guard(guarded) => (*guarded.pat).clone(),
        pat => pat.clone(),
    };
    if locals.bound_by(&pat) != [inner] {
        return None;
    }
    Rename { locals, from: inner, to: locals.ident(local) }.visit_pat_mut(&mut pat);
    Some((pat, value))
}

/// Reads the only arm of a branch behind which control goes on, what it matches, and what it gives.
fn goes_on(branch: &Expr) -> Option<(&Pat, &Expr, &Expr)> {
    match branch {
        Expr::Paren(paren) => goes_on(&paren.expr),
        Expr::Match(branch) => {
            let mut left = branch.arms.iter().filter(|arm| !flow::diverges(&arm.body));
            let Arm { pat, body, .. } = left.next()?;
            left.next().is_none().then_some((pat, &branch.expr, value(body)?))
        }
        Expr::If(branch) => {
            let Expr::Let(cond) = &*branch.cond else { return None };
            let (_, otherwise) = branch.else_branch.as_ref()?;
            let given = ast::sole_value(&branch.then_branch)?;
            flow::diverges(otherwise).then_some((&cond.pat, &cond.expr, given))
        }
        _ => None,
    }
}

/// Returns the local that a pattern binds which does nothing else.
fn plain(pat: &Pat, locals: &Locals) -> Option<Local> {
    match pat {
        Pat::Type(typed) => plain(&typed.pat, locals),
        Pat::Ident(PatIdent { by_ref: None, mutability: None, subpat: None, ident, .. }) => {
            locals.get(ident)
        }
        _ => None,
    }
}

fn value(body: &Expr) -> Option<&Expr> {
    if let Expr::Block(block) = body { ast::sole_value(&block.block) } else { Some(body) }
}

/// Has a pattern bind another local.
struct Rename<'a> {
    locals: &'a Locals,
    from: Local,
    to: Ident,
}

impl VisitMut for Rename<'_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        if self.locals.get(&pat.ident) == Some(self.from) {
            pat.ident = self.to.clone();
        }
        visit_mut::visit_pat_ident_mut(self, pat);
    }
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        // The field keeps its name: `St { a, .. }` binds `b` by `St { a: b, .. }`.
        self.locals.write_out(&mut field.member, &mut field.colon_token);
        visit_mut::visit_field_pat_mut(self, field);
    }
}
