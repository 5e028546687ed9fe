//! What can be told of code by its text: names, places, borrows, and types by what makes a value.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Pat, visit::Visit};

/// What is known of a local's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It has something to drop.
    Droppable,
    /// It refers to outer data.
    Reference,
    /// A closure; whether it can be called once only.
    Closure(bool),
    /// Nothing in particular.
    Other,
}

/// The names that a piece of code mentions, in format strings, too.
pub fn words(tokens: &impl ToTokens) -> BTreeSet<String> {
    fn collect(tokens: TokenStream, words: &mut BTreeSet<String>) {
        for tree in tokens {
            match tree {
                TokenTree::Ident(name) => {
                    words.insert(name.to_string());
                }
                TokenTree::Group(group) => collect(group.stream(), words),
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '_');
                    words.extend(parts.map(String::from));
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
    let mut words = BTreeSet::new();
    collect(tokens.to_token_stream(), &mut words);
    words
}

/// Says whether code that mentions these names suspends.
pub fn suspends(words: &BTreeSet<String>) -> bool {
    words.contains("yield_") || words.contains("yield_from")
}

/// The name of a local that is an expression.
pub fn path(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Paren(paren) => path(&paren.expr),
        _ => None,
    }
}

/// The local of which an expression is a place.
pub fn root(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Field(field) => root(&field.base),
        Expr::Unary(unary) => root(&unary.expr),
        _ => path(expr),
    }
}

/// The local that the initialiser of a binding borrows.
pub fn borrowed(init: &Expr) -> Option<String> {
    match init {
        Expr::Reference(reference) => root(&reference.expr),
        Expr::MethodCall(call) if call.method == "last_mut" || call.method == "first_mut" => {
            root(&call.receiver)
        }
        _ => None,
    }
}

/// What a binding's initialiser tells of its type.
pub fn kind_of(local: &syn::Local) -> Kind {
    if let Pat::Type(typed) = &local.pat {
        let text = typed.ty.to_token_stream().to_string();
        return match text.as_str() {
            text if text.starts_with('&') => Kind::Reference,
            "D" | "St" | "Pt" | "En" | "Guard" | "Vec < D >" | "Option < D >" => Kind::Droppable,
            _ => Kind::Other,
        };
    }
    let Some(init) = &local.init else { return Kind::Other };
    match &*init.expr {
        Expr::Call(call) => match path(&call.func).as_deref() {
            Some("d" | "st" | "en" | "guard" | "Pt" | "ds") => Kind::Droppable,
            Some("outer") => Kind::Reference,
            _ => Kind::Other,
        },
        Expr::Struct(_) => Kind::Droppable,
        _ => Kind::Other,
    }
}

/// The names that a pattern binds.
pub fn names(pat: &Pat) -> Vec<String> {
    struct Names(Vec<String>);
    impl<'ast> Visit<'ast> for Names {
        fn visit_pat_ident(&mut self, ident: &'ast syn::PatIdent) {
            self.0.push(ident.ident.to_string());
            syn::visit::visit_pat_ident(self, ident);
        }
    }
    let mut names = Names(Vec::new());
    names.visit_pat(pat);
    names.0
}
