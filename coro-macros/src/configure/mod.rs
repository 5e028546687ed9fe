//! `#[cfg]` and `#[cfg_attr]` in a function.
//!
//! In: a function as the compiler hands it to an attribute macro, which sees a function's inside
//! before it is configured. Out: the function as it is configured. What holds, only the compiler can
//! tell; it tells by the attributes of an item, which it configures before it calls the item's macro.
//! So a function that asks anything is expanded in two steps:
//!
//! ```text
//! fn f(…) -> … {              #[coro_core::__private::configured([crate = …] fn f(…) -> … { … })]
//!     #[cfg(a)]               #[cfg_attr(a, doc = "0", cfg_attr(b, doc = "1"))]
//!     if x {                  #[cfg_attr(c, doc = "2")]
//!         #[cfg(b)]      →    fn f() {}
//!         yield_!(1);
//!     }
//!     #[cfg(c)]
//!     yield_!(2);
//! }
//! ```
//!
//! and the second step finds `doc = "n"` for each condition that holds.
//!
//! Invariants: each attribute is one condition, numbered in order of appearance, and is evaluated once,
//! below those conditions without which the compiler would not come to it; the function's tokens pass
//! through unchanged; a function without such attributes takes no second step.

pub mod attrs;
mod walk;

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::{AttrStyle, Attribute, Expr, ExprLit, ItemFn, Lit, Meta, spanned::Spanned};

use walk::Walk;

use crate::args::Krate;

/// One attribute whose effect only the compiler knows.
struct Condition {
    /// The condition below which it stands.
    parent: Option<usize>,
    /// The attribute.
    attr: Attribute,
    /// The tokens of what is tested; none if the attribute is malformed.
    predicate: Option<TokenStream>,
}

/// Returns the item by which the compiler is asked, if the function asks anything.
///
/// `tokens` are the function's, `args` those of the macro, and `krate` is the path to `coro_core`.
pub fn ask(
    function: &ItemFn,
    tokens: &TokenStream,
    args: &TokenStream,
    krate: &Krate,
) -> Option<TokenStream> {
    let conditions = Walk::over(&mut function.clone(), &|_| true);
    if conditions.is_empty() {
        return None;
    }
    let span = Span::mixed_site().located_at(function.sig.ident.span());
    let questions = questions(&conditions, None);
    let args = TokenTree::Group(Group::new(Delimiter::Bracket, args.clone()));
    let name = &function.sig.ident;
    Some(quote_spanned! {span=>
        #[#krate::__private::configured(#args #tokens)]
        #(#questions)*
        fn #name() {}
    })
}

/// Takes apart what [`ask`] made: the macro's arguments, and the function's tokens.
pub fn answered(asked: TokenStream) -> (TokenStream, TokenStream) {
    let mut asked = asked.into_iter();
    let args = match asked.next() {
        Some(TokenTree::Group(args)) => args.stream(),
        _ => TokenStream::new(),
    };
    (args, asked.collect())
}

/// Configures the function by the answers, the attributes of the item that [`ask`] made.
pub fn configure(function: &mut ItemFn, answers: &[Attribute]) {
    let holds: BTreeSet<usize> = answers.iter().filter_map(answer).collect();
    Walk::over(function, &|condition| holds.contains(&condition));
}

/// Reads the number in `#[doc = "number"]`.
fn answer(attr: &Attribute) -> Option<usize> {
    let Meta::NameValue(meta) = &attr.meta else { return None };
    match &meta.value {
        Expr::Lit(ExprLit { lit: Lit::Str(number), .. }) if meta.path.is_ident("doc") => {
            number.value().parse().ok()
        }
        _ => None,
    }
}

/// Prints the conditions below `parent` as attributes that the compiler expands if they hold.
fn questions(conditions: &[Condition], parent: Option<usize>) -> Vec<Attribute> {
    let below = conditions.iter().enumerate().filter(|(_, condition)| condition.parent == parent);
    below.map(|(number, condition)| condition.question(number, conditions)).collect()
}

impl Condition {
    /// Makes `#[cfg_attr(predicate, doc = "number", …)]`, at the place of the attribute.
    fn question(&self, number: usize, conditions: &[Self]) -> Attribute {
        let mut question = self.attr.clone();
        question.style = AttrStyle::Outer;
        if let (Some(predicate), Meta::List(meta)) = (&self.predicate, &mut question.meta) {
            let span = Span::mixed_site().located_at(meta.path.span());
            let nested = questions(conditions, Some(number));
            let nested = nested.iter().map(|attr| &attr.meta);
            let number = number.to_string();
            meta.path = Ident::new("cfg_attr", meta.path.span()).into();
            meta.tokens = quote_spanned!(span=> #predicate, doc = #number, #(#nested),*);
        }
        question
    }
}
