//! Source names for the output.
//!
//! In: tokens in which locals and labels have their unique spelling. Out: the same tokens with the
//! names that the layout gave them, spans untouched.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

use crate::resolve::{
    format::replace_captures,
    names::{Labels, Locals},
};

/// Gives locals and labels their names.
pub fn restore(tokens: TokenStream, locals: &Locals, labels: &Labels) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => {
                let mut restored =
                    Group::new(group.delimiter(), restore(group.stream(), locals, labels));
                restored.set_span(group.span());
                TokenTree::Group(restored)
            }
            TokenTree::Ident(ident) => TokenTree::Ident(restore_ident(ident, locals, labels)),
            TokenTree::Literal(literal) => {
                let replaced = replace_captures(&literal, &mut |name| {
                    locals.by_spelling(name).map(|local| locals.display(local).to_owned())
                });
                TokenTree::Literal(replaced.unwrap_or(literal))
            }
            punct @ TokenTree::Punct(_) => punct,
        })
        .collect()
}

fn restore_ident(ident: Ident, locals: &Locals, labels: &Labels) -> Ident {
    let text = ident.to_string();
    if !text.starts_with("__coro") {
        return ident;
    }
    if let Some(local) = locals.by_spelling(&text) {
        return named(locals.display(local), ident.span());
    }
    match labels.display(&text) {
        Some(label) => named(label, ident.span()),
        None => ident,
    }
}

/// Makes an identifier, raw where `name` says so.
pub fn named(name: &str, span: proc_macro2::Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        None => Ident::new(name, span),
    }
}
