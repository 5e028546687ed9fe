//! Resume arguments that stand where the user wrote a whole `yield_!(…)`.
//!
//! In: the name of one, as `codegen` wraps it, and where all of the wrapper stands. Out: the name, there. No stable
//! function makes one place of two, but the compiler knows of an invocation where it begins and where it ends.
//! So its advice is about the user's expression, and not about `yield_` alone.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::{Expr, ExprMacro, Macro, MacroDelimiter, token::Paren};

use crate::args::Krate;

/// Wraps the name of a resume argument, which stands for what begins at `start` and ends at `end`.
pub fn wrapped(name: TokenStream, start: Span, end: Span, krate: &Krate) -> Expr {
    // With the hygiene of the user's tokens: what begins or ends with it does with one of those.
    let end = start.located_at(end);
    let krate = krate.beside(start);
    Expr::Macro(ExprMacro {
        attrs: Vec::new(),
        mac: Macro {
            path: syn::parse_quote_spanned!(start=> #krate::__private::answer),
            bang_token: syn::Token![!](start),
            delimiter: MacroDelimiter::Paren(Paren(end)),
            tokens: name,
        },
    })
}

/// Tells whether an expression is a name, wrapped or not.
pub fn is_name(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Macro(expr) => {
            let mut segments = expr.mac.path.segments.iter().rev().map(|segment| &segment.ident);
            segments.next().is_some_and(|name| name == "answer")
                && segments.next().is_some_and(|name| name == "__private")
        }
        _ => false,
    }
}

/// Moves what is wrapped to where all of its wrapper stands.
///
/// Braces around a name become the wrapper's own, so that lints do not take them for the user's, and show the
/// wrapper in their place; with parentheses around them, no lint looks at them.
pub fn unwrapped(tokens: TokenStream, at: Span) -> TokenStream {
    moved(tokens, at, false).collect()
}

fn moved(tokens: TokenStream, at: Span, in_parens: bool) -> impl Iterator<Item = TokenTree> {
    tokens.into_iter().map(move |mut token| {
        let mut span = token.span().located_at(at);
        if let TokenTree::Group(group) = &mut token {
            let in_parens = in_parens || group.delimiter() == Delimiter::Parenthesis;
            let inner: Vec<_> = moved(group.stream(), at, in_parens).collect();
            if !in_parens {
                span = at;
            } else if let Some(first) = inner.first() {
                span = first.span();
            }
            *group = Group::new(group.delimiter(), inner.into_iter().collect());
        }
        token.set_span(span);
        token
    })
}
