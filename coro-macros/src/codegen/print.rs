//! Pieces of output that are printed into the tokens at hand.
//!
//! In: what to print. Out: tokens, and in the end a stream of them. A stream of its own for each piece
//! costs the compiler several calls, and each token that is added to one several steps; the pieces here
//! are small and many.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lifetime;

use crate::args::Krate;

/// Tokens in the making.
pub struct Tokens(Vec<TokenTree>);

impl Default for Tokens {
    /// Starts with none, and with room for as many as most pieces have.
    fn default() -> Self {
        Self(Vec::with_capacity(32))
    }
}

impl Tokens {
    /// Adds a token.
    pub fn push(&mut self, token: impl Into<TokenTree>) {
        self.0.push(token.into());
    }

    /// Adds a group, if there is one.
    pub fn maybe(&mut self, group: Option<Group>) {
        self.0.extend(group.map(TokenTree::Group));
    }

    /// Adds an identifier.
    pub fn ident(&mut self, ident: &Ident) {
        self.push(ident.clone());
    }

    /// Adds a punctuation mark of one or more characters.
    pub fn punct(&mut self, marks: &[u8], span: Span) {
        for (index, mark) in marks.iter().enumerate() {
            let last = index + 1 == marks.len();
            let spacing = if last { Spacing::Alone } else { Spacing::Joint };
            let mut punct = Punct::new(char::from(*mark), spacing);
            punct.set_span(span);
            self.push(punct);
        }
    }

    /// Adds a label.
    pub fn label(&mut self, label: &Lifetime) {
        let mut apostrophe = Punct::new('\'', Spacing::Joint);
        apostrophe.set_span(label.apostrophe);
        self.push(apostrophe);
        self.ident(&label.ident);
    }

    /// Adds the path `Enum::Variant`.
    pub fn variant(&mut self, name: &Ident, variant: Ident) {
        self.ident(name);
        self.punct(b"::", Span::call_site());
        self.push(variant);
    }

    /// Adds a path of which the tokens are at hand.
    pub fn path(&mut self, krate: &Krate) {
        self.0.extend_from_slice(krate.tokens());
    }

    /// Adds a path that starts at the crates.
    pub fn absolute(&mut self, names: &[&str], span: Span) {
        for name in names {
            self.punct(b"::", span);
            self.push(Ident::new(name, span));
        }
    }

    /// Adds a line of documentation.
    pub fn doc(&mut self, text: &str, span: Span) {
        let mut line = Self::default();
        line.push(Ident::new("doc", span));
        line.punct(b"=", span);
        line.push(literal(&format!(" {text}"), span));
        self.punct(b"#", span);
        self.push(line.group(Delimiter::Bracket, span));
    }

    /// Adds what is printed as a stream.
    pub fn stream(&mut self, printed: &impl ToTokens) {
        self.0.extend(printed.to_token_stream());
    }

    /// Puts the tokens into delimiters.
    pub fn group(self, delimiter: Delimiter, span: Span) -> Group {
        with_span(Group::new(delimiter, self.0.into_iter().collect()), span)
    }

    /// The tokens as a stream of their own.
    pub fn into_stream(self) -> TokenStream {
        self.0.into_iter().collect()
    }

    /// Adds the tokens to a stream.
    pub fn append_to(self, stream: &mut TokenStream) {
        stream.extend(self.0);
    }
}

/// What a closure prints.
pub struct Print<F>(pub F);

impl<F: Fn(&mut Tokens)> ToTokens for Print<F> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut printed = Tokens::default();
        self.0(&mut printed);
        printed.append_to(tokens);
    }

    fn to_token_stream(&self) -> TokenStream {
        let mut printed = Tokens::default();
        self.0(&mut printed);
        printed.into_stream()
    }
}

/// What a closure adds to a stream.
pub struct To<F>(pub F);

impl<F: Fn(&mut TokenStream)> ToTokens for To<F> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0(tokens);
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
    mut print: impl FnMut(T, &mut Tokens),
) -> Option<Group> {
    let mut tokens = Tokens::default();
    let mut empty = true;
    let mut comma = Punct::new(',', Spacing::Alone);
    comma.set_span(span);
    for item in items {
        if !empty {
            tokens.push(comma.clone());
        }
        empty = false;
        print(item, &mut tokens);
    }
    (!empty).then(|| tokens.group(Delimiter::Brace, span))
}
