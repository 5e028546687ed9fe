//! Assignments that take a value apart.
//!
//! In: the left side of `(a, s.b, _) = value`. Out: a pattern with a name in the place of each place in
//! it, and the assignments that follow, as rustc takes such an assignment apart:
//!
//! ```text
//! (a, _) = value   →   { let (part, _) = value; a = part; }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Expr;

/// The places on a left side, with the names of the parts that they are assigned.
pub type Parts = Vec<(Expr, Ident)>;

/// Turns a left side into a pattern; nothing if it is a place itself. `name` names the part of a place.
pub fn pattern(
    left: &Expr,
    name: &mut dyn FnMut(&Expr) -> Ident,
    parts: &mut Parts,
) -> Option<TokenStream> {
    let mut all = |elems: &mut dyn Iterator<Item = &Expr>| -> Vec<TokenStream> {
        elems.map(|elem| part(elem, name, parts)).collect()
    };
    Some(match left {
        Expr::Tuple(tuple) => {
            let parts = all(&mut tuple.elems.iter());
            quote!((#(#parts,)*))
        }
        Expr::Array(array) => {
            let parts = all(&mut array.elems.iter());
            quote!([#(#parts),*])
        }
        Expr::Call(call) => {
            let (path, parts) = (&call.func, all(&mut call.args.iter()));
            quote!(#path(#(#parts),*))
        }
        Expr::Struct(literal) => {
            let (path, rest) = (&literal.path, literal.dot2_token.as_ref());
            let parts = all(&mut literal.fields.iter().map(|field| &field.expr));
            let members = literal.fields.iter().map(|field| &field.member);
            quote!(#path { #(#members: #parts,)* #rest })
        }
        Expr::Paren(paren) => return pattern(&paren.expr, name, parts),
        _ => return None,
    })
}

/// Visits the places on a left side.
pub fn each_place<'a>(left: &'a Expr, visit: &mut dyn FnMut(&'a Expr)) {
    match left {
        Expr::Tuple(left) => left.elems.iter().for_each(|elem| each_place(elem, visit)),
        Expr::Array(left) => left.elems.iter().for_each(|elem| each_place(elem, visit)),
        Expr::Call(left) => left.args.iter().for_each(|arg| each_place(arg, visit)),
        Expr::Struct(left) => left.fields.iter().for_each(|field| each_place(&field.expr, visit)),
        Expr::Paren(left) => each_place(&left.expr, visit),
        place => visit(place),
    }
}

/// Tells whether a left side leaves parts of the value where they are.
pub fn leaves_parts(left: &Expr) -> bool {
    match left {
        Expr::Tuple(tuple) => tuple.elems.iter().any(is_left),
        Expr::Array(array) => array.elems.iter().any(is_left),
        Expr::Call(call) => call.args.iter().any(is_left),
        Expr::Struct(literal) => {
            literal.dot2_token.is_some() || literal.fields.iter().any(|field| is_left(&field.expr))
        }
        Expr::Paren(paren) => leaves_parts(&paren.expr),
        _ => false,
    }
}

fn is_left(part: &Expr) -> bool {
    matches!(part, Expr::Infer(_) | Expr::Range(_)) || leaves_parts(part)
}

fn part(place: &Expr, name: &mut dyn FnMut(&Expr) -> Ident, parts: &mut Parts) -> TokenStream {
    match place {
        Expr::Infer(_) => return quote!(_),
        Expr::Range(range) if range.start.is_none() && range.end.is_none() => return quote!(..),
        _ => {}
    }
    if let Some(pattern) = pattern(place, name, parts) {
        return pattern;
    }
    let part = name(place);
    parts.push((place.clone(), part.clone()));
    quote!(#part)
}

/// Makes the block that assigns the parts of a value.
pub fn apart(pattern: &TokenStream, value: &Expr, parts: &Parts, span: Span) -> Expr {
    let parts = parts.iter().map(|(place, part)| {
        // What ends with braces would be a statement of its own; it is no place, as rustc says.
        if crate::scan::is_block_like(place) {
            quote!((#place) = #part;)
        } else {
            quote!(#place = #part;)
        }
    });
    let tokens = quote_spanned!(span=> { let #pattern = #value; #(#parts)* });
    syn::parse2(tokens).expect("generated syntax is valid")
}
