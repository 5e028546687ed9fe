//! Pieces of output that are printed into the stream at hand.
//!
//! In: what to print. Out: something that `quote!` takes. A stream of its own for each piece costs the
//! compiler several calls, and the pieces here are small and many.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use syn::{Token, token::Bracket};

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

/// What a closure prints.
pub struct Print<F>(pub F);

impl<F: Fn(&mut TokenStream)> ToTokens for Print<F> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0(tokens);
    }
}

/// A line of documentation.
pub struct Doc<'a>(pub &'a str, pub Span);

impl ToTokens for Doc<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self(text, span) = self;
        let text = literal(&format!(" {text}"), *span);
        Token![#](*span).to_tokens(tokens);
        Bracket(*span).surround(tokens, |tokens| {
            Ident::new("doc", *span).to_tokens(tokens);
            Token![=](*span).to_tokens(tokens);
            text.to_tokens(tokens);
        });
    }
}

/// Makes a string literal, which `quote!` would have the compiler parse.
pub fn literal(text: &str, span: Span) -> Literal {
    let mut literal = Literal::string(text);
    literal.set_span(span);
    literal
}

/// The same identifier elsewhere.
pub fn respanned(ident: &Ident, span: Span) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}

/// Moves a group.
pub fn with_span(mut group: Group, span: Span) -> Group {
    group.set_span(span);
    group
}

/// Prints items in braces, or nothing where there are none.
pub fn braces<T>(
    span: Span,
    items: impl IntoIterator<Item = T>,
    mut print: impl FnMut(T, &mut TokenStream),
) -> Option<Group> {
    let mut tokens = TokenStream::new();
    let mut empty = true;
    let mut comma = Punct::new(',', Spacing::Alone);
    comma.set_span(span);
    for item in items {
        if !empty {
            tokens.append(comma.clone());
        }
        empty = false;
        print(item, &mut tokens);
    }
    (!empty).then(|| with_span(Group::new(Delimiter::Brace, tokens), span))
}
