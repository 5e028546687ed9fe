//! Tokens → functions, complete or not.
//!
//! In: what the macros are given. Out: functions that parse; for others, their errors and, where
//! the signature parses, a declaration, so that what is being typed in an editor stays declared.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Error, ItemFn, Result, Signature, Visibility,
    buffer::{Cursor, TokenBuffer},
    parse::{Parse, ParseStream, Parser, discouraged::Speculative},
};

use crate::{
    codegen::stub::stub,
    visit_mut::{self, VisitMut},
};

/// The identifiers of a function, which the macro's own names avoid. Few names are looked up in them.
#[derive(Default)]
pub struct Identifiers {
    names: Vec<String>,
    /// Whether there are attributes, too.
    pub attributes: bool,
}

impl Identifiers {
    /// Tells whether a name is one of them.
    pub fn contains(&self, name: &str) -> bool {
        // Most are told apart by their lengths, which is quicker.
        self.names.iter().any(|identifier| identifier.len() == name.len() && identifier == name)
    }

    /// Tells whether a name is one of them, or what one of them begins with in front of a `_`.
    pub fn contains_start(&self, name: &str) -> bool {
        let rest = self.names.iter().filter_map(|identifier| identifier.strip_prefix(name));
        rest.into_iter().any(|rest| rest.is_empty() || rest.starts_with('_'))
    }
}

/// What reading tokens once tells of them.
#[derive(Default)]
pub struct Survey {
    /// All identifiers.
    pub identifiers: Identifiers,
    /// Whether there is a `$stmt` or `$block` fragment of `macro_rules!`.
    holds_statement: bool,
}

impl Survey {
    /// Reads tokens.
    pub fn of(tokens: &TokenStream) -> Self {
        let mut survey = Self::default();
        survey.read(TokenBuffer::new2(tokens.clone()).begin());
        survey
    }

    fn read(&mut self, mut cursor: Cursor<'_>) {
        loop {
            if let Some((inside, delimiter, _, rest)) = cursor.any_group() {
                self.holds_statement |= is_statement(delimiter, inside);
                self.read(inside);
                cursor = rest;
            } else if let Some((token, rest)) = cursor.token_tree() {
                match token {
                    TokenTree::Ident(ident) => self.identifiers.names.push(ident.to_string()),
                    TokenTree::Punct(punct) => {
                        self.identifiers.attributes |= punct.as_char() == '#';
                    }
                    _ => {}
                }
                cursor = rest;
            } else {
                break;
            }
        }
    }

    /// Takes the invisible braces off the `$stmt` and `$block` fragments of the tokens that were read.
    pub fn flatten(&self, tokens: TokenStream) -> TokenStream {
        if self.holds_statement { flatten_statements(tokens) } else { tokens }
    }
}

/// Parses a function and reads its tokens, both from one buffer; returns the tokens without the
/// invisible braces of fragments.
pub fn parse(item: TokenStream) -> (TokenStream, Survey, Result<ItemFn>) {
    let mut survey = Survey::default();
    let parser = |input: ParseStream<'_>| {
        survey.read(input.cursor());
        input.parse()
    };
    let function = parser.parse2(item.clone());
    if !survey.holds_statement {
        return (item, survey, function);
    }
    let item = survey.flatten(item);
    (item.clone(), survey, syn::parse2(item))
}

/// Takes the invisible braces off fragments.
///
/// Groups without such a fragment stay as they are: a group that is made anew loses the places of
/// its braces.
fn flatten_statements(tokens: TokenStream) -> TokenStream {
    let is_fragment =
        |group: &Group| is_statement(group.delimiter(), TokenBuffer::new2(group.stream()).begin());
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) if is_fragment(&group) => flatten_statements(group.stream()),
            TokenTree::Group(group) if Survey::of(&group.stream()).holds_statement => {
                let mut out = Group::new(group.delimiter(), flatten_statements(group.stream()));
                out.set_span(group.span());
                TokenTree::Group(out).into()
            }
            other => TokenStream::from(other),
        })
        .collect()
}

/// Tells whether a group is a fragment that is a statement or a block.
fn is_statement(delimiter: Delimiter, inside: Cursor<'_>) -> bool {
    delimiter == Delimiter::None
        && match inside.any_group() {
            Some((inner, delimiter, ..)) => {
                delimiter == Delimiter::Brace || is_statement(delimiter, inner)
            }
            None => inside.ident().is_some_and(|(first, _)| first == "let"),
        }
}

/// A function up to its body, and the token in the body's place.
struct Head {
    attrs: Vec<Attribute>,
    vis: Visibility,
    sig: Signature,
    rest: Option<TokenTree>,
}

impl Parse for Head {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        Ok(Self {
            attrs: input.call(Attribute::parse_outer)?,
            vis: input.parse()?,
            sig: input.parse()?,
            rest: input.parse().ok(),
        })
    }
}

/// A function whose body does not parse, with another one. rustc has parsed the item before, and told its own
/// error: the lint that the body holds is only looked for where there is none.
pub fn without_body(item: &TokenStream, error: &Error) -> Option<ItemFn> {
    let head = syn::parse2(item.clone()).or_else(|_| syn::parse2(with_parameters(item)));
    let Ok(Head { attrs, vis, sig, rest: Some(TokenTree::Group(_)) }) = head else {
        return None;
    };
    let message = format!("`#[coroutine]` cannot read this function: {error}");
    let body = quote::quote_spanned! {error.span()=> {
        #[must_use = #message]
        struct Unread;
        #[deny(unused_must_use)]
        {
            Unread;
        }
        ::core::unreachable!()
    } };
    let lints = quote::quote!(#[allow(unused, path_statements)]);
    syn::parse2(quote::quote!(#(#attrs)* #lints #vis #sig #body)).ok()
}

/// An item that does not parse as far as its body.
pub fn unparsed(item: &TokenStream, error: &Error) -> TokenStream {
    if let Ok(Head { sig, .. }) = syn::parse2(item.clone()) {
        let error = bodiless(&sig).to_compile_error();
        return quote::quote!(#item #error);
    }
    let mut tokens = item.clone().into_iter();
    if tokens.any(|token| matches!(&token, TokenTree::Ident(ident) if ident == "fn")) {
        return error.to_compile_error();
    }
    if syn::parse2::<syn::ExprClosure>(item.clone()).is_ok() {
        let message = "`#[coroutine]` goes on a function, not on a closure\nhelp: write a `fn` that calls `yield_!`; what the closure would capture are its parameters";
        let error = Error::new(item_span(item), message).to_compile_error();
        // An expression does not begin with the path of a macro.
        return quote::quote!({ #error });
    }
    let parsed = syn::parse2::<syn::Item>(item.clone());
    let what = match &parsed {
        Ok(syn::Item::Impl(_) | syn::Item::Trait(_)) => "each of its methods",
        Ok(syn::Item::Mod(_)) => "each `fn` in it",
        _ => "a `fn`",
    };
    let message =
        format!("`#[coroutine]` goes on a function\nhelp: put it on {what} that calls `yield_!`");
    let error = Error::new(item_span(item), message);
    if let Ok(item) = parsed {
        return declared(item, &error);
    }
    let error = error.to_compile_error();
    quote::quote!(#item #error)
}

/// An item with an error: in the place of each body that suspends, or else behind it.
fn declared(mut item: syn::Item, error: &Error) -> TokenStream {
    let mut declare = Declare { error, is_told: false };
    declare.visit_item_mut(&mut item);
    if declare.is_told {
        return item.to_token_stream();
    }
    let error = error.to_compile_error();
    quote::quote!(#item #error)
}

/// Puts an error in the place of each body that suspends, of which rustc would say more.
struct Declare<'a> {
    error: &'a Error,
    /// Whether there was one.
    is_told: bool,
}

impl Declare<'_> {
    fn suspends(&mut self, body: &syn::Block) -> bool {
        let survey = Survey::of(&body.to_token_stream());
        let names = ["yield", "yield_", "yield_from"];
        let suspends = names.iter().any(|name| survey.identifiers.contains(name));
        self.is_told |= suspends;
        suspends
    }
}

impl VisitMut for Declare<'_> {
    fn visit_item_mut(&mut self, item: &mut syn::Item) {
        match item {
            syn::Item::Fn(function) if self.suspends(&function.block) => {
                let ItemFn { attrs, vis, sig, .. } = function;
                *item = syn::Item::Verbatim(stub(attrs, vis, sig, self.error));
            }
            _ => visit_mut::visit_item_mut(self, item),
        }
    }
    fn visit_impl_item_mut(&mut self, item: &mut syn::ImplItem) {
        let syn::ImplItem::Fn(method) = item else { return };
        if self.suspends(&method.block) {
            let declared = stub(&method.attrs, &method.vis, &method.sig, self.error);
            *item = syn::ImplItem::Verbatim(declared);
        }
    }
    fn visit_trait_item_mut(&mut self, item: &mut syn::TraitItem) {
        let syn::TraitItem::Fn(method) = item else { return };
        if method.default.as_ref().is_some_and(|body| self.suspends(body)) {
            let declared = stub(&method.attrs, &Visibility::Inherited, &method.sig, self.error);
            *item = syn::TraitItem::Verbatim(declared);
        }
    }
    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

/// Writes a function again of which a parameter does not parse: one without a type takes anything, what else
/// is there is left out.
fn with_parameters(item: &TokenStream) -> TokenStream {
    let (mut depth, mut is_arrow) = (0, false);
    let mut is_named = false;
    let mut tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    for token in &mut tokens {
        match token {
            TokenTree::Ident(ident) if ident == "fn" => is_named = true,
            TokenTree::Punct(punct) => depth += angle(punct, &mut is_arrow),
            TokenTree::Group(group)
                if is_named && depth == 0 && group.delimiter() == Delimiter::Parenthesis =>
            {
                let mut read = Group::new(Delimiter::Parenthesis, parameters(group.stream()));
                read.set_span(group.span());
                *group = read;
                break;
            }
            _ => {}
        }
    }
    tokens.into_iter().collect()
}

/// Tells by how many angle brackets a token goes in; `is_arrow` is whether a `>` would be that of an arrow.
fn angle(punct: &proc_macro2::Punct, is_arrow: &mut bool) -> i32 {
    let is_end = !std::mem::replace(is_arrow, punct.as_char() == '-');
    match punct.as_char() {
        '<' => 1,
        '>' if is_end => -1,
        _ => 0,
    }
}

/// Keeps the parameters that parse, and those that have a name.
fn parameters(tokens: TokenStream) -> TokenStream {
    let mut read = TokenStream::new();
    let mut one = TokenStream::new();
    let (mut depth, mut is_arrow) = (0, false);
    let mut finish = |one: TokenStream| {
        let name = |input: ParseStream<'_>| {
            let name: syn::Ident = input.parse()?;
            input.parse::<syn::Token![:]>()?;
            input.parse::<TokenStream>()?;
            Ok(name)
        };
        if syn::parse2::<syn::FnArg>(one.clone()).is_ok() {
            read.extend(quote::quote!(#one,));
        } else if let Ok(name) = name.parse2(one) {
            read.extend(quote::quote!(#name: impl ::core::marker::Sized,));
        }
    };
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            if punct.as_char() == ',' && depth == 0 {
                finish(std::mem::take(&mut one));
                continue;
            }
            depth += angle(punct, &mut is_arrow);
        }
        one.extend([token]);
    }
    finish(one);
    read
}

fn item_span(item: &TokenStream) -> Span {
    item.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

/// Takes one function off the input and expands it, given as parsed and as its tokens.
pub fn next_function(
    input: ParseStream<'_>,
    expand: impl Fn(ItemFn, &TokenStream) -> TokenStream,
) -> TokenStream {
    let ahead = input.fork();
    let error = match ahead.parse::<ItemFn>() {
        Ok(item) => {
            let mut tokens = TokenStream::new();
            while input.cursor() != ahead.cursor() && !input.is_empty() {
                tokens.extend(input.parse::<TokenTree>());
            }
            return expand(item, &tokens);
        }
        Err(error) => error,
    };
    let ahead = input.fork();
    let item = ahead.parse::<syn::Item>();
    if let Some(item) = item.ok().filter(|item| !is_bodiless(item)) {
        input.advance_to(&ahead);
        let tokens = item.to_token_stream();
        let what = match item {
            syn::Item::Impl(_) => {
                "put the `impl` beside it, with `#[coro_core::coroutine]` on each method and `yield_!(…)` in it"
            }
            syn::Item::Trait(_) => {
                "put the `trait` beside it, with `#[coro_core::coroutine]` on each method that has a body and `yield_!(…)` in it"
            }
            syn::Item::Mod(_) => "put `coroutines!` into the module",
            _ => "put other items beside it",
        };
        let message = format!("`coroutines!` holds functions only\nhelp: {what}");
        return declared(item, &Error::new(item_span(&tokens), message));
    }
    let tokens = item_tokens(input);
    let error = delegation_by_words(TokenBuffer::new2(tokens.clone()).begin()).unwrap_or(error);
    let head = syn::parse2::<Head>(tokens.clone());
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    if let Ok(head) = head {
        return match head.rest {
            Some(TokenTree::Group(_)) => stub(&head.attrs, &head.vis, &head.sig, &error),
            _ => stub(&head.attrs, &head.vis, &head.sig, &bodiless(&head.sig)),
        };
    }
    // Where a function is begun in front of another, that one is whole.
    let whole = (1..tokens.len()).find_map(|start| {
        let rest: TokenStream = tokens[start..].iter().cloned().collect();
        let item = syn::parse2::<ItemFn>(rest.clone()).ok()?;
        Some((tokens[start - 1].span(), expand(item, &rest)))
    });
    let (last, rest) = match (whole, tokens.last()) {
        (Some((last, expanded)), _) => (Some(last), expanded),
        (None, Some(TokenTree::Group(_)) | None) => (None, TokenStream::new()),
        (None, Some(last)) => (Some(last.span()), TokenStream::new()),
    };
    // The end of the input is shown as the whole of it.
    let error = last.map_or(error.clone(), |last| Error::new(last, "a function that is not complete\nhelp: write `fn name(…) -> impl Iterator<Item = T> { … }`"));
    let error = error.to_compile_error();
    quote::quote!(#error #rest)
}

/// Finds a delegation as other languages spell it: `yield from inner`.
fn delegation_by_words(mut cursor: Cursor<'_>) -> Option<Error> {
    while !cursor.eof() {
        if let Some((inside, _, _, rest)) = cursor.any_group() {
            if let Some(error) = delegation_by_words(inside) {
                return Some(error);
            }
            cursor = rest;
            continue;
        }
        let (token, rest) = cursor.token_tree()?;
        let from = rest.ident().filter(|(from, _)| from == "from");
        if let (TokenTree::Ident(word), Some((from, operand))) = (token, from) {
            if word == "yield" && (operand.ident().is_some() || operand.literal().is_some()) {
                let message = "`yield from` is two words\nhelp: write `yield_from!(inner)`";
                return Some(Error::new(from.span(), message));
            }
        }
        cursor = rest;
    }
    None
}

/// Tells whether an item is a function without a body.
fn is_bodiless(item: &syn::Item) -> bool {
    matches!(item, syn::Item::Verbatim(tokens) if syn::parse2::<Head>(tokens.clone()).is_ok())
}

fn bodiless(sig: &Signature) -> Error {
    let message = "a coroutine needs a body\nhelp: in a trait, declare the method without `#[coroutine]` and put the attribute on each implementation";
    Error::new(sig.ident.span(), message)
}

/// Takes the tokens of one item off the input: up to its braces, or to the `;` in their place.
fn item_tokens(input: ParseStream<'_>) -> TokenStream {
    let signature = input.fork();
    let mut tokens = TokenStream::new();
    if signature.parse::<Head>().is_ok() {
        // Braces of the signature are none of the body.
        while input.cursor() != signature.cursor() {
            tokens.extend(input.parse::<TokenTree>());
        }
        return tokens;
    }
    while let Ok(token) = input.parse::<TokenTree>() {
        let ends = match &token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            _ => false,
        };
        tokens.extend([token]);
        if ends {
            break;
        }
    }
    tokens
}
