//! What patterns declare.
//!
//! In: patterns, and what is known of the values that they take apart. Out: a local for each name, in the
//! innermost scope, with what is known of the part that it binds; alternatives bind the same local.

use proc_macro2::Ident;
use syn::{Expr, Pat, PatIdent};

use super::{
    Resolver,
    hygiene::Name,
    knowledge,
    names::{Local, LocalData},
    shape::{self, Shape},
    value::Value,
};
use crate::visit_mut::{self, VisitMut};

impl Resolver {
    /// Declares the names of a pattern for a value in the innermost scope, and respells them.
    pub fn declare(&mut self, pat: &mut Pat, value: &Value) {
        self.declare_where(pat, value, false);
    }

    /// As [`Self::declare`], for a pattern that always matches: a name in it is no constant's, but may be a unit
    /// struct's.
    pub fn declare_always(&mut self, pat: &mut Pat, value: &Value) {
        self.declare_where(pat, value, true);
    }

    fn declare_where(&mut self, pat: &mut Pat, value: &Value, always: bool) {
        let (parts, ty) = match &*pat {
            Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
            parts => (parts, None),
        };
        let written = ty.map(Value::of_type);
        let value = written.as_ref().filter(|it| **it != Value::Unknown).unwrap_or(value);
        let mut facts = Vec::new();
        value.bind(parts, &mut |name, value| {
            facts.push((std::ptr::from_ref(name), Fact { value, ty: None }));
        });
        if let (Pat::Ident(_), Some(ty), Some((_, fact))) = (parts, ty, facts.last_mut()) {
            fact.ty = Some(ty.clone());
        }
        let mut binder = Binder { resolver: self, names: Vec::new(), facts, always };
        binder.visit_pat_mut(pat);
        let names = binder.names;
        self.innermost().extend(names.into_iter().map(|(name, local)| (name, Some(local))));
    }

    /// As [`Self::declare`], for the pattern of a `let` that always matches, or a parameter that is a name.
    pub fn declare_let(&mut self, pat: &mut Pat, value: &Value) {
        let name = match &mut *pat {
            Pat::Type(typed) => &mut *typed.pat,
            pat => pat,
        };
        if let Pat::Ident(name) = name {
            // What is nothing but a name is a local's here, however it is written.
            let ident = name.ident.clone();
            if !is_binding(name) && self.locals.get(&ident).is_none() {
                let local = self.locals.declare(&ident);
                self.locals[local].knowledge = value.knowledge();
                self.locals[local].mutable = name.mutability.is_some();
                self.locals[local].mut_span = name.mutability.map(|token| token.span);
                name.ident = self.locals.ident_at(local, ident.span());
                self.innermost().push((Name::of(&ident), Some(local)));
                return;
            }
        }
        self.declare_always(pat, value);
    }

    /// Declares the receiver under a name that the function does not mention: `self` is respelled like
    /// any local, with the spans and the hygiene of the user's tokens, so that errors show its places.
    pub fn declare_self(&mut self, name: &Ident) -> Local {
        let local = self.locals.declare(name);
        self.this = Some(local);
        local
    }

    /// Notes the shape of a local, from its type or else its value.
    pub fn shape(&mut self, pat: &Pat, shape: Shape) {
        match pat {
            Pat::Ident(name) if name.by_ref.is_none() => {
                if let Some(local) = self.locals.get(&name.ident) {
                    self.locals[local].shape = shape;
                }
            }
            Pat::Type(typed) => {
                let known = Shape::of_type(&typed.ty);
                self.shape(&typed.pat, if known == Shape::Unknown { shape } else { known });
            }
            _ => {}
        }
    }

    /// Notes the shapes of the parts of a value that a pattern binds, if its type is known.
    pub(super) fn shape_parts(&mut self, pat: &Pat, ty: Option<syn::Type>) {
        let Some(ty) = ty else { return };
        shape::bind(pat, &ty, &mut |name, ty| {
            if let Some(local) = self.locals.get(&name.ident) {
                self.locals[local].shape = Shape::of_type(ty);
            }
        });
    }
}

/// What is known of a binding.
struct Fact {
    value: Value,
    /// The type that is written for it.
    ty: Option<syn::Type>,
}

impl Fact {
    fn note(&self, data: &mut LocalData) {
        data.note(&self.value);
        if let Some(ty) = &self.ty {
            data.knowledge = knowledge::of_typed(ty);
            data.ty = Some(ty.clone());
        }
    }
}

/// Declares what a pattern binds; alternatives bind the same local.
struct Binder<'a> {
    resolver: &'a mut Resolver,
    names: Vec<(Name, Local)>,
    /// By their places in memory.
    facts: Vec<(*const PatIdent, Fact)>,
    /// Whether the pattern always matches.
    always: bool,
}

impl VisitMut for Binder<'_> {
    fn visit_pat_tuple_struct_mut(&mut self, pat: &mut syn::PatTupleStruct) {
        visit_mut::visit_pat_tuple_struct_mut(self, pat);
        let shape = Shape::of_entry(&pat.path);
        if let (true, Some(Pat::Ident(name))) = (shape != Shape::Unknown, pat.elems.first()) {
            if let Some(local) = self.resolver.locals.get(&name.ident) {
                self.resolver.locals[local].shape = shape;
            }
        }
    }

    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        let hidden = self.resolver.locals.get(&pat.ident).is_some();
        if !hidden && (self.always && !is_type_like(&pat.ident) || is_binding(pat)) {
            let name = Name::of(&pat.ident);
            let known = self.names.iter().find(|(known, _)| known.is(&name));
            let local = if let Some((_, local)) = known {
                *local
            } else {
                let local = self.resolver.locals.declare(&pat.ident);
                let data = &mut self.resolver.locals[local];
                data.mutable = pat.mutability.is_some() && pat.by_ref.is_none();
                data.mut_span = pat.mutability.map(|token| token.span);
                data.by_ref = pat.by_ref.is_some();
                data.lints.clone_from(&self.resolver.lints);
                data.holds_once = self.resolver.taken_from_once;
                let fact = self.facts.iter().find(|(binding, _)| std::ptr::eq(*binding, pat));
                if let Some((_, fact)) = fact {
                    fact.note(data);
                }
                self.names.push((name, local));
                local
            };
            pat.ident = self.resolver.locals.ident_at(local, pat.ident.span());
        }
        if let Some((_, subpat)) = &mut pat.subpat {
            self.visit_pat_mut(subpat);
        }
    }

    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        self.visit_pat_mut(&mut field.pat);
        if field.colon_token.is_none() {
            if let Pat::Ident(pat) = &*field.pat {
                field.member = syn::Member::Named(pat.ident.clone());
                if let Some(local) = self.resolver.locals.get(&pat.ident) {
                    self.resolver.locals[local].names_field = true;
                }
            }
        }
    }

    fn visit_expr_mut(&mut self, _: &mut Expr) {}

    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
}

/// Tells a binding from a constant: a bare name that starts in upper case is a path.
///
/// A macro cannot see which it is; rustc's own style lints draw the line at the same place.
pub fn is_binding(pat: &PatIdent) -> bool {
    pat.by_ref.is_some()
        || pat.mutability.is_some()
        || pat.subpat.is_some()
        || !pat.ident.to_string().trim_start_matches("r#").starts_with(char::is_uppercase)
}

/// Tells whether a name is spelled as those of types and variants are.
fn is_type_like(name: &Ident) -> bool {
    let name = name.to_string();
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

/// Tells whether a `let` gives a name what has that name: then it is no local's.
pub(super) fn is_own_value(pat: &Pat, value: &Expr) -> bool {
    matches!((pat, value), (Pat::Ident(name), Expr::Path(value)) if value.path.is_ident(&name.ident))
}
