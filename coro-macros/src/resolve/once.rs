//! What may hold functions that a call consumes.
//!
//! In: the types of parameters and of `let`s, and what patterns are matched against. Out: whether a local may be a
//! function that is called once: one that is taken out of a local whose type speaks of `FnOnce`, and of no other
//! function, as `Vec<Box<dyn FnOnce()>>` does. Where such a local is called, it ends.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Generics, Pat, Type, TypePath};

use super::{
    knowledge::is_bounded,
    names::{Local, Locals},
};

/// Tells whether a local's type, in a function with these generics, speaks of `FnOnce` alone.
pub fn holds_once(ty: &impl ToTokens, generics: &Generics) -> bool {
    let mut found = Found::default();
    found.read(ty.to_token_stream(), generics);
    found.once && !found.others
}

/// Tells whether the type that a `let` gives its local does: in its pattern, or in the path of its initialiser,
/// as `Vec::<Box<dyn FnOnce()>>::new()` does.
pub fn declares_once(stmt: &syn::Local, generics: &Generics) -> bool {
    match (&stmt.pat, stmt.init.as_ref().map(|init| &*init.expr)) {
        (Pat::Type(typed), _) => holds_once(&typed.ty, generics),
        (_, Some(Expr::Call(call))) => {
            matches!(&*call.func, Expr::Path(path) if holds_once(&path.path, generics))
        }
        _ => false,
    }
}

/// Tells whether an expression gives what such a local holds.
pub fn is_taken_from(expr: &Expr, locals: &Locals) -> bool {
    source(expr, locals).is_some_and(|local| locals[local].holds_once)
}

fn source(expr: &Expr, locals: &Locals) -> Option<Local> {
    match expr {
        Expr::Path(_) => locals.of_expr(expr),
        Expr::MethodCall(call) => source(&call.receiver, locals),
        Expr::Field(field) => source(&field.base, locals),
        Expr::Index(index) => source(&index.expr, locals),
        Expr::Reference(reference) => source(&reference.expr, locals),
        Expr::Paren(paren) => source(&paren.expr, locals),
        Expr::Try(operand) => source(&operand.expr, locals),
        // `mem::take(&mut list)`
        Expr::Call(call) => source(call.args.first()?, locals),
        _ => None,
    }
}

#[derive(Default)]
struct Found {
    once: bool,
    others: bool,
}

impl Found {
    fn read(&mut self, tokens: TokenStream, generics: &Generics) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.read(group.stream(), generics),
                TokenTree::Ident(name) if name == "FnOnce" => self.once = true,
                TokenTree::Ident(name) if name == "Fn" || name == "FnMut" || name == "fn" => {
                    self.others = true;
                }
                TokenTree::Ident(name) => {
                    let ty =
                        Type::Path(TypePath { attrs: Vec::new(), qself: None, path: name.into() });
                    self.once |= is_bounded(&ty, generics, |bound| bound == "FnOnce");
                    self.others |=
                        is_bounded(&ty, generics, |bound| bound == "Fn" || bound == "FnMut");
                }
                _ => {}
            }
        }
    }
}
