//! What patterns take of the value that they match.
//!
//! In: patterns. Out: whether what is matched stays, whole or in parts, and has to live on.

use syn::{BinOp, Block, Expr, ExprLet, Pat, Stmt};

use super::{end_inside, holds_temporary};
use crate::{
    resolve::is_binding,
    scan,
    visit::{self, Visit},
};

/// Tells whether a pattern only matches what has nothing to drop.
pub fn is_literal(pat: &Pat) -> bool {
    match pat {
        Pat::Lit(_) | Pat::Range(_) => true,
        Pat::Or(pat) => pat.cases.iter().any(is_literal),
        Pat::Paren(pat) => is_literal(&pat.pat),
        _ => false,
    }
}

/// How a pattern binds names.
#[derive(Default)]
struct Bindings {
    by_value: bool,
    by_reference: bool,
}

impl Bindings {
    fn of(pat: &Pat) -> Self {
        let mut bindings = Self::default();
        bindings.visit_pat(pat);
        bindings
    }
}

impl Visit<'_> for Bindings {
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        self.by_reference |= pat.by_ref.is_some();
        self.by_value |= pat.by_ref.is_none() && is_binding(pat);
    }
    fn visit_expr(&mut self, _: &Expr) {}
}

/// Tells whether a pattern binds names, all by reference.
pub fn binds_by_reference(pat: &Pat) -> bool {
    let bindings = Bindings::of(pat);
    bindings.by_reference && !bindings.by_value
}

/// Tells whether a pattern binds a name by reference.
pub fn holds_reference(pat: &Pat) -> bool {
    Bindings::of(pat).by_reference
}

/// Tells whether a pattern binds a name by mutable reference.
pub fn holds_mutable_reference(pat: &Pat) -> bool {
    struct Mutable(bool);
    impl Visit<'_> for Mutable {
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            self.0 |= pat.by_ref.is_some() && pat.mutability.is_some();
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut mutable = Mutable(false);
    mutable.visit_pat(pat);
    mutable.0
}

/// Tells whether a pattern takes nothing of what it matches: it binds no name, or by reference.
pub fn only_looks(pat: &Pat) -> bool {
    !Bindings::of(pat).by_value
}

/// Tells whether a pattern of a `let` takes nothing: what it binds by value below a `ref` is copied.
pub fn takes_nothing(pat: &Pat) -> bool {
    match pat {
        Pat::Type(typed) => takes_nothing(&typed.pat),
        Pat::Paren(paren) => takes_nothing(&paren.pat),
        Pat::Ident(name) if name.by_ref.is_some() => true,
        pat => only_looks(pat),
    }
}

/// Tells whether patterns take all of what is matched, or look at what stays where it is.
pub fn take_all<'a>(scrutinee: &Expr, mut patterns: impl Iterator<Item = &'a Pat>) -> bool {
    scan::is_place(scrutinee) || !holds_temporary(scrutinee) && !patterns.any(leaves_part)
}

/// Tells whether a pattern leaves a part of what is matched, by `_` or by `..`.
pub fn leaves_part(pattern: &Pat) -> bool {
    leaves(pattern, true)
}

/// Tells whether a pattern leaves a part by `_`.
pub fn holds_wildcard(pattern: &Pat) -> bool {
    leaves(pattern, false)
}

fn leaves(pattern: &Pat, rests: bool) -> bool {
    struct Leaves {
        rests: bool,
        found: bool,
    }
    impl Visit<'_> for Leaves {
        fn visit_pat_wild(&mut self, _: &syn::PatWild) {
            self.found = true;
        }
        fn visit_pat_rest(&mut self, _: &syn::PatRest) {
            self.found |= self.rests;
        }
        fn visit_pat_struct(&mut self, pat: &syn::PatStruct) {
            self.found |= self.rests && pat.rest.is_some();
            visit::visit_pat_struct(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut scan = Leaves { rests, found: false };
    scan.visit_pat(pattern);
    scan.found
}

/// Tells whether a `match` may drop what it matches.
pub fn keeps_matched(expr: &Expr) -> bool {
    let Expr::Match(branch) = expr else { return false };
    let is_guarded = branch.arms.iter().any(|arm| matches!(arm.pat, Pat::Guard(_)));
    let takes_all = || take_all(&branch.expr, branch.arms.iter().map(|arm| &arm.pat));
    let by_reference = || branch.arms.iter().any(|arm| holds_reference(&arm.pat));
    !scan::is_place(&branch.expr) && (is_guarded || by_reference() || !takes_all())
}

/// As [`take_all`], for the `let`s of a condition.
pub fn condition_takes_all(cond: &Expr) -> bool {
    !any_let(cond, &|cond| !take_all(&cond.expr, std::iter::once(&*cond.pat)))
}

/// Finds a `let` of a guard that keeps something of a value for the arm, beside what its pattern takes.
pub fn kept_by_guard(guard: &Expr) -> Option<&ExprLet> {
    let keeps = |cond: &ExprLet| {
        !scan::is_place(&cond.expr)
            && (holds_reference(&cond.pat) || !take_all(&cond.expr, std::iter::once(&*cond.pat)))
    };
    find_let(guard, &keeps)
}

/// Tells whether some `let` of a condition is as asked.
fn any_let(cond: &Expr, is: &dyn Fn(&ExprLet) -> bool) -> bool {
    find_let(cond, is).is_some()
}

/// Finds a `let` of a condition that is as asked.
fn find_let<'a>(cond: &'a Expr, is: &dyn Fn(&ExprLet) -> bool) -> Option<&'a ExprLet> {
    match cond {
        Expr::Let(cond) => is(cond).then_some(cond),
        Expr::Binary(cond) if matches!(cond.op, BinOp::And(_)) => {
            find_let(&cond.left, is).or_else(|| find_let(&cond.right, is))
        }
        _ => None,
    }
}

/// Tells whether a unit expression at the end of a block may make temporaries which, in the 2021 edition, end
/// behind the block's locals.
pub fn outlive_tail(expr: &Expr) -> bool {
    match expr {
        // What does not match takes none of the value.
        Expr::If(branch) => any_let(&branch.cond, &|cond| !scan::is_place(&cond.expr)),
        Expr::Match(_) => keeps_matched(expr),
        Expr::Block(block) => block_outlives(&block.block),
        Expr::Unsafe(block) => block_outlives(&block.block),
        Expr::Assign(_) | Expr::Binary(_) | Expr::ForLoop(_) => !end_inside(expr),
        _ => false,
    }
}

fn block_outlives(block: &Block) -> bool {
    matches!(block.stmts.last(), Some(Stmt::Expr(last, None)) if outlive_tail(last))
}
