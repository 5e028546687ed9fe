//! Pieces of output that are printed into the stream at hand.
//!
//! In: what to print. Out: something that `quote!` takes. A stream of its own for each piece costs the
//! compiler several calls, and the pieces here are small and many.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::ToTokens;
use syn::Token;

/// The path `Enum::Variant`.
pub struct VariantPath {
    /// The enum.
    pub name: Ident,
    /// The variant.
    pub variant: Ident,
}

impl ToTokens for VariantPath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
        Token![::](Span::call_site()).to_tokens(tokens);
        self.variant.to_tokens(tokens);
    }
}

/// Prints items in braces, or nothing where there are none.
pub fn braces<T>(
    span: Span,
    items: impl IntoIterator<Item = T>,
    mut print: impl FnMut(T, &mut TokenStream),
) -> Option<Group> {
    let mut tokens = TokenStream::new();
    let mut empty = true;
    for item in items {
        if !empty {
            Token![,](span).to_tokens(&mut tokens);
        }
        empty = false;
        print(item, &mut tokens);
    }
    (!empty).then(|| {
        let mut group = Group::new(Delimiter::Brace, tokens);
        group.set_span(span);
        group
    })
}
