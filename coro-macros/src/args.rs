//! The attribute's options.
//!
//! In: the tokens between the attribute's parentheses, which a function of `coroutines!` has in front of it.
//! Out: [`Args`].

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::{
    AttrStyle, Ident, ItemFn, Meta, Path, Result, Token,
    parse::{Parse, ParseStream},
};

use crate::source::is_coroutine;

/// The options of `#[coroutine(…)]`.
#[derive(Default)]
pub struct Args {
    krate: Option<Path>,
}

impl Args {
    /// Returns the path to `coro_core` that generated code starts its paths with.
    pub fn krate(&self, span: Span) -> Krate {
        let (own, path) = match &self.krate {
            Some(path) => (false, path.to_token_stream()),
            None => (true, quote_spanned!(span=> ::coro_core)),
        };
        Krate { own, tokens: path.into_iter().collect() }
    }
}

/// The path of `coro_core`, which is printed in many places: tokens at hand, since a stream of them
/// costs the compiler several calls each time.
#[derive(Clone)]
pub struct Krate {
    /// Whether the macro wrote it, so that all of its tokens are resolved alike.
    own: bool,
    tokens: Vec<TokenTree>,
}

impl Krate {
    /// Moves the path to where it is used: the span of an expression reaches from its first token on.
    pub fn at(&self, span: Span) -> Self {
        match self.tokens.first() {
            Some(first) if self.own => self.written_at(first.span().located_at(span)),
            _ => self.respanned(|token| token.span().located_at(span)),
        }
    }

    /// The path as the user would write it at `span`.
    pub fn written_at(&self, span: Span) -> Self {
        self.respanned(|_| span)
    }

    /// The path beside tokens of the user's, so that one place reaches over both.
    pub fn beside(&self, span: Span) -> Self {
        if self.own { self.written_at(span) } else { self.at(span) }
    }

    /// The path's tokens.
    pub fn tokens(&self) -> &[TokenTree] {
        &self.tokens
    }

    fn respanned(&self, span: impl Fn(&TokenTree) -> Span) -> Self {
        let tokens = self.tokens.iter().map(|token| {
            let mut token = token.clone();
            token.set_span(span(&token));
            token
        });
        Self { own: self.own, tokens: tokens.collect() }
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.iter().cloned());
    }
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut args = Self::default();
        while !input.is_empty() {
            if input.peek(Token![crate]) {
                let keyword: Token![crate] = input.parse()?;
                if args.krate.is_some() {
                    return Err(syn::Error::new(
                        keyword.span,
                        "`crate` given twice\nhelp: remove one of the two",
                    ));
                }
                args.krate = Some(path(input, keyword)?);
            } else {
                let option = input.step(|cursor| match cursor.token_tree() {
                    Some((token, rest)) => Ok((token, rest)),
                    None => Err(cursor.error("expected an option")),
                })?;
                let name = syn::parse2::<Ident>(option.to_token_stream())
                    .map_or_else(|_| option.to_string(), |ident| ident.to_string());
                return Err(syn::Error::new(
                    option.span(),
                    format!(
                        "unknown option `{name}` of `#[coroutine]`\nhelp: the only option is `crate = path::to::coro_core`"
                    ),
                ));
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(args)
    }
}

/// Takes `#[coroutine(crate = …)]` off a function of `coroutines!` and its tokens; returns what is between the
/// parentheses, and the other tokens.
pub fn take(function: &mut ItemFn, tokens: TokenStream) -> (TokenStream, TokenStream) {
    let given = function.attrs.iter().enumerate().find_map(|(index, attr)| match &attr.meta {
        Meta::List(meta) if is_coroutine(attr) && matches!(attr.style, AttrStyle::Outer) => {
            let first = meta.tokens.clone().into_iter().next();
            let is_option = matches!(first, Some(TokenTree::Ident(first)) if first == "crate");
            is_option.then(|| (index, meta.tokens.clone()))
        }
        _ => None,
    });
    let Some((index, args)) = given else { return (TokenStream::new(), tokens) };
    function.attrs.remove(index);
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    // The attributes in front of it are two tokens each, as it is; a fragment of `macro_rules!` is one as a whole.
    let attr = 2 * index..2 * index + 2;
    if matches!(tokens.get(attr.clone()), Some([TokenTree::Punct(_), TokenTree::Group(_)])) {
        tokens.drain(attr);
        return (args, tokens.into_iter().collect());
    }
    (args, function.to_token_stream())
}

/// Parses what follows `crate`.
fn path(input: ParseStream<'_>, keyword: Token![crate]) -> Result<Path> {
    let wrong = "`crate` takes the path of the `coro_core` crate\nhelp: write `crate = path::to::coro_core`, without quotes";
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(syn::Error::new(keyword.span, wrong));
    }
    let start = input.fork();
    input.call(Path::parse_mod_style).map_err(|_| {
        let token: Option<TokenTree> = start.parse().ok();
        syn::Error::new(token.map_or(keyword.span, |token| token.span()), wrong)
    })
}

#[cfg(test)]
mod tests {
    use crate::compile;

    #[test]
    fn options_in_coroutines() {
        let functions = "#[inline] #[any::coroutine(crate = own::path)] fn f() -> impl Iterator<Item = u32> { yield 1; }
                         fn g() -> impl Iterator<Item = u32> { yield 1; }";
        let expanded = compile::functions(functions.parse().expect("tokens")).to_string();
        let (f, g) = expanded.split_once("fn g").expect("there are two functions");
        assert!(f.contains("own :: path :: __private") && !f.contains("coro_core"), "{f}");
        assert!(!f.contains("coroutine ("), "{f}");
        assert!(g.contains(":: coro_core :: __private"), "{g}");
    }
}
