//! What a pattern leaves in the value that it takes apart.
//!
//! In: a pattern that takes a value apart. Out: the same pattern with a hidden local in the place of
//! each `_`, and of each part that is only borrowed (`ref`): the part lives as long as the value does, also across
//! suspensions. Behind a reference
//! there is nothing to take; a slice's pattern counts as behind one, but where the type is an array. Of alternatives, and of what `..` leaves out, the whole is bound (`whole @
//! …`) where nothing else is: the alternatives would have to agree.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Expr, Pat, Stmt, Type, spanned::Spanned};

use super::{
    alternatives, is_binding, knowledge,
    names::{Local, Locals},
    value::Value,
};
use crate::{
    ast,
    returns::ungroup,
    source::ident_pat,
    temporaries,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Binds each `_` of a pattern on a local of this type; lists the hidden locals in the order of the
/// text. Next to a `..` no part is taken out of the local, which holds what the `..` leaves.
pub fn bind(pat: &mut Pat, ty: &Type, locals: &mut Locals) -> Vec<Local> {
    let mut wildcards = Wildcards { locals, of_local: true, found: Vec::new() };
    // What is copied leaves all of it behind.
    if !matches!(pat, Pat::Wild(_)) && !knowledge::of_type(ty).is_inert() {
        wildcards.typed(pat, ty);
    }
    wildcards.found
}

/// As [`bind`], and the whole value where the pattern is nothing but `_`, and what it borrows.
pub fn bind_value(pat: &mut Pat, locals: &mut Locals) -> (Vec<Local>, Vec<Reference>) {
    let references = bind_references(pat, locals);
    let mut wildcards = Wildcards { locals, of_local: false, found: Vec::new() };
    wildcards.visit_pat_mut(pat);
    let mut found = wildcards.found;
    found.extend(references.iter().map(|reference| reference.part));
    (found, references)
}

/// A `ref` of a pattern, and the hidden local that it borrows now.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// What the user's pattern binds.
    pub name: Local,
    /// The part of the value.
    pub part: Local,
    /// Whether it is borrowed as `ref mut`.
    pub mutable: bool,
}

impl Reference {
    /// Makes `let name = &part;`.
    pub fn borrow(self, locals: &Locals) -> Stmt {
        let (name, part, span) = self.pieces(locals);
        ast::let_stmt(name, part, span)
    }

    /// Makes the condition `let name = &part`.
    pub fn borrow_in_chain(self, locals: &Locals) -> Expr {
        let (name, part, span) = self.pieces(locals);
        ast::let_expr(name, part, span)
    }

    fn pieces(self, locals: &Locals) -> (Pat, Expr, Span) {
        let span = Span::mixed_site().located_at(locals[self.name].name.span());
        let part = Expr::Reference(syn::ExprReference {
            attrs: Vec::new(),
            and_token: syn::Token![&](span),
            mutability: self.mutable.then(|| syn::Token![mut](span)),
            expr: Box::new(ast::name(locals.ident(self.part))),
        });
        (ident_pat(None, locals.ident(self.name)), part, span)
    }
}

/// As [`bind_references`], for a pattern on a local: one of which nothing is taken, or of which a `..` leaves
/// something, stays what it is.
pub fn bind_borrowed(pat: &mut Pat, locals: &mut Locals) -> Vec<Reference> {
    if temporaries::binds_by_reference(pat) || leaves_parts(pat, true) {
        return Vec::new();
    }
    bind_references(pat, locals)
}

/// Binds the parts that a pattern borrows; alternatives share what they bind.
pub fn bind_references(pat: &mut Pat, locals: &mut Locals) -> Vec<Reference> {
    struct Borrowed<'a> {
        locals: &'a mut Locals,
        found: Vec<Reference>,
    }
    impl VisitMut for Borrowed<'_> {
        fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
            let binds = |(_, subpat): &(_, Box<Pat>)| !self.locals.bound_by(subpat).is_empty();
            if pat.by_ref.is_none() || pat.subpat.as_ref().is_some_and(binds) {
                return;
            }
            let Some(name) = self.locals.get(&pat.ident) else { return };
            let known = self.found.iter().find(|reference| reference.name == name);
            let part = known.map_or_else(
                || self.locals.hidden("part", pat.ident.span()),
                |reference| reference.part,
            );
            let mutable = pat.mutability.is_some();
            if known.is_none() {
                self.locals[part].mutable = mutable;
                self.found.push(Reference { name, part, mutable });
            }
            pat.by_ref = None;
            pat.ident = self.locals.ident(part);
        }
        fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
            let borrowed = self.found.len();
            visit_mut::visit_field_pat_mut(self, field);
            if field.colon_token.is_none() && self.found.len() > borrowed {
                field.colon_token = Some(syn::Token![:](field.member.span()));
            }
        }
        fn visit_pat_reference_mut(&mut self, _: &mut syn::PatReference) {}
        fn visit_pat_slice_mut(&mut self, _: &mut syn::PatSlice) {}
        fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
    }
    let mut borrowed = Borrowed { locals, found: Vec::new() };
    borrowed.visit_pat_mut(pat);
    borrowed.found
}

/// Makes `let local = local;`, which makes a local the newest.
pub fn rebind(local: Local, locals: &Locals) -> Stmt {
    let span = Span::mixed_site().located_at(locals[local].name.span());
    let ident = locals.ident(local);
    let mutable = locals[local].mutable.then(|| syn::Token![mut](span));
    syn::parse2(quote_spanned!(span=> let #mutable #ident = #ident;))
        .expect("generated syntax is valid")
}

struct Wildcards<'a> {
    locals: &'a mut Locals,
    of_local: bool,
    found: Vec<Local>,
}

impl Wildcards<'_> {
    /// Visits a pattern on a value of a type that is written.
    fn typed(&mut self, pat: &mut Pat, ty: &Type) {
        match (pat, ungroup(ty)) {
            (pat @ Pat::Wild(_), ty) => {
                self.visit_pat_mut(pat);
                self.know(ty);
            }
            (Pat::Paren(paren), ty) => self.typed(&mut paren.pat, ty),
            (pat @ Pat::Tuple(_), Type::Tuple(_)) if leaves_parts(pat, false) => {
                self.visit_pat_mut(pat);
            }
            (Pat::Tuple(pat), Type::Tuple(ty)) if pat.elems.len() == ty.elems.len() => {
                for (pat, ty) in pat.elems.iter_mut().zip(&ty.elems) {
                    self.typed(pat, ty);
                }
            }
            (Pat::Slice(pat), Type::Array(ty)) => self.elements(pat, &ty.elem),
            (pat, _) => self.visit_pat_mut(pat),
        }
    }

    /// Visits the elements of an array: rustc drops what is left of it from behind, but elements side by
    /// side of which nothing is moved in one piece.
    fn elements(&mut self, pat: &mut syn::PatSlice, ty: &Type) {
        let before = std::mem::take(&mut self.found);
        let mut pieces: Vec<Vec<Local>> = Vec::new();
        let mut whole = false;
        for pat in &mut pat.elems {
            let stays = !moves(pat, ty);
            self.element(pat, ty);
            let found = std::mem::take(&mut self.found);
            match pieces.last_mut() {
                Some(piece) if whole && stays => piece.extend(found),
                _ => pieces.push(found),
            }
            whole = stays;
        }
        self.found = before;
        self.found.extend(pieces.into_iter().rev().flatten());
    }

    /// Visits an element of an array's pattern: what `..` stands for is an array, too.
    fn element(&mut self, pat: &mut Pat, ty: &Type) {
        if let Pat::Rest(rest) = pat {
            let span = Span::mixed_site().located_at(rest.span());
            let local = self.locals.hidden("_unbound", span);
            self.found.push(local);
            let rest = std::mem::replace(pat, ident_pat(None, self.locals.ident(local)));
            if let Pat::Ident(binding) = pat {
                binding.subpat = Some((syn::Token![@](span), Box::new(rest)));
            }
            self.know(ty);
        } else {
            self.typed(pat, ty);
        }
    }

    /// Notes that what was bound last is of this type, or an array of it.
    fn know(&mut self, ty: &Type) {
        if let (Some(local), true) = (self.found.last(), knowledge::of_type(ty).is_inert()) {
            self.locals[*local].knowledge = knowledge::Knowledge::NoDrop;
        }
    }
}

impl VisitMut for Wildcards<'_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Wild(wild) => {
                let local = self.locals.hidden("_unbound", wild.underscore_token.spans[0]);
                self.found.push(local);
                *pat = ident_pat(None, self.locals.ident(local));
            }
            // A name for the whole takes the whole.
            Pat::Reference(_) | Pat::Slice(_) | Pat::Ident(_) => {}
            Pat::Or(_) | Pat::TupleStruct(_) | Pat::Struct(_) | Pat::Tuple(_)
                if leaves_rest(pat) =>
            {
                let span = Span::mixed_site().located_at(pat.span());
                let local = self.locals.hidden("_unbound", span);
                self.found.push(local);
                let whole = std::mem::replace(pat, ident_pat(None, self.locals.ident(local)));
                if let Pat::Ident(binding) = pat {
                    binding.subpat = Some((syn::Token![@](span), Box::new(parenthesized(whole))));
                }
            }
            Pat::Or(pat) => alternatives::name(pat, &mut |span| {
                let local = self.locals.hidden("_unbound", span);
                self.found.push(local);
                self.locals.ident(local)
            }),
            _ if self.of_local && leaves_parts(pat, true) => {}
            Pat::Guard(guarded) => self.visit_pat_mut(&mut guarded.pat),
            other => visit_mut::visit_pat_mut(self, other),
        }
    }

    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

/// Tells whether a pattern moves something that has to be dropped out of a value of this type.
fn moves(pat: &Pat, ty: &Type) -> bool {
    let mut moves = false;
    Value::of_type(ty).bind(pat, &mut |_, part| moves |= !part.knowledge().is_inert());
    moves
}

/// Tells whether a pattern binds nothing, and leaves out what no name could be given to.
fn leaves_rest(pat: &Pat) -> bool {
    let mut scan = Rest { binds: false, leaves: false, slices: true };
    scan.visit_pat(pat);
    scan.leaves && !scan.binds
}

/// Tells whether a pattern has a `..`; one of a slice may count or not.
fn leaves_parts(pat: &Pat, slices: bool) -> bool {
    let mut scan = Rest { binds: false, leaves: false, slices };
    scan.visit_pat(pat);
    scan.leaves
}

struct Rest {
    binds: bool,
    leaves: bool,
    slices: bool,
}

impl Visit<'_> for Rest {
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        self.binds |= is_binding(pat);
        visit::visit_pat_ident(self, pat);
    }
    fn visit_pat_reference(&mut self, _: &syn::PatReference) {
        self.binds = true;
    }
    fn visit_pat_rest(&mut self, _: &syn::PatRest) {
        self.leaves = true;
    }
    fn visit_pat_slice(&mut self, pat: &syn::PatSlice) {
        let leaves = self.leaves;
        visit::visit_pat_slice(self, pat);
        self.leaves &= self.slices || leaves;
    }
    fn visit_pat_struct(&mut self, pat: &syn::PatStruct) {
        self.leaves |= pat.rest.is_some();
        visit::visit_pat_struct(self, pat);
    }
    fn visit_pat_or(&mut self, pat: &syn::PatOr) {
        for case in &pat.cases {
            self.leaves |= !matches!(case, Pat::Lit(_) | Pat::Range(_) | Pat::Path(_));
        }
        visit::visit_pat_or(self, pat);
    }
    fn visit_expr(&mut self, _: &syn::Expr) {}
}

/// Puts alternatives into parentheses, without which a `let` does not take them.
pub fn parenthesized(pat: Pat) -> Pat {
    match pat {
        Pat::Or(_) => {
            let paren_token = syn::token::Paren(Span::mixed_site().located_at(pat.span()));
            Pat::Paren(syn::PatParen { attrs: Vec::new(), paren_token, pat: Box::new(pat) })
        }
        other => other,
    }
}
