//! What an assertion says when it fails.
//!
//! In: an `assert!` without a message. Out: one whose message is the text of its condition, which is what
//! the standard library's would be; and in the end the same without it, if the condition is still the text
//! that it was in the source. What is lowered reads otherwise.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Expr, ExprLit, Lit};

use crate::known::{Arg, Kind, Known};

/// The name of the argument that holds the text until the code is printed.
const TEXT: &str = "__coro_text";

/// Returns the message of an assertion that has none, as an argument of it; `tokens` are all that it has.
pub fn message(known: &Known, tokens: &TokenStream) -> Option<Arg> {
    if known.kind != Kind::Assert || known.args.len() != 1 {
        return None;
    }
    let text = text(tokens.clone());
    let text = text.strip_suffix(',').unwrap_or(&text).trim_end();
    let name = Some(Ident::new(TEXT, Span::mixed_site()));
    let lit = Lit::Verbatim(Literal::string(text));
    Some(Arg { name, expr: Expr::Lit(ExprLit { attrs: Vec::new(), lit }) })
}

/// Prints the message of an assertion, or takes it away where the condition reads as it did.
pub fn settle(tokens: &mut Vec<TokenTree>) {
    let [
        condition @ ..,
        TokenTree::Punct(_),
        TokenTree::Ident(name),
        TokenTree::Punct(_),
        TokenTree::Literal(literal),
    ] = tokens.as_slice()
    else {
        return;
    };
    if name != TEXT {
        return;
    }
    let Lit::Str(text) = Lit::new(literal.clone()) else { return };
    let (text, span) = (text.value(), literal.span());
    let condition: TokenStream = condition.iter().cloned().collect();
    let same = written(&self::text(condition)).eq(written(&text));
    tokens.truncate(tokens.len() - if same { 4 } else { 3 });
    if same {
        return;
    }
    let mut message = Literal::string(&format!("assertion failed: {text}"));
    message.set_span(span);
    // A text with braces is no format string.
    let braces = text.contains(['{', '}']);
    tokens.extend(if braces { quote!("{}", #message) } else { quote!(#message) });
}

/// What stays of a text without what a printer may put between tokens.
fn written(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|char| !char.is_whitespace())
}

/// Prints tokens without the delimiters around what a `macro_rules!` has filled in.
pub fn text(tokens: TokenStream) -> String {
    if holds_fragment(&tokens) { visible(tokens) } else { tokens }.to_string()
}

fn holds_fragment(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => {
            group.delimiter() == Delimiter::None || holds_fragment(&group.stream())
        }
        _ => false,
    })
}

fn visible(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) => {
                let inside = visible(group.stream());
                match group.delimiter() {
                    Delimiter::None => inside,
                    delimiter => TokenTree::Group(Group::new(delimiter, inside)).into(),
                }
            }
            token => token.into(),
        })
        .collect()
}
