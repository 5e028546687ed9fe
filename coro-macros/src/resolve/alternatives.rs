//! What the alternatives of a pattern leave of a value.
//!
//! In: an or-pattern. Out: the same with a name for each part that all of its alternatives leave by a `_`.
//! Alternatives have to bind the same names, of the same types: as the same part of a value has. A part that
//! only some leave stays a `_`.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote};
use syn::{Pat, PatOr};

use crate::source::ident_pat;

/// Gives each part that all alternatives leave a fresh name, in the order of the text.
pub fn name(pat: &mut PatOr, fresh: &mut dyn FnMut(Span) -> Ident) {
    let mut common: Option<Vec<(String, Span)>> = None;
    for case in &mut pat.cases {
        let mut left = Vec::new();
        each_left(case, "", &mut |part, pat| left.push((part.to_owned(), wild_span(pat))));
        common = Some(match common {
            None => left,
            Some(mut common) => {
                common.retain(|(part, _)| left.iter().any(|(other, _)| other == part));
                common
            }
        });
    }
    let common = common.unwrap_or_default();
    let names: Vec<_> = common.into_iter().map(|(part, span)| (part, fresh(span))).collect();
    for case in &mut pat.cases {
        each_left(case, "", &mut |part, pat| {
            if let Some((_, name)) = names.iter().find(|(named, _)| named == part) {
                *pat = ident_pat(None, name.clone());
            }
        });
    }
}

fn wild_span(pat: &Pat) -> Span {
    if let Pat::Wild(wild) = pat { wild.underscore_token.spans[0] } else { Span::mixed_site() }
}

/// Visits each `_` of a pattern, with the place of the part in the value. What is not known apart by that, as
/// what follows a `..`, is not visited.
fn each_left(pat: &mut Pat, at: &str, found: &mut dyn FnMut(&str, &mut Pat)) {
    match pat {
        Pat::Wild(_) => found(at, pat),
        Pat::Paren(pat) => each_left(&mut pat.pat, at, found),
        Pat::Tuple(pat) => of_elements(pat.elems.iter_mut(), at, found),
        Pat::TupleStruct(pat) => {
            let at = format!("{at} {}", pat.path.to_token_stream());
            of_elements(pat.elems.iter_mut(), &at, found);
        }
        Pat::Struct(pat) => {
            for field in &mut pat.fields {
                let (ty, member) = (&pat.path, &field.member);
                each_left(&mut field.pat, &format!("{at} {}", quote!(#ty.#member)), found);
            }
        }
        _ => {}
    }
}

fn of_elements<'p>(
    elements: impl Iterator<Item = &'p mut Pat>,
    at: &str,
    found: &mut dyn FnMut(&str, &mut Pat),
) {
    let before_rest = elements.take_while(|pat| !matches!(pat, Pat::Rest(_)));
    for (index, pat) in before_rest.enumerate() {
        each_left(pat, &format!("{at}.{index}"), found);
    }
}
