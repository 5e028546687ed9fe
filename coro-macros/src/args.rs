//! The attribute's options.
//!
//! In: the tokens between the attribute's parentheses. Out: [`Args`].

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{
    Ident, Path, Result, Token,
    parse::{Parse, ParseStream},
};

/// The options of `#[coroutine(…)]`.
#[derive(Default)]
pub struct Args {
    krate: Option<Path>,
}

impl Args {
    /// Returns the path to `coro_core` that generated code starts its paths with.
    pub fn krate(&self) -> TokenStream {
        if let Some(path) = &self.krate {
            path.to_token_stream()
        } else {
            quote_spanned!(Span::mixed_site()=> ::coro_core)
        }
    }
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut args = Self::default();
        while !input.is_empty() {
            if input.peek(Token![crate]) {
                let keyword: Token![crate] = input.parse()?;
                if args.krate.is_some() {
                    return Err(syn::Error::new(keyword.span, "`crate` given twice"));
                }
                input.parse::<Token![=]>()?;
                args.krate = Some(input.call(Path::parse_mod_style)?);
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
