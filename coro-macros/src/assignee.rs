//! Assignments that take a value apart.
//!
//! In: the left side of `(a, s.b, _) = value`. Out: a pattern with a name in the place of each place in
//! it, and the assignments that follow, as rustc takes such an assignment apart:
//!
//! ```text
//! (a, _) = value   →   { let (part, _) = value; a = part; }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, punctuated::Punctuated};

/// The places on a left side, with the names of the parts that they are assigned.
pub type Parts = Vec<(Expr, Ident)>;

/// Turns a left side into a pattern; nothing if it is a place itself. `name` names the part of a place.
pub fn pattern(
    left: &Expr,
    name: &mut dyn FnMut(&Expr) -> Ident,
    parts: &mut Parts,
) -> Option<TokenStream> {
    let mut tokens = TokenStream::new();
    match left {
        Expr::Tuple(tuple) => {
            let parts = list(&tuple.elems, |elem| part(elem, name, parts));
            tuple.paren_token.surround(&mut tokens, |tokens| tokens.extend(parts));
        }
        Expr::Array(array) => {
            let parts = list(&array.elems, |elem| part(elem, name, parts));
            array.bracket_token.surround(&mut tokens, |tokens| tokens.extend(parts));
        }
        Expr::Call(call) => {
            call.func.to_tokens(&mut tokens);
            let parts = list(&call.args, |arg| part(arg, name, parts));
            call.paren_token.surround(&mut tokens, |tokens| tokens.extend(parts));
        }
        Expr::Struct(literal) => {
            literal.path.to_tokens(&mut tokens);
            let fields = list(&literal.fields, |field| {
                let (member, part) = (&field.member, part(&field.expr, name, parts));
                quote!(#member: #part)
            });
            literal.brace_token.surround(&mut tokens, |tokens| {
                tokens.extend(fields);
                literal.dot2_token.to_tokens(tokens);
            });
        }
        Expr::Paren(paren) => return pattern(&paren.expr, name, parts),
        _ => return None,
    }
    Some(tokens)
}

/// Prints what `print` makes of each element, between the user's commas.
fn list<T, P>(elems: &Punctuated<T, P>, mut print: impl FnMut(&T) -> TokenStream) -> TokenStream
where
    P: ToTokens,
{
    elems
        .pairs()
        .flat_map(|pair| {
            let (elem, comma) = pair.into_tuple();
            [print(elem), comma.to_token_stream()]
        })
        .collect()
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
        Expr::Infer(_) => return place.to_token_stream(),
        Expr::Range(range) if range.start.is_none() && range.end.is_none() => {
            return place.to_token_stream();
        }
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
            quote_spanned!(span=> (#place) = #part;)
        } else {
            quote_spanned!(span=> #place = #part;)
        }
    });
    let tokens = quote_spanned!(span=> { let #pattern = #value; #(#parts)* });
    syn::parse2(tokens).expect("generated syntax is valid")
}
