//! Attributes of what is taken apart.
//!
//! In: a resolved body. Out: what lints are told of a statement, for each of the pieces that stand for
//! it; and the attributes that no lint knows, for rustc to see where they do nothing. Invariant: an
//! `expect` is one statement's; its pieces have an `allow`, since not each of them has to fulfil it.

use proc_macro2::Ident;
use syn::{Attribute, Block, Expr, Item, Meta, Pat, Path, Stmt};

use crate::{
    configure::attrs,
    ir::Marker,
    resolve::names::{Local, Locals},
    scan,
    visit_mut::{self, VisitMut},
};

/// Lists what attributes tell lints.
pub fn lints(attrs: &[Attribute]) -> impl Iterator<Item = Attribute> + '_ {
    attrs.iter().filter(|attr| is_lint(attr)).map(|attr| {
        let mut attr = attr.clone();
        allow_expected(&mut attr);
        attr
    })
}

/// Lists what the attributes of a statement tell lints.
pub fn lints_of(stmt: &mut Stmt) -> Vec<Attribute> {
    match stmt {
        Stmt::Item(_) => Vec::new(),
        stmt => attrs::stmt(stmt).map_or(Vec::new(), |attrs| lints(attrs).collect()),
    }
}

/// As [`lints_of`], for a statement that is taken apart.
pub fn lints_of_parts(stmt: &mut Stmt) -> Vec<Attribute> {
    let lints = lints_of(stmt);
    if lints.is_empty() || scan::stmt_needs_lowering(stmt) { lints } else { Vec::new() }
}

/// Turns an `expect` into an `allow`.
pub fn allow_expected(attr: &mut Attribute) {
    if let (true, Meta::List(list)) = (attr.path().is_ident("expect"), &mut attr.meta) {
        let span = list.path.segments[0].ident.span();
        list.path = Path::from(Ident::new("allow", span));
    }
}

fn is_lint(attr: &Attribute) -> bool {
    let levels = ["allow", "expect", "warn", "deny", "forbid"];
    levels.iter().any(|level| attr.path().is_ident(level))
}

/// Puts what lints are told of a statement on one of its pieces.
pub fn carry(lints: &[Attribute], piece: &mut Stmt) {
    match piece {
        Stmt::Local(piece) => add(lints, &mut piece.attrs),
        Stmt::Expr(piece, _) => carry_expr(lints, piece),
        Stmt::Item(_) | Stmt::Macro(_) => {}
    }
}

/// As [`carry`], for an expression that becomes a statement, where it can have attributes.
pub fn carry_expr(lints: &[Attribute], piece: &mut Expr) {
    if lints.is_empty() || Marker::parse(piece).is_some() {
        return;
    }
    match piece {
        Expr::Block(piece) => add(lints, &mut piece.attrs),
        Expr::Break(piece) => add(lints, &mut piece.attrs),
        Expr::Call(piece) => add(lints, &mut piece.attrs),
        Expr::ForLoop(piece) => add(lints, &mut piece.attrs),
        Expr::If(piece) => add(lints, &mut piece.attrs),
        Expr::Loop(piece) => add(lints, &mut piece.attrs),
        Expr::Match(piece) => add(lints, &mut piece.attrs),
        Expr::MethodCall(piece) => add(lints, &mut piece.attrs),
        Expr::Unsafe(piece) => add(lints, &mut piece.attrs),
        Expr::While(piece) => add(lints, &mut piece.attrs),
        _ => {}
    }
}

fn add(lints: &[Attribute], attrs: &mut Vec<Attribute>) {
    let is_new = |lint: &&Attribute| {
        !attrs.iter().any(|attr| match (&attr.meta, &lint.meta) {
            (Meta::List(has), Meta::List(lint)) => {
                has.tokens.to_string() == lint.tokens.to_string()
            }
            _ => false,
        })
    };
    let new: Vec<_> = lints.iter().filter(is_new).cloned().collect();
    attrs.splice(..0, new);
}

/// Takes the attributes that are not for lints off statements that suspend.
pub fn take_others(body: &mut Block) -> Vec<Attribute> {
    let mut others = Others(Vec::new());
    others.visit_block_mut(body);
    others.0
}

struct Others(Vec<Attribute>);

impl VisitMut for Others {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Expr(expr, _) = stmt {
            let has_other = attrs::expr(expr).is_some_and(|attrs| attrs.iter().any(is_other));
            if has_other && scan::needs_lowering(expr) {
                if let Some(attrs) = attrs::expr(expr) {
                    let (others, kept) = attrs.drain(..).partition(is_other);
                    *attrs = kept;
                    self.0.extend::<Vec<_>>(others);
                }
            }
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }
    fn visit_item_mut(&mut self, _: &mut Item) {}
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
}

/// Tells whether an attribute is for neither lints, conditions nor tools.
fn is_other(attr: &Attribute) -> bool {
    let path = attr.path();
    let is_known = ["cfg", "cfg_attr"].iter().any(|name| path.is_ident(name)) || is_lint(attr);
    let of_macro = |name: &Ident| name.to_string().starts_with("__coro");
    !is_known && path.segments.len() == 1 && !path.get_ident().is_some_and(of_macro)
}

/// Lets the `let`s of some locals allow what they expect.
pub fn allow_expected_of(code: &mut [Vec<Stmt>], locals: &Locals, of: &[Local]) {
    struct Lets<'a>(&'a Locals, &'a [Local]);
    impl VisitMut for Lets<'_> {
        fn visit_local_mut(&mut self, local: &mut syn::Local) {
            if !local.attrs.is_empty()
                && self.0.bound_by(&local.pat).iter().any(|local| self.1.contains(local))
            {
                local.attrs.iter_mut().for_each(allow_expected);
            }
            visit_mut::visit_local_mut(self, local);
        }
    }
    for stmt in code.iter_mut().flatten() {
        Lets(locals, of).visit_stmt_mut(stmt);
    }
}
