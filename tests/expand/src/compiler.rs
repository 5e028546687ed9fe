//! What the compiler does between the macro's two steps.
//!
//! In: the attributes of the item by which the macro asks how a function is configured. Out: the
//! function's expansion. Names and flags are not set; `all`, `any`, `not`, `true` and `false` are what
//! they are anywhere.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Meta, Token, parse::Parser, punctuated::Punctuated};

use crate::{answer, compile};

/// Expands a function if the macro asked for its configuration.
pub fn second_step(attrs: &[Attribute]) -> Option<TokenStream> {
    let (asked, conditions) = attrs.split_first()?;
    let Meta::List(asked) = &asked.meta else { return None };
    if asked.path.segments.last()?.ident != "configured" {
        return None;
    }
    let mut answers = Vec::new();
    for condition in conditions {
        configure(&condition.meta, &mut answers);
    }
    let answers = quote!(#(#[#answers])* fn f() {});
    Some(compile::configured(asked.tokens.clone(), answers))
}

/// Expands what stands for resume arguments, `::coro_core::__private::answer!(input)`.
pub fn answers(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        let inside = answers(group.stream());
        if let Some(start) = start_of_answer(&out) {
            out.truncate(start);
            out.extend(answer::unwrapped(inside, group.span()));
            continue;
        }
        let mut whole = Group::new(group.delimiter(), inside);
        whole.set_span(group.span());
        out.push(whole.into());
    }
    out.into_iter().collect()
}

/// Finds where the path of such a macro starts that tokens end with.
fn start_of_answer(tokens: &[TokenTree]) -> Option<usize> {
    let (mark, path) = tokens.split_last()?;
    let (TokenTree::Ident(name), mut path) = path.split_last()? else { return None };
    if !is_punct(mark, '!') || name != "answer" {
        return None;
    }
    let mut length = 0;
    while let [before @ .., first, second] = path {
        if !is_punct(first, ':') || !is_punct(second, ':') {
            break;
        }
        length += 2;
        path = before;
        let Some((TokenTree::Ident(segment), before)) = path.split_last() else { break };
        if before.last().is_some_and(|token| is_punct(token, '\'')) {
            break; // a label
        }
        let is_name = syn::parse_str::<Ident>(&segment.to_string()).is_ok();
        if !is_name && !["crate", "self", "super"].iter().any(|it| segment == it) {
            break;
        }
        length += 1;
        path = before;
    }
    (length > 0).then_some(tokens.len() - 2 - length)
}

fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// Expands `cfg_attr`.
fn configure(meta: &Meta, out: &mut Vec<TokenStream>) {
    let Meta::List(list) = meta else { return out.push(meta.to_token_stream()) };
    let mut tokens = list.tokens.clone().into_iter();
    let predicate: TokenStream = tokens.by_ref().take_while(|token| !is_comma(token)).collect();
    if !holds(&predicate) {
        return;
    }
    let attrs = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(tokens.collect());
    for attr in attrs.into_iter().flatten() {
        configure(&attr, out);
    }
}

fn is_comma(token: &TokenTree) -> bool {
    is_punct(token, ',')
}

fn holds(predicate: &TokenStream) -> bool {
    let mut tokens = predicate.clone().into_iter();
    let Some(TokenTree::Ident(name)) = tokens.next() else { return false };
    let parts = match tokens.next() {
        Some(TokenTree::Group(group)) => group.stream().into_iter().collect(),
        _ => Vec::new(),
    };
    let mut parts = parts
        .split(is_comma)
        .filter(|part| !part.is_empty())
        .map(|part| holds(&part.iter().cloned().collect()));
    match name.to_string().as_str() {
        "true" => true,
        "all" => parts.all(|part| part),
        "any" => parts.any(|part| part),
        "not" => parts.next() == Some(false),
        _ => false,
    }
}
