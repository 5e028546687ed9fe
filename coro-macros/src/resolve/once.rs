//! What may hold functions that a call consumes.
//!
//! In: the types of parameters, and what patterns are matched against. Out: whether a local may be a function that
//! is called once: one that is taken out of a parameter whose type speaks of `FnOnce`, and of no other
//! function, as `Vec<Box<dyn FnOnce()>>` does. Where such a local is called, it ends.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Generics, Type, TypeParamBound};

use super::names::{Local, Locals};

/// Tells whether a parameter's type, in a function with these generics, speaks of `FnOnce` alone.
pub fn holds_once(ty: &Type, generics: &Generics) -> bool {
    let mut found = Found::default();
    found.read(ty.to_token_stream(), generics);
    found.once && !found.others
}

/// Tells whether an expression gives what such a parameter holds.
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
                TokenTree::Ident(name)
                    if generics.type_params().any(|param| param.ident == name) =>
                {
                    self.bounds_of(&name.to_string(), generics);
                }
                _ => {}
            }
        }
    }

    /// Reads the bounds of a type parameter.
    fn bounds_of(&mut self, param: &str, generics: &Generics) {
        let params = generics.type_params().filter(|it| it.ident == param).map(|it| &it.bounds);
        let clause = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
        let wheres = clause.filter_map(|predicate| match predicate {
            syn::WherePredicate::Type(it)
                if it.bounded_ty.to_token_stream().to_string() == param =>
            {
                Some(&it.bounds)
            }
            _ => None,
        });
        for bound in params.chain(wheres).flatten() {
            let TypeParamBound::Trait(bound) = bound else { continue };
            match bound.path.segments.last().map(|last| last.ident.to_string()).as_deref() {
                Some("FnOnce") => self.once = true,
                Some("Fn" | "FnMut") => self.others = true,
                _ => {}
            }
        }
    }
}
