//! What `dbg!` and `stringify!` show.
//!
//! In: a `dbg!`. Out: its arguments, each of which carries its text in the source with it; and in the end the argument
//! alone, if it still reads as it did, or the text and the argument, for a macro that shows the one for the other.
//! What is lowered or renamed reads otherwise. In: a `stringify!`. Out: its text, if its tokens look like control
//! flow, which they are not.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Macro};

use super::assertions;
use crate::{
    args::Krate,
    known::{self, Kind},
    scan::is_punct,
};

/// The name of the argument that holds the text until the code is printed.
const TEXT: &str = "__coro_shown";

/// The crates that the macro's path may begin with.
const STD: [&str; 2] = ["std", "core"];

/// Lists the arguments of a `dbg!`, each with its text.
pub fn arguments(mac: &Macro) -> Option<Vec<(Expr, String)>> {
    if mac.path.segments.last().is_none_or(|name| name.ident != "dbg") {
        return None;
    }
    let known = known::parse(mac).filter(|known| known.kind == Kind::Dbg)?;
    let all = assertions::text(mac.tokens.clone());
    let mut rest = all.as_str();
    let argument = |arg: known::Arg| {
        if arg.name.is_some() {
            return None;
        }
        let tokens = arg.expr.to_token_stream();
        let start = rest.trim_start();
        let text = match after(start, tokens.clone()) {
            Some(end) => {
                rest = end.trim_start().trim_start_matches(',');
                let text = &start[..start.len() - end.len()];
                // Where lines break goes by the argument's own length.
                let alone = text.parse::<TokenStream>();
                alone.map_or_else(|_| text.to_owned(), |alone| alone.to_string())
            }
            None => assertions::text(tokens),
        };
        Some((arg.expr, text))
    };
    let arguments: Option<Vec<_>> = known.args.into_iter().map(argument).collect();
    arguments.filter(|arguments| !arguments.is_empty())
}

/// Returns what `stringify!` gives for tokens that look like control flow.
pub fn text(tokens: &TokenStream) -> Option<Literal> {
    let shown = known::may_hold_control(tokens.clone());
    shown.then(|| Literal::string(&assertions::text(tokens.clone())))
}

/// Returns the tokens of a `stringify!` as they are, or their text in the place of all of it, of which the rest is
/// `before`.
pub fn group(group: Group, before: &mut Vec<TokenTree>) -> TokenTree {
    let is_path = before.len() > 2 && is_punct(&before[before.len() - 3], ':');
    match text(&group.stream()).filter(|_| !is_path) {
        Some(text) => {
            before.truncate(before.len() - 2);
            text.into()
        }
        None => group.into(),
    }
}

/// Returns what follows tokens in a text that begins with them.
fn after(text: &str, tokens: TokenStream) -> Option<&str> {
    tokens.into_iter().try_fold(text, |text, token| match token {
        TokenTree::Group(group) => {
            let (open, close) = match group.delimiter() {
                Delimiter::Parenthesis => ("(", ")"),
                Delimiter::Bracket => ("[", "]"),
                Delimiter::Brace => ("{", "}"),
                Delimiter::None => ("", ""),
            };
            let inside = text.trim_start().strip_prefix(open)?;
            after(inside, group.stream())?.trim_start().strip_prefix(close)
        }
        token => text.trim_start().strip_prefix(&token.to_string()),
    })
}

/// Puts an argument and its text into one `dbg!`.
pub fn carried(value: &Expr, text: &str) -> TokenStream {
    let (name, text) = (Ident::new(TEXT, Span::mixed_site()), Literal::string(text));
    quote!(#value, #name = #text)
}

/// Takes the text away where the argument reads so, or nothing is `written`, and puts it in front of the argument
/// elsewhere; tells whether it did that.
pub fn settle(tokens: &mut Vec<TokenTree>, written: bool) -> bool {
    let [
        value @ ..,
        TokenTree::Punct(_),
        TokenTree::Ident(name),
        TokenTree::Punct(_),
        TokenTree::Literal(literal),
    ] = tokens.as_slice()
    else {
        return false;
    };
    if name != TEXT {
        return false;
    }
    let literal = literal.clone();
    let text = match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => text.value(),
        _ => return false,
    };
    let value: TokenStream = value.iter().cloned().collect();
    let differs = written && assertions::text(value.clone()) != text;
    *tokens = if differs { quote!(#literal, #value) } else { value }.into_iter().collect();
    differs
}

/// The path of the macro that shows a text for a value, where the user's path of `dbg!` begins.
pub fn path(krate: &Krate, start: Span) -> TokenStream {
    let krate = krate.beside(start);
    quote_spanned!(start=> #krate::__dbg)
}

/// Takes the path of a `dbg!` and its `!` off the end of tokens; returns where the path begins.
pub fn take_path(tokens: &mut Vec<TokenTree>) -> Span {
    let path = |tokens: &[TokenTree]| match tokens {
        [.., TokenTree::Ident(krate), first, second, _, _]
            if is_colons(first, second) && STD.iter().any(|name| krate == name) =>
        {
            5
        }
        _ => 2,
    };
    let mut length = path(tokens);
    if let [.., first, second] = &tokens[..tokens.len() - length] {
        length += if is_colons(first, second) { 2 } else { 0 };
    }
    let path = tokens.split_off(tokens.len() - length);
    path[0].span()
}

fn is_colons(first: &TokenTree, second: &TokenTree) -> bool {
    is_punct(first, ':') && is_punct(second, ':')
}
