//! Traits of functions that stand where a type is expected.
//!
//! In: the tokens of a function that does not parse, as `a: Fn(u32) -> u32` does not. Out: an error for each such
//! trait, if the function parses with `dyn` in front of them. rustc reads them, and would know better words if it
//! came to see them.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::{Error, ItemFn};

use crate::diagnostics::Diagnostics;

/// Finds the traits to which the `dyn` is missing.
pub fn find(item: &TokenStream) -> Option<Error> {
    let mut traits = Traits { chosen: None, found: Vec::new() };
    let all = traits.with_dyn(item.clone());
    let found = std::mem::take(&mut traits.found);
    let missing = if found.is_empty() {
        return None;
    } else if syn::parse2::<ItemFn>(all).is_ok() {
        found
    } else {
        // Others are bounds.
        let mut alone = (0..found.len()).filter(|index| {
            let mut traits = Traits { chosen: Some(*index), found: Vec::new() };
            syn::parse2::<ItemFn>(traits.with_dyn(item.clone())).is_ok()
        });
        vec![found[alone.next()?].clone()]
    };
    let mut diagnostics = Diagnostics::default();
    for name in missing {
        let message = format!(
            "`{name}(…)` is a trait, and no type\nhelp: write `impl {name}(…)` for a parameter, elsewhere `Box<dyn {name}(…)>` or `&dyn {name}(…)`"
        );
        diagnostics.error(name.span(), message);
    }
    diagnostics.finish().err()
}

struct Traits {
    /// Which of the candidates gets its `dyn`, if not each.
    chosen: Option<usize>,
    /// The candidates so far.
    found: Vec<Ident>,
}

impl Traits {
    /// Writes `dyn` in front of `Fn(…)` and its kin, where there is none.
    fn with_dyn(&mut self, tokens: TokenStream) -> TokenStream {
        let mut out = Vec::new();
        let mut named = false;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is_given = |next: &TokenTree| matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis);
            match token {
                TokenTree::Ident(name) => {
                    let is_trait = ["Fn", "FnMut", "FnOnce"].iter().any(|it| name == it);
                    if is_trait && !named && tokens.peek().is_some_and(is_given) {
                        if self.chosen.is_none_or(|chosen| chosen == self.found.len()) {
                            out.push(TokenTree::Ident(Ident::new("dyn", Span::mixed_site())));
                        }
                        self.found.push(name.clone());
                    }
                    named = name == "dyn" || name == "impl";
                    out.push(TokenTree::Ident(name));
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.with_dyn(group.stream()));
                    inner.set_span(group.span());
                    named = false;
                    out.push(TokenTree::Group(inner));
                }
                other => {
                    named = false;
                    out.push(other);
                }
            }
        }
        out.into_iter().collect()
    }
}
