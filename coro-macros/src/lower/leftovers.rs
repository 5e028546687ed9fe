//! What the pattern of a `let` leaves of its value, where temporaries of the statement are kept.
//!
//! In: such a `let`. Out: statements for it, in which the value ends before the temporaries do, and
//! what is bound is in its place when that happens: a destructor that panics takes nothing along.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Expr, Local as LetStmt, Pat, PatType, Stmt};

use super::{
    Builder, Level, Want,
    stmt::{annotation, names_whole},
    unit,
};
use crate::{
    ast,
    ir::Decl,
    resolve::{
        knowledge,
        names::{Local, Locals},
    },
    temporaries,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

impl Builder<'_> {
    /// Lowers a `let` whose pattern may leave a part of the value behind, which ends before the
    /// temporaries of the statement do, and both before an `else`.
    ///
    /// ```text
    /// let (a, _) = value;           →   let a; { let temporary = …; let (part, _) = value; a = part; }
    /// let Some(a) = value else …;   →   let a; if let Some(part) = value { a = part; } else …
    /// ```
    pub(super) fn let_in_level(&mut self, mut local: LetStmt) {
        let Some(mut init) = local.init.take() else { return };
        let span = Span::mixed_site().located_at(ast::span(&init.expr));
        if names_whole(&local.pat) {
            return self.whole_in_level(local, *init.expr);
        }
        let bound = self.locals.bound_by(&local.pat);
        let mut parts = Vec::with_capacity(bound.len());
        for bound in bound {
            let part = self.locals.hidden("element", self.locals[bound].name.span());
            parts.push((bound, part));
            self.declare_deferred(bound, span);
        }
        Parts { locals: self.locals, parts: &parts }.visit_pat_mut(&mut local.pat);
        let assignments = parts.iter().map(|(bound, part)| -> Stmt {
            let (ident, part) = (self.locals.ident(*bound), self.locals.ident(*part));
            syn::parse2(quote_spanned!(span=> #ident = #part;)).expect("generated syntax is valid")
        });
        let assignments: Vec<Stmt> = assignments.collect();
        if let Some((_, diverge)) = init.diverge {
            let then = ast::block(assignments, span);
            let mut branch = ast::if_let(local.pat, *init.expr, then, span);
            if let Expr::If(branch) = &mut branch {
                branch.else_branch = Some((syn::Token![else](span), diverge));
            }
            return self.stmt(Stmt::Expr(branch, Some(syn::Token![;](span))));
        }
        let want = Want::Value(annotation(&local.pat));
        self.open(Level::statement(self.context.span));
        let is_kept = self.settle_match(&mut init.expr);
        let value = self.settling(false, |this| this.expr(*init.expr, &want));
        let value = self.as_scrutinee(value);
        if is_kept || temporaries::holds_temporary(&value) {
            // Its own temporaries end when the parts are in their places, too.
            let body = super::block_expr(ast::block(assignments, span));
            let (pat, value) = match local.pat {
                Pat::Type(PatType { pat, ty, .. }) => {
                    let typed = quote_spanned!(span=> ::core::convert::identity::<#ty>(#value));
                    (*pat, super::parse_quoted(typed))
                }
                pat => (pat, value),
            };
            let taken = ast::match_expr(value, vec![ast::arm(pat, body, span)], span);
            self.push(Stmt::Expr(taken, Some(syn::Token![;](span))));
        } else {
            init.expr = Box::new(value);
            local.init = Some(init);
            self.push(Stmt::Local(local));
            for (_, part) in parts {
                self.declare(Decl::Local(part));
            }
            for stmt in assignments {
                self.push(stmt);
            }
        }
        let value = self.close(unit(self.context.span), &Want::Unit);
        self.push_value(value);
    }

    /// Declares a local that gets its value later.
    pub(super) fn declare_deferred(&mut self, local: Local, span: Span) {
        let ident = self.locals.ident(local);
        let mutable = self.locals[local].mutable.then(|| syn::Token![mut](span));
        let tokens = quote_spanned!(span=> let #mutable #ident;);
        self.push(syn::parse2(tokens).expect("generated syntax is valid"));
        self.declare(Decl::Local(local));
    }

    /// Puts a value into a hidden local, where it is when its own temporaries end, and names it.
    pub(super) fn kept_in_level(&mut self, value: Expr) -> Expr {
        let span = Span::mixed_site().located_at(ast::span(&value));
        let local = self.locals.hidden("temporary", span);
        self.locals[local].knowledge = knowledge::of_expr(&value, self.locals);
        self.locals[local].mutable = true;
        let name = self.locals.ident(local);
        let stmt = syn::parse2(quote_spanned!(span=> let mut #name;));
        let Ok(Stmt::Local(stmt)) = stmt else { unreachable!("a `let` was written") };
        self.whole_in_level(stmt, value);
        self.outlive_pending();
        ast::name(name)
    }

    /// Lowers a `let` of the whole value: a temporary whose destructor panics leaves it in its place.
    fn whole_in_level(&mut self, local: LetStmt, init: Expr) {
        let span = Span::mixed_site().located_at(ast::span(&init));
        let want = Want::Value(annotation(&local.pat));
        let bound = self.locals.bound_by(&local.pat);
        self.push(Stmt::Local(local));
        for local in &bound {
            self.declare(Decl::Local(*local));
        }
        self.open(Level::statement(self.context.span));
        let value = self.settling(false, |this| this.expr(init, &want));
        for local in bound {
            let name = ast::name(self.locals.ident(local));
            self.push(ast::assign_stmt(name, value.clone(), span));
        }
        let value = self.close(unit(self.context.span), &Want::Unit);
        self.push_value(value);
    }
}

/// Tells whether the pattern of a `let` may leave something of the value, while temporaries of the
/// statement are kept.
pub fn end_before_temporaries(local: &LetStmt) -> bool {
    struct Refs(bool);
    impl Visit<'_> for Refs {
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            self.0 |= pat.by_ref.is_some() || pat.subpat.is_some();
            visit::visit_pat_ident(self, pat);
        }
    }
    let Some(syn::LocalInit { expr, diverge, .. }) = &local.init else { return false };
    // A `match` has no place for the type.
    if diverge.is_some() && matches!(local.pat, Pat::Type(_)) {
        return false;
    }
    let mut refs = Refs(false);
    refs.visit_pat(&local.pat);
    let outlive = || {
        let leaves = || temporaries::holds_wildcard(&local.pat);
        if names_whole(&local.pat) || diverge.is_some() && !leaves() {
            temporaries::outlive_suspension(expr)
        } else {
            temporaries::outlive_parts(expr)
        }
    };
    !refs.0 && !temporaries::extends(expr) && outlive()
}

/// Puts hidden locals in the places of those that a pattern binds.
pub struct Parts<'a> {
    /// The locals of the body.
    pub locals: &'a Locals,
    /// What the pattern binds, with what it binds instead.
    pub parts: &'a [(Local, Local)],
}

impl VisitMut for Parts<'_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
        let bound = self.locals.get(&pat.ident);
        if let Some((_, part)) = self.parts.iter().find(|(local, _)| Some(*local) == bound) {
            pat.ident = self.locals.ident(*part);
            pat.mutability = None;
        }
    }
    /// A field whose name is the binding's gets one of its own.
    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        visit_mut::visit_field_pat_mut(self, field);
        if matches!(*field.pat, Pat::Ident(_)) {
            self.locals.write_out(&mut field.member, &mut field.colon_token);
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}
