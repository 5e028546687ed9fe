//! What code does to a place.
//!
//! In: a place, which is a local, or a `static mut`, or a part of it or behind it, and code that runs while something
//! looks at it. Out: its [`Fate`]. Assignments, borrows and patterns with `mut` change it; a method may, and so may
//! whatever is given something on the way to it.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Member, Pat, Path, PointerMutability, Stmt, Type, UnOp};

use super::operands::root_path;
use crate::{
    analysis::moves,
    assignee, known,
    resolve::{
        knowledge::Knowledge,
        names::{Local, Locals},
    },
    returns::ungroup,
    scan, temporaries,
    visit::{self, Visit},
};

/// What becomes of a place until the operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// It is the same.
    Stays,
    /// A method is called on it or around it, which may change it.
    MayChange,
    /// It is changed or taken.
    Lost,
}

/// Looks for what changes a local, or a `static mut`.
pub(super) struct Changes<'a> {
    root: &'a Path,
    /// The way from there to the place, if what it leads to is looked at, too.
    members: Option<Vec<&'a Member>>,
    /// Whether the place is behind something: what leads there may be given away, and then changed.
    is_behind: bool,
    locals: &'a Locals,
    /// Whether only the way to the place counts, and not what is in it.
    is_way: bool,
    pub(super) fate: Fate,
}

impl<'a> Changes<'a> {
    /// Looks for them in later operands.
    pub(super) fn of(
        root: &'a Path,
        place: Option<&'a Expr>,
        later: &[Expr],
        locals: &'a Locals,
    ) -> Self {
        let mut changes = Self {
            root,
            members: place.map(members),
            is_behind: place.is_some_and(|place| !is_chain(place)),
            locals,
            is_way: false,
            fate: Fate::Stays,
        };
        for expr in later {
            changes.visit_expr(expr);
        }
        changes
    }

    /// Tells whether a place is part of the one that is looked at, or the other way round.
    fn is_here(&self, place: &Expr) -> bool {
        let Some(own) = &self.members else { return is_name(place, self.root) };
        let is_inside = || self.is_way && members(place).len() > own.len();
        self.is_aligned(place, own) && !is_inside()
    }

    /// Tells whether a place starts where this one does, and goes the same way as far as both go.
    fn is_aligned(&self, place: &Expr, own: &[&Member]) -> bool {
        root_path(place).is_some_and(|root| is_same(root, self.root))
            && own.iter().zip(members(place)).all(|(one, other)| **one == *other)
    }

    fn matched(&mut self, scrutinee: &Expr, pat: &Pat) {
        if self.is_here(scrutinee) && temporaries::holds_mutable_reference(pat) {
            self.fate = Fate::Lost;
        }
        // What a `&mut` leads to is borrowed by a pattern, or by the type that is written for it.
        if !matches!(pat, Pat::Ident(_) | Pat::Wild(_)) && self.is_passed(scrutinee) {
            self.may_change();
        }
    }

    fn may_change(&mut self) {
        if self.fate == Fate::Stays {
            self.fate = Fate::MayChange;
        }
    }

    /// Tells whether an expression gives away what the place is part of: moves it, or lends it again if it is a `&mut`.
    fn is_given(&self, expr: &Expr) -> bool {
        let Some(own) = self.members.as_ref().filter(|_| is_chain(expr)) else { return false };
        // Of what is behind a `&mut`, lending that is more than naming it.
        let is_reference = |local: Local| self.locals[local].is_mutable_reference();
        let is_part = members(expr).len() < own.len()
            || own.is_empty() && self.locals.of_expr(expr).is_some_and(is_reference);
        is_part && self.is_aligned(expr, own) && !self.is_lent()
    }

    /// As [`Self::is_given`], by what a function is given: the place itself, or what it is behind, may be a `&mut`.
    fn is_passed(&self, expr: &Expr) -> bool {
        let Some(own) = self.members.as_ref().filter(|_| is_chain(expr)) else { return false };
        let is_number = |local: Local| self.locals[local].knowledge == Knowledge::Primitive;
        (self.is_behind || !own.is_empty())
            && members(expr).len() == own.len()
            && self.is_aligned(expr, own)
            && !self.is_lent()
            && !self.locals.of_expr(expr).is_some_and(is_number)
    }

    /// Tells whether the place is behind a shared reference: what is there is only looked at.
    fn is_lent(&self) -> bool {
        self.locals.at_path(self.root).is_some_and(|root| is_lent(root, self.locals))
    }

    fn pass<'e>(&mut self, args: impl IntoIterator<Item = &'e Expr>) {
        if args.into_iter().any(|arg| self.is_passed(arg)) {
            self.may_change();
        }
    }

    /// Visits what a part is taken of, what is dereferenced or what is borrowed: that itself is given to nothing.
    fn visit_place(&mut self, place: &Expr) {
        if !is_chain(place) {
            self.visit_expr(place);
        }
    }

    /// Tells whether tokens name the local, or a macro of the body that does, by its own rules or those of others.
    fn is_mentioned(&self, tokens: TokenStream, through: &mut Vec<String>) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => self.is_mentioned(group.stream(), through),
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                self.root.is_ident(&ident)
                    || self.locals.macros.get(&name).is_some_and(|known| {
                        let is_new = !through.contains(&name);
                        through.push(name);
                        is_new && self.is_mentioned(known.rules.clone(), through)
                    })
            }
            _ => false,
        })
    }
}

impl Visit<'_> for Changes<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if self.is_given(expr) {
            return self.may_change();
        }
        match expr {
            Expr::Field(field) => self.visit_place(&field.base),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                self.visit_place(&unary.expr);
            }
            Expr::Index(index) => {
                self.visit_place(&index.expr);
                self.visit_expr(&index.index);
            }
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        assignee::each_place(&expr.left, &mut |place| {
            if self.is_here(place) {
                self.fate = Fate::Lost;
            }
        });
        visit::visit_expr_assign(self, expr);
    }

    fn visit_expr_binary(&mut self, expr: &syn::ExprBinary) {
        if scan::is_compound_assignment(&expr.op) && self.is_here(&expr.left) {
            self.fate = Fate::Lost;
        }
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_reference(&mut self, expr: &syn::ExprReference) {
        if expr.mutability.is_some() && self.is_here(&expr.expr) {
            self.fate = Fate::Lost;
        }
        self.visit_place(&expr.expr);
    }

    fn visit_expr_raw_addr(&mut self, expr: &syn::ExprRawAddr) {
        if matches!(expr.mutability, PointerMutability::Mut(_)) && self.is_here(&expr.expr) {
            self.fate = Fate::Lost;
        }
        self.visit_place(&expr.expr);
    }

    fn visit_expr_method_call(&mut self, expr: &syn::ExprMethodCall) {
        // What has parts that are mentioned is of a type whose methods may do anything, whatever their names.
        let has_parts = self.members.as_ref().is_some_and(|own| {
            is_chain(&expr.receiver) && members(&expr.receiver).len() < own.len()
        });
        let looks = !has_parts && moves::surely_looks(&expr.method.to_string());
        if !looks && self.is_here(&expr.receiver) {
            self.may_change();
        }
        self.visit_place(&expr.receiver);
        self.pass(&expr.args);
        expr.args.iter().for_each(|arg| self.visit_expr(arg));
    }

    fn visit_expr_call(&mut self, expr: &syn::ExprCall) {
        self.pass(&expr.args);
        visit::visit_expr_call(self, expr);
    }

    fn visit_expr_struct(&mut self, expr: &syn::ExprStruct) {
        self.pass(expr.fields.iter().map(|field| &field.expr));
        visit::visit_expr_struct(self, expr);
    }

    fn visit_local(&mut self, local: &syn::Local) {
        if let Some(init) = &local.init {
            self.matched(&init.expr, &local.pat);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        self.matched(&expr.expr, &expr.pat);
        visit::visit_expr_let(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &syn::ExprMatch) {
        expr.arms.iter().for_each(|arm| self.matched(&expr.expr, &arm.pat));
        visit::visit_expr_match(self, expr);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        let is_own = self.locals.local_macro(mac).is_some();
        if let Some(known) = known::parse(mac).filter(|_| !is_own) {
            return known.exprs().for_each(|expr| self.visit_expr(expr));
        }
        let tokens = mac.path.to_token_stream().into_iter().chain(mac.tokens.clone());
        if self.is_mentioned(tokens.collect(), &mut Vec::new()) {
            self.may_change();
        }
    }
}

/// Tells whether code may change what a place is, or is in it.
pub fn changes<'a>(place: &Expr, code: impl Iterator<Item = &'a Stmt>, locals: &Locals) -> bool {
    changes_of(place, members(place), false, code, locals)
}

/// What is done with a place that is borrowed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Borrow {
    /// It is borrowed as it is.
    Place,
    /// It may be a reference that is looked through.
    Through,
    /// Its parts may be such references, too.
    Parts,
}

/// Tells whether code may change what leads to a place, or to what is borrowed through that.
pub fn leads_elsewhere<'a>(
    place: &Expr,
    borrow: Borrow,
    code: impl Iterator<Item = &'a Stmt>,
    locals: &Locals,
) -> bool {
    let mut way = members(place);
    (borrow != Borrow::Place || way.pop().is_some() || is_behind_two(place))
        && changes_of(place, way, borrow != Borrow::Parts, code, locals)
}

fn changes_of<'a>(
    place: &Expr,
    members: Vec<&Member>,
    is_way: bool,
    code: impl Iterator<Item = &'a Stmt>,
    locals: &Locals,
) -> bool {
    let Some(root) = root_path(place) else { return false };
    let members = Some(members);
    let mut changes =
        Changes { root, members, is_behind: !is_chain(place), locals, is_way, fate: Fate::Stays };
    code.into_iter().for_each(|stmt| changes.visit_stmt(stmt));
    changes.fate != Fate::Stays
}

/// Tells whether a local is declared as a shared reference.
pub(super) fn is_shared_reference(local: Local, locals: &Locals) -> bool {
    let ty = locals[local].ty.as_ref().map(ungroup);
    matches!(ty, Some(Type::Reference(ty)) if ty.mutability.is_none())
}

/// Tells whether a local is surely a shared reference.
pub fn is_lent(local: Local, locals: &Locals) -> bool {
    locals[local].shared_borrow || is_shared_reference(local, locals)
}

/// Tells whether a place is a local, or fields of it, and nothing is indexed or dereferenced on the way.
fn is_chain(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Field(field) => is_chain(&field.base),
        Expr::Paren(paren) => is_chain(&paren.expr),
        _ => false,
    }
}

/// Tells whether what a place is behind is itself behind something: `**q`.
fn is_behind_two(place: &Expr) -> bool {
    match place {
        Expr::Paren(paren) => is_behind_two(&paren.expr),
        Expr::Unary(unary) => !is_chain(&unary.expr),
        _ => false,
    }
}

/// Lists the fields on the way from a local to a place, up to what is indexed.
pub(super) fn members(place: &Expr) -> Vec<&Member> {
    let mut way = Vec::new();
    go_to(place, &mut way);
    way
}

/// Adds the fields on the way to a place; tells whether nothing on it is indexed.
fn go_to<'e>(place: &'e Expr, way: &mut Vec<&'e Member>) -> bool {
    match place {
        Expr::Field(field) => {
            let is_whole = go_to(&field.base, way);
            if is_whole {
                way.push(&field.member);
            }
            is_whole
        }
        Expr::Index(index) => {
            go_to(&index.expr, way);
            false
        }
        Expr::Unary(unary) => go_to(&unary.expr, way),
        Expr::Paren(paren) => go_to(&paren.expr, way),
        _ => true,
    }
}

/// Tells whether a place is a name, and no part of what it names.
pub(super) fn is_name(place: &Expr, name: &Path) -> bool {
    match place {
        Expr::Paren(paren) => is_name(&paren.expr, name),
        Expr::Path(path) => is_same(&path.path, name),
        _ => false,
    }
}

/// Tells whether two paths, to a local or a `static`, are spelled alike.
fn is_same(one: &Path, other: &Path) -> bool {
    one.segments.len() == other.segments.len()
        && one.leading_colon.is_some() == other.leading_colon.is_some()
        && one.segments.iter().zip(&other.segments).all(|(one, other)| one.ident == other.ident)
}
