//! Tuples of which a part is moved become a local for each part.
//!
//! In: the resolved body. Out: the same body, in which `let t = (a, b);` has become `let t_1; let t_0;
//! (t_0, t_1) = (a, b);` wherever a part of `t` may be moved on its own, and each `t.0` has become
//! `t_0`. What is left of a tuple cannot be carried across a suspension, what is left of its parts
//! can. Invariants: the parts drop in the order of the tuple's; a tuple that is used whole in any way
//! but by value stays one.

pub mod fields;
pub mod lent;
pub mod locals;
mod uses;

use std::collections::BTreeMap;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::{Block, Expr, Local as LetStmt, Member, Pat, Stmt, Type};

use self::uses::Uses;
use crate::{
    known,
    resolve::{
        knowledge,
        names::{Local, Locals},
        shape::Shape,
    },
    returns::ungroup,
    scan,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Splits the tuples of a body.
pub fn split(body: &mut Block, locals: &mut Locals) {
    let mut candidates = Candidates { locals, found: BTreeMap::new() };
    candidates.visit_block(body);
    let mut found = candidates.found;
    if found.is_empty() {
        return;
    }
    for local_macro in locals.macros.values() {
        found.retain(|local, _| !local_macro.mentioned.contains(local));
    }
    let mut uses = Uses::new(locals, &mut found);
    uses.body(body);
    let moved = uses.finish();
    found.retain(|local, _| moved.contains(local));
    if found.is_empty() {
        return;
    }
    let mut parts = BTreeMap::new();
    for (local, tuple) in found {
        parts.insert(local, tuple.declare(local, locals));
    }
    Split { locals, parts }.visit_block_mut(body);
}

/// A tuple that could be split.
pub struct Tuple {
    /// For each part, what is written of its type.
    types: Vec<Option<Type>>,
    /// For each part, what the source shows about dropping it.
    knowledge: Vec<knowledge::Knowledge>,
    /// For each part, where its fields are.
    shapes: Vec<Shape>,
    /// The parts that are mentioned.
    pub mentioned: Vec<bool>,
}

impl Tuple {
    /// Returns how many parts it has.
    pub fn len(&self) -> usize {
        self.types.len()
    }

    fn declare(self, tuple: Local, locals: &mut Locals) -> Vec<Local> {
        let name = locals[tuple].name.clone();
        let mutable = locals[tuple].mutable;
        let known = self.knowledge.into_iter().zip(self.shapes);
        let facts = self.types.into_iter().zip(known).zip(self.mentioned);
        facts
            .enumerate()
            .map(|(index, ((ty, (knowledge, shape)), mentioned))| {
                let text = name.to_string();
                let text = text.trim_start_matches("r#");
                let unused = if mentioned || text.starts_with('_') { "" } else { "_" };
                let ident = Ident::new(&format!("{unused}{text}_{index}"), name.span());
                let part = locals.declare(&ident);
                locals[part].mutable = mutable;
                locals[part].ty = ty;
                locals[part].knowledge = knowledge;
                locals[part].shape = shape;
                locals[part].mentioned = true;
                part
            })
            .collect()
    }
}

/// Finds the tuples whose parts are known from their declarations.
struct Candidates<'a> {
    locals: &'a Locals,
    found: BTreeMap<Local, Tuple>,
}

impl Visit<'_> for Candidates<'_> {
    fn visit_local(&mut self, stmt: &LetStmt) {
        visit::visit_local(self, stmt);
        if let Some((local, tuple)) = tuple_of(stmt, self.locals) {
            self.found.insert(local, tuple);
        }
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Reads `let t = (a, b);` and `let t: (A, B) = …;`.
fn tuple_of(stmt: &LetStmt, locals: &Locals) -> Option<(Local, Tuple)> {
    let (pat, ty) = match &stmt.pat {
        Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
        pat => (pat, None),
    };
    let Pat::Ident(name) = pat else { return None };
    if name.by_ref.is_some() || name.subpat.is_some() || !stmt.attrs.is_empty() {
        return None;
    }
    let local = locals.get(&name.ident)?;
    let init = stmt.init.as_ref().filter(|init| init.diverge.is_none())?;
    if extends_temporary(&init.expr) {
        return None;
    }
    let literal = match &*init.expr {
        Expr::Tuple(tuple) => Some(&tuple.elems),
        _ => None,
    };
    let types: Vec<Option<Type>> = match (ty.map(ungroup), literal) {
        (Some(Type::Tuple(types)), _) => types.elems.iter().cloned().map(Some).collect(),
        (None, Some(elems)) => elems.iter().map(|_| None).collect(),
        _ => return None,
    };
    if types.is_empty() || literal.is_some_and(|elems| elems.len() != types.len()) {
        return None;
    }
    let knowledge = (0..types.len())
        .map(|index| match (&types[index], literal) {
            (Some(ty), _) => knowledge::of_type(ty),
            (None, Some(elems)) => knowledge::of_expr(&elems[index], locals),
            (None, None) => knowledge::Knowledge::Unknown,
        })
        .collect();
    let shapes = (0..types.len())
        .map(|index| match (&types[index], literal) {
            (Some(ty), _) => Shape::of_type(ty),
            (None, Some(elems)) => Shape::of_expr(&elems[index], locals),
            (None, None) => Shape::Unknown,
        })
        .collect();
    let types: Vec<Option<Type>> =
        types.into_iter().map(|ty| ty.filter(|ty| !matches!(ty, Type::Infer(_)))).collect();
    let mentioned = vec![false; types.len()];
    Some((local, Tuple { types, knowledge, shapes, mentioned }))
}

/// Tells whether an initialiser borrows a temporary, which then lives as long as the local.
fn extends_temporary(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(reference) => !scan::is_stable_place(&reference.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().any(extends_temporary),
        Expr::Array(array) => array.elems.iter().any(extends_temporary),
        Expr::Struct(expr) => expr.fields.iter().any(|field| extends_temporary(&field.expr)),
        Expr::Call(call) => call.args.iter().any(extends_temporary),
        Expr::Paren(paren) => extends_temporary(&paren.expr),
        Expr::Cast(cast) => extends_temporary(&cast.expr),
        Expr::Block(block) => block_extends(&block.block),
        Expr::Unsafe(block) => block_extends(&block.block),
        Expr::If(expr) => {
            block_extends(&expr.then_branch)
                || expr.else_branch.as_ref().is_some_and(|(_, other)| extends_temporary(other))
        }
        Expr::Match(expr) => expr.arms.iter().any(|arm| extends_temporary(&arm.body)),
        _ => false,
    }
}

fn block_extends(block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(tail, None)) => extends_temporary(tail),
        _ => false,
    }
}

/// Names the part that a field expression stands for.
pub fn part_of(expr: &Expr, locals: &Locals) -> Option<(Local, usize)> {
    let Expr::Field(field) = expr else { return None };
    let Member::Unnamed(index) = &field.member else { return None };
    Some((whole(&field.base, locals)?, usize::try_from(index.index).ok()?))
}

/// Names the local that a path stands for.
pub fn whole(expr: &Expr, locals: &Locals) -> Option<Local> {
    let Expr::Path(path) = expr else { return None };
    locals.at_path(&path.path)
}

/// Puts the parts in the places of the tuples.
struct Split<'a> {
    locals: &'a Locals,
    parts: BTreeMap<Local, Vec<Local>>,
}

impl Split<'_> {
    fn part(&self, tuple: Local, index: usize, span: Span) -> Option<Ident> {
        let part = *self.parts.get(&tuple)?.get(index)?;
        Some(self.locals.ident_at(part, span))
    }

    /// Declares the parts, the first last, and gives them their values.
    fn declare(&self, stmt: LetStmt, tuple: Local) -> Vec<Stmt> {
        let parts = &self.parts[&tuple];
        let span = Span::mixed_site().located_at(self.locals[tuple].name.span());
        let mut stmts = Vec::with_capacity(parts.len() + 1);
        for part in parts.iter().rev() {
            let ident = self.locals.ident(*part);
            let mutable = self.locals[*part].mutable.then(|| syn::Token![mut](span));
            let ty = self.locals[*part].ty.as_ref().map(|ty| quote_spanned!(span=> : #ty));
            stmts.push(parse_stmt(quote_spanned!(span=> let #mutable #ident #ty;)));
        }
        let idents = parts.iter().map(|part| self.locals.ident(*part));
        let value = stmt.init.map(|init| init.expr);
        stmts.push(parse_stmt(quote_spanned!(span=> (#(#idents,)*) = #value;)));
        stmts
    }

    /// Makes a `let` for each part of `let (ref a, (b, _)) = t;`, which is no move of the parts into another tuple.
    fn by_part(&self, stmt: Stmt) -> Vec<Stmt> {
        let Stmt::Local(LetStmt { pat: Pat::Tuple(pat), init: Some(init), .. }) = &stmt else {
            return vec![stmt];
        };
        let tuple = whole(&init.expr, self.locals).filter(|_| init.diverge.is_none());
        let Some(parts) = tuple.and_then(|tuple| self.parts.get(&tuple)) else { return vec![stmt] };
        let pats = uses::each_part(pat, parts.len()).unwrap_or_default();
        if pats.iter().all(|pat| uses::is_name(pat, self.locals)) {
            return vec![stmt];
        }
        let at = syn::spanned::Spanned::span(&*init.expr);
        let span = Span::mixed_site().located_at(at);
        let idents = parts.iter().map(|part| self.locals.ident_at(*part, at));
        let lets = pats.iter().zip(idents).filter(|(pat, _)| !matches!(pat, Pat::Wild(_)));
        lets.map(|(pat, ident)| parse_stmt(quote_spanned!(span=> let #pat = #ident;))).collect()
    }

    /// Puts the parts in their places in a macro's tokens.
    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut out = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.tokens(group.stream()));
                    inner.set_span(group.span());
                    out.push(inner.into());
                }
                TokenTree::Ident(ident) => {
                    let tuple =
                        self.locals.get(&ident).filter(|local| self.parts.contains_key(local));
                    let Some(tuple) = tuple else {
                        out.push(ident.into());
                        continue;
                    };
                    tokens.next(); // the dot
                    let index = tokens.next().map(|index| index.to_string()).unwrap_or_default();
                    let (index, rest) = uses::split_index(&index);
                    out.extend(self.part(tuple, index, ident.span()).map(TokenTree::from));
                    if let Some(rest) = rest {
                        out.push(proc_macro2::Punct::new('.', proc_macro2::Spacing::Alone).into());
                        out.push(proc_macro2::Literal::usize_unsuffixed(rest).into());
                    }
                }
                other => out.push(other),
            }
        }
        out.into_iter().collect()
    }
}

/// Takes out the parts that a pattern ignores: they stay where they are.
fn without_wild(pat: &mut syn::PatTuple, value: &mut syn::ExprTuple) {
    let kept: Vec<bool> = pat.elems.iter().map(|pat| !matches!(pat, Pat::Wild(_))).collect();
    let keep = |index: &usize| kept[*index];
    let indices = (0..kept.len()).filter(keep);
    let (pats, values): (Vec<_>, Vec<_>) =
        indices.map(|index| (pat.elems[index].clone(), value.elems[index].clone())).unzip();
    pat.elems = pats.into_iter().collect();
    value.elems = values.into_iter().collect();
    if pat.elems.len() == 1 {
        pat.elems.push_punct(syn::Token![,](Span::mixed_site()));
        value.elems.push_punct(syn::Token![,](Span::mixed_site()));
    }
}

/// Takes what a pattern for a tuple says of one part.
fn of_part(pat: &mut Pat, index: usize, len: usize) {
    match pat {
        Pat::Guard(guarded) => of_part(&mut guarded.pat, index, len),
        Pat::Tuple(tuple) => {
            if let Some(mut pats) = uses::each_part(tuple, len) {
                *pat = pats.swap_remove(index);
            }
        }
        _ => {}
    }
}

/// As [`without_wild`], for `(a, _) = t`.
fn without_infer(left: &mut syn::ExprTuple, right: &mut syn::ExprTuple) {
    let of_length = left.elems.len() == right.elems.len();
    if !of_length || left.elems.iter().any(|elem| matches!(elem, Expr::Range(_))) {
        return;
    }
    let places = std::mem::take(&mut left.elems).into_iter();
    let values = std::mem::take(&mut right.elems).into_iter();
    for (place, value) in places.zip(values).filter(|(place, _)| !matches!(place, Expr::Infer(_))) {
        left.elems.push(place);
        right.elems.push(value);
    }
    if left.elems.len() == 1 {
        left.elems.push_punct(syn::Token![,](Span::mixed_site()));
        right.elems.push_punct(syn::Token![,](Span::mixed_site()));
    }
}

fn parse_stmt(tokens: TokenStream) -> Stmt {
    syn::parse2(tokens).expect("generated syntax is valid")
}

impl VisitMut for Split<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let stmts = std::mem::take(&mut block.stmts);
        block.stmts = stmts.into_iter().flat_map(|stmt| self.by_part(stmt)).collect();
        visit_mut::visit_block_mut(self, block);
        let stmts = std::mem::take(&mut block.stmts);
        for stmt in stmts {
            match stmt {
                Stmt::Local(stmt) => match tuple_of(&stmt, self.locals) {
                    Some((local, _)) if self.parts.contains_key(&local) => {
                        block.stmts.extend(self.declare(stmt, local));
                    }
                    _ => block.stmts.push(Stmt::Local(stmt)),
                },
                other => block.stmts.push(other),
            }
        }
    }

    fn visit_local_mut(&mut self, stmt: &mut LetStmt) {
        let tuple = stmt.init.as_ref().and_then(|init| whole(&init.expr, self.locals));
        let parts = tuple.and_then(|tuple| self.parts.get(&tuple));
        if let (Pat::Tuple(pat), Some(parts)) = (&mut stmt.pat, parts) {
            if let Some(pats) = uses::each_part(pat, parts.len()) {
                pat.elems = pats.into_iter().collect();
            }
        }
        let taken_apart = parts.is_some();
        visit_mut::visit_local_mut(self, stmt);
        let (Pat::Tuple(pat), Some(init), true) = (&mut stmt.pat, &mut stmt.init, taken_apart)
        else {
            return;
        };
        if let Expr::Tuple(value) = &mut *init.expr {
            without_wild(pat, value);
        }
    }

    fn visit_expr_match_mut(&mut self, expr: &mut syn::ExprMatch) {
        let tuple = whole(&expr.expr, self.locals);
        if let Some(parts) = tuple.and_then(|tuple| self.parts.get(&tuple)) {
            if let Some(index) = uses::sole_part(expr, parts.len()) {
                let at = syn::spanned::Spanned::span(&*expr.expr);
                *expr.expr = crate::ast::name(self.locals.ident_at(parts[index], at));
                expr.arms.iter_mut().for_each(|arm| of_part(&mut arm.pat, index, parts.len()));
            }
        }
        visit_mut::visit_expr_match_mut(self, expr);
    }

    fn visit_expr_assign_mut(&mut self, assign: &mut syn::ExprAssign) {
        let tuple = whole(&assign.right, self.locals);
        let taken_apart = tuple.is_some_and(|tuple| self.parts.contains_key(&tuple));
        visit_mut::visit_expr_assign_mut(self, assign);
        if let (Expr::Tuple(left), Expr::Tuple(right), true) =
            (&mut *assign.left, &mut *assign.right, taken_apart)
        {
            without_infer(left, right);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Some((tuple, index)) = part_of(expr, self.locals) {
            let span = syn::spanned::Spanned::span(&*expr);
            if let Some(ident) = self.part(tuple, index, span) {
                let path = ident.into();
                *expr = Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path });
                return;
            }
        }
        if let Some(parts) = whole(expr, self.locals).and_then(|tuple| self.parts.get(&tuple)) {
            let at = syn::spanned::Spanned::span(&*expr);
            let span = Span::mixed_site().located_at(at);
            let idents = parts.iter().map(|part| self.locals.ident_at(*part, at));
            *expr = syn::parse2(quote_spanned!(span=> (#(#idents,)*)))
                .expect("generated syntax is valid");
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if known::parse(mac).is_some() || known::is_delegation(mac) {
            mac.tokens = self.tokens(std::mem::take(&mut mac.tokens));
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
