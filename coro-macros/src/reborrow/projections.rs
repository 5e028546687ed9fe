//! Borrows of fields of what a reference refers to.
//!
//! In: the code of a lowered body. Out: [`Projection`]s: patterns with the place that they borrow from, which is
//! nothing but fields of a `&mut` parameter, or of what another projection binds. What they bind can be made
//! anew at any time as long as nothing else uses the place. Invariant: what a projection binds is bound nowhere else.

use std::collections::BTreeSet;

use syn::{
    Arm, Expr, ExprLet, ExprMatch, Pat, PatIdent, Stmt, UnOp,
    visit::{self, Visit},
};

use crate::{
    resolve::{
        is_binding,
        names::{Local, Locals},
    },
    temporaries,
};

/// A pattern that borrows from fields.
pub struct Projection {
    /// What binds.
    pub pat: Pat,
    /// What is matched: a borrow, or a place of which the pattern borrows parts.
    pub value: Expr,
    /// The reference that it starts from.
    pub root: Local,
    /// The first field of the place, if it is not all that the reference refers to.
    pub field: Option<String>,
    /// What the pattern binds, in order.
    pub borrowers: Vec<Local>,
    /// Whether it is known to match, whatever the value is.
    pub always: bool,
}

/// Lists the projections of a body, in order.
pub fn projections<'a>(
    code: impl Iterator<Item = &'a Stmt>,
    locals: &'a Locals,
) -> Vec<Projection> {
    let mut finder =
        Finder { locals, found: Vec::new(), bound: BTreeSet::new(), twice: BTreeSet::new() };
    for stmt in code {
        finder.visit_stmt(stmt);
    }
    let Finder { mut found, twice, .. } = finder;
    found.retain(|projection| projection.borrowers.iter().all(|it| !twice.contains(it)));
    found
}

struct Finder<'a> {
    locals: &'a Locals,
    found: Vec<Projection>,
    /// What patterns have bound so far, and what they have bound again.
    bound: BTreeSet<Local>,
    twice: BTreeSet<Local>,
}

impl Finder<'_> {
    fn bind(&mut self, pat: &Pat, value: Option<&Expr>, always: bool) {
        let borrowers = self.locals.bound_by(pat);
        for local in &borrowers {
            if !self.bound.insert(*local) {
                self.twice.insert(*local);
            }
        }
        if borrowers.is_empty() || !is_plain(pat) {
            return;
        }
        if let Some((value, (root, field))) = value.and_then(|value| self.borrowed(pat, value)) {
            let pat = pat.clone();
            self.found.push(Projection { pat, value, root, field, borrowers, always });
        }
    }

    /// Reads what a pattern borrows from; a reference that it looks through is borrowed again.
    fn borrowed(&self, pat: &Pat, value: &Expr) -> Option<(Expr, (Local, Option<String>))> {
        match value {
            Expr::Paren(paren) => self.borrowed(pat, &paren.expr),
            Expr::Reference(reference) => {
                Some((value.clone(), self.place(&reference.expr)?))
            }
            Expr::Path(_) if !matches!(unparenthesised(pat), Pat::Ident(_) | Pat::Type(_)) => {
                let place = self.place(value)?;
                Some((syn::parse_quote!(&mut *#value), place))
            }
            Expr::Field(_) | Expr::Unary(_) if temporaries::binds_by_reference(pat) => {
                Some((value.clone(), self.place(value)?))
            }
            _ => None,
        }
    }

    /// Reads a place that is made of fields: the reference that it starts from, and its first field.
    fn place(&self, place: &Expr) -> Option<(Local, Option<String>)> {
        match place {
            Expr::Paren(paren) => self.place(&paren.expr),
            Expr::Path(_) => Some((self.reference(place)?, None)),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                Some((self.reference(&unary.expr)?, None))
            }
            Expr::Field(field) => {
                let (root, first) = self.place(&field.base)?;
                let name = || quote::ToTokens::to_token_stream(&field.member).to_string();
                Some((root, Some(first.unwrap_or_else(name))))
            }
            _ => None,
        }
    }

    /// Reads a local that is a reference: a parameter, or what a projection binds.
    fn reference(&self, name: &Expr) -> Option<Local> {
        let local = self.locals.of_expr(name)?;
        let is_bound = || self.found.iter().any(|it| it.borrowers.contains(&local));
        (self.locals[local].mutable_borrow || is_bound()).then_some(local)
    }
}

impl Visit<'_> for Finder<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        visit::visit_local(self, stmt);
        let init = stmt.init.as_ref();
        let always = init.is_none_or(|init| init.diverge.is_none());
        self.bind(&stmt.pat, init.map(|init| &*init.expr), always);
    }
    fn visit_expr_let(&mut self, expr: &ExprLet) {
        self.bind(&expr.pat, Some(&expr.expr), false);
        visit::visit_expr_let(self, expr);
    }
    fn visit_expr_match(&mut self, expr: &ExprMatch) {
        self.visit_expr(&expr.expr);
        for Arm { pat, body, .. } in &expr.arms {
            // Which alternative matched, a guard may have decided.
            let (pat, is_guarded) = match pat {
                Pat::Guard(guarded) => (&*guarded.pat, true),
                pat => (pat, false),
            };
            let value = Some(&*expr.expr).filter(|_| !(is_guarded && has_alternatives(pat)));
            self.bind(pat, value, false);
            self.visit_expr(body);
        }
    }
    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        self.bind(&expr.pat, None, false);
        visit::visit_expr_for_loop(self, expr);
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_expr_lit(&mut self, _: &syn::ExprLit) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_macro(&mut self, _: &syn::Macro) {}
    fn visit_pat(&mut self, _: &Pat) {}
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

fn unparenthesised(pat: &Pat) -> &Pat {
    if let Pat::Paren(paren) = pat { unparenthesised(&paren.pat) } else { pat }
}

fn has_alternatives(pat: &Pat) -> bool {
    struct Alternatives(bool);
    impl Visit<'_> for Alternatives {
        fn visit_pat_or(&mut self, _: &syn::PatOr) {
            self.0 = true;
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut scan = Alternatives(false);
    scan.visit_pat(pat);
    scan.0
}

/// Tells whether a pattern does nothing but look, and bind references.
fn is_plain(pat: &Pat) -> bool {
    struct Plain(bool);
    impl Visit<'_> for Plain {
        fn visit_pat(&mut self, pat: &Pat) {
            // `&x` copies, and nothing is known of a macro.
            self.0 &= !matches!(
                pat,
                Pat::Reference(_) | Pat::Macro(_) | Pat::Verbatim(_) | Pat::Guard(_)
            );
            visit::visit_pat(self, pat);
        }
        fn visit_pat_ident(&mut self, pat: &PatIdent) {
            // `mut x` may be a copy.
            self.0 &= pat.mutability.is_none() || pat.by_ref.is_some() || !is_binding(pat);
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut scan = Plain(true);
    scan.visit_pat(pat);
    scan.0
}
