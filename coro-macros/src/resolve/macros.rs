//! Macro invocations in a body.
//!
//! In: an invocation. Out: a suspension, if it is `yield_!` or `yield_from!`; otherwise the
//! invocation with the locals in its tokens respelled. What a macro does with its tokens is only
//! known for the standard library's; in any other, each identifier that could be a local counts as
//! a mention.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use syn::{Expr, ExprMacro, Item, ItemMacro, Lit, Macro, punctuated::Punctuated};

use super::{
    Resolver, assertions,
    format::replace_captures,
    leaving::{self, Definition},
    names::LocalMacro,
    shown,
    value::Value,
};
use crate::{ast, describe, known, scan::is_punct, visit_mut::VisitMut};

/// The macro that shows its tokens, and evaluates none.
const STRINGIFY: &str = "stringify";

impl Resolver {
    /// Turns `yield_!(v)` into `yield v`, and resolves the operands of `yield_from!`.
    pub(super) fn suspension(&mut self, mac: &mut ExprMacro) -> Option<Expr> {
        let mut suspension = self.suspended(mac)?;
        if let Expr::Yield(suspension) = &mut suspension {
            if self.ends {
                suspension.attrs.push(describe::ends_at(mac.mac.delimiter.span().close()));
            }
            suspension.attrs.append(&mut mac.attrs);
        }
        Some(suspension)
    }

    fn suspended(&mut self, mac: &mut ExprMacro) -> Option<Expr> {
        let name = &mac.mac.path.segments.last()?.ident;
        let span = name.span();
        self.check_path(mac);
        if name == "yield_" {
            if mac.mac.tokens.is_empty() {
                return Some(Self::suspend(span, None));
            }
            if let Some(mut name) = sole_name(&mac.mac) {
                self.visit_expr_mut(&mut name);
                return Some(Self::suspend(span, Some(name)));
            }
            let value = match known::operands(&mac.mac) {
                Ok(values) if values.len() == 1 => values.into_iter().next().expect("one value"),
                Ok(_) => {
                    self.diagnostics.error(
                        span,
                        "`yield_!` takes one value\nhelp: write `yield_!((a, b))` to yield a tuple",
                    );
                    return Some(Self::suspend(span, None));
                }
                Err(error) => {
                    self.diagnostics.push(error);
                    return Some(Self::suspend(span, None));
                }
            };
            let mut value = value;
            self.visit_expr_mut(&mut value);
            return Some(Self::suspend(span, Some(value)));
        }
        if name == "yield_from" {
            match known::operands(&mac.mac) {
                Ok(mut operands) if (1..=2).contains(&operands.len()) => {
                    self.parsed_again(|this, ends| {
                        for operand in &mut operands {
                            this.argument(operand, ends);
                        }
                    });
                    mac.mac.tokens = quote::quote!(#operands);
                }
                Ok(_) => self.diagnostics.error(
                    span,
                    "`yield_from!` takes a coroutine or an iterator, and optionally its first input\nhelp: write `yield_from!(coroutine)` or `yield_from!(coroutine, first)`",
                ),
                Err(error) => self.diagnostics.push(error),
            }
            return Some(Expr::Macro(mac.clone()));
        }
        None
    }

    /// Refuses a suspension behind the name of a type, as of a path that is half written.
    fn check_path(&mut self, mac: &ExprMacro) {
        let segments = &mac.mac.path.segments;
        let (Some(first), Some(last)) = (segments.first(), segments.last()) else { return };
        let is_type = first.ident.to_string().starts_with(char::is_uppercase);
        if segments.len() > 1 && is_type && known::suspends(&last.ident) {
            let name = &last.ident;
            self.diagnostics.error(
                first.ident.span(),
                format!("`{name}!` behind a path\nhelp: write it alone, `{name}!(…)`"),
            );
        }
    }

    /// Makes of a `dbg!` what it stands for: one for each argument, in a tuple if there are several. Each holds the
    /// argument's text.
    pub(super) fn shown(&mut self, mac: &mut ExprMacro) -> Option<Expr> {
        let arguments = shown::arguments(&mac.mac)?;
        if self.locals.local_macro(&mac.mac).is_some() {
            return None;
        }
        let mut values = Punctuated::new();
        self.parsed_again(|this, ends| {
            for (mut value, text) in arguments {
                this.argument(&mut value, ends);
                let mut one = mac.mac.clone();
                one.tokens = shown::carried(&value, &text);
                values.push(Expr::Macro(ExprMacro { attrs: Vec::new(), mac: one }));
            }
        });
        let attrs = std::mem::take(&mut mac.attrs);
        if values.len() > 1 {
            let span = Span::mixed_site().located_at(ast::span(&values[0]));
            let paren_token = syn::token::Paren(span);
            return Some(Expr::Tuple(syn::ExprTuple { attrs, paren_token, elems: values }));
        }
        let Some(Expr::Macro(mut one)) = values.into_iter().next() else { return None };
        one.attrs = attrs;
        Some(Expr::Macro(one))
    }

    /// Gives `stringify!` the text that it shows, where its tokens look like control flow: none of it is the body's.
    pub(super) fn stringified(&self, mac: &Macro) -> Option<Expr> {
        let is_std = known::std_name(&mac.path).is_some_and(|name| name == STRINGIFY);
        if !is_std || self.locals.local_macro(mac).is_some() {
            return None;
        }
        let text = shown::text(&mac.tokens)?;
        Some(Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit: Lit::Verbatim(text) }))
    }

    /// Resolves the tokens of any other macro.
    pub(super) fn macro_tokens(&mut self, mac: &mut Macro) {
        self.parsed_again(|this, ends| this.tokens_of(mac, ends));
    }

    /// Resolves what is printed and parsed again: there, a mark on a suspension that an expression
    /// begins with would be the whole expression's.
    fn parsed_again(&mut self, resolve: impl FnOnce(&mut Self, bool)) {
        let ends = std::mem::replace(&mut self.ends, false);
        resolve(self, ends);
        self.ends = ends;
    }

    /// Resolves an argument that is parsed again; a mark on a suspension that is all of it is its own.
    fn argument(&mut self, argument: &mut Expr, ends: bool) {
        let end = match &*argument {
            Expr::Macro(mac) => Some(mac.mac.delimiter.span().close()),
            Expr::Yield(suspension) => suspension.expr.as_ref().and_then(|it| ast::end(it)),
            _ => None,
        };
        self.visit_expr_mut(argument);
        if let (Expr::Yield(suspension), Some(end), true) = (argument, end, ends) {
            suspension.attrs.insert(0, describe::ends_at(end));
        }
    }

    /// `ends` says whether it matters where a suspension ends.
    fn tokens_of(&mut self, mac: &mut Macro, ends: bool) {
        let definition = self.locals.local_macro(mac).map(|known| known.definition);
        match known::parse(mac).filter(|_| definition.is_none()) {
            Some(mut known) => {
                let message = assertions::message(&known, &mac.tokens);
                let named =
                    known.args.iter().filter_map(|arg| Some(arg.name.as_ref()?.to_string()));
                let named = Own { bound: named.collect(), ..Own::default() };
                for arg in &mut known.args {
                    if let Expr::Lit(lit) = &mut arg.expr {
                        let token = match &lit.lit {
                            Lit::Str(text) => Some(text.token()),
                            Lit::Verbatim(token) => Some(token.clone()),
                            _ => None,
                        };
                        if let Some(token) =
                            token.and_then(|token| self.captures(&token, Some(&named)))
                        {
                            lit.lit = Lit::Verbatim(token);
                        }
                    } else {
                        self.argument(&mut arg.expr, ends);
                    }
                }
                if let Some(pattern) = &mut known.pattern {
                    self.scoped(|this| this.arm_pattern(pattern, &Value::Unknown));
                }
                known.args.extend(message);
                mac.tokens = known.tokens();
            }
            None if definition.is_none()
                && known::std_name(&mac.path).is_some_and(|name| name == STRINGIFY) => {}
            None => {
                self.leaves |= match definition {
                    Some(it) => it.returns || it.breaks || it.leaves,
                    None => leaving::may_leave(mac),
                };
                mac.tokens = self.opaque(std::mem::take(&mut mac.tokens), None);
            }
        }
    }

    /// Notes which locals a `macro_rules!` of the body captures.
    pub(super) fn local_macro(&mut self, item: &mut ItemMacro) {
        let before: Vec<_> =
            self.locals.iter().filter(|local| self.locals[*local].mentioned).collect();
        for local in &before {
            self.locals[*local].mentioned = false;
        }
        let mut own = Own::default();
        item.mac.tokens = self.opaque(std::mem::take(&mut item.mac.tokens), Some(&mut own));
        let mentioned = self.locals.iter().filter(|local| self.locals[*local].mentioned).collect();
        for local in before {
            self.locals[local].mentioned = true;
        }
        if let Some(name) = &item.ident {
            let rules = item.mac.tokens.clone();
            let (body, makes_closure) = (sole_body(&rules), ends_in_closure(&rules));
            let definition = Definition::of(&rules);
            let known = LocalMacro { mentioned, rules, body, makes_closure, definition };
            self.locals.macros.insert(name.to_string(), known);
        }
    }

    /// Respells each token that could be a local; `own` has what a macro's definition has bound itself.
    fn opaque(&mut self, tokens: TokenStream, mut own: Option<&mut Own>) -> TokenStream {
        self.opaque = true;
        let mut out = Vec::new();
        let mut after_dot = false;
        let mut after_quote = false;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is_own =
                own.as_mut().is_some_and(|own| own.reads(out.last(), &token, tokens.peek()));
            let token = match token {
                TokenTree::Group(group) if self.is_shown(&out) => shown::group(group, &mut out),
                TokenTree::Group(group) => {
                    let mut inner = own.as_deref().map(Own::inner);
                    let stream = self.opaque(group.stream(), inner.as_mut());
                    let mut inner = Group::new(group.delimiter(), stream);
                    inner.set_span(group.span());
                    TokenTree::Group(inner)
                }
                TokenTree::Ident(ident)
                    if !(after_dot
                        || after_quote
                        || is_own
                        || names_field(out.last(), tokens.peek())) =>
                {
                    TokenTree::Ident(self.opaque_ident(ident))
                }
                TokenTree::Literal(literal) => {
                    let replaced = self.captures(&literal, own.as_deref());
                    TokenTree::Literal(replaced.unwrap_or(literal))
                }
                other => other,
            };
            after_quote = is_punct(&token, '\'');
            after_dot = match &token {
                TokenTree::Punct(punct) if punct.as_char() == '.' => !after_dot,
                _ => false,
            };
            out.push(token);
        }
        out.into_iter().collect()
    }

    /// Tells whether tokens end in front of what `stringify!` shows.
    fn is_shown(&self, before: &[TokenTree]) -> bool {
        matches!(before, [.., TokenTree::Ident(name), not] if name == STRINGIFY && is_punct(not, '!'))
            && !self.locals.macros.contains_key(STRINGIFY)
    }

    fn opaque_ident(&mut self, mut ident: Ident) -> Ident {
        self.mention(&mut ident);
        ident
    }

    /// Respells the captures of a format string.
    fn captures(
        &mut self,
        literal: &proc_macro2::Literal,
        own: Option<&Own>,
    ) -> Option<proc_macro2::Literal> {
        replace_captures(literal, &mut |name| {
            if own.is_some_and(|own| own.has(name)) {
                return None;
            }
            let local = self.lookup_name(name)?;
            self.locals[local].mentioned = true;
            Some(self.locals.ident(local).to_string())
        })
    }
}

/// The names that the definition of a `macro_rules!` has bound itself so far, by `let name = …;`: by
/// hygiene, what comes after it in the same group is not the body's local of that name.
#[derive(Default)]
struct Own {
    bound: Vec<String>,
    /// Whether the `let` of a statement, or its `mut`, was the last token.
    after_let: bool,
    /// The name of a `let` that has not come to its end: its value still sees what is older.
    next: Option<String>,
}

impl Own {
    /// What a group begins with; what is bound in it ends with it.
    fn inner(&self) -> Self {
        Self { bound: self.bound.clone(), ..Self::default() }
    }

    fn has(&self, name: &str) -> bool {
        self.bound.iter().any(|bound| bound == name)
    }

    /// Reads the next token between its neighbours; tells whether it is a name that is no local's.
    fn reads(
        &mut self,
        before: Option<&TokenTree>,
        token: &TokenTree,
        after: Option<&TokenTree>,
    ) -> bool {
        let after_let = std::mem::take(&mut self.after_let);
        match token {
            TokenTree::Ident(ident) if ident == "let" => {
                // That of an `if let` is over with the branch.
                self.after_let = match before {
                    None => true,
                    Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
                    Some(token) => is_punct(token, ';'),
                };
                false
            }
            TokenTree::Ident(ident) if after_let && ident == "mut" => {
                self.after_let = true;
                false
            }
            TokenTree::Ident(ident) if after_let && after.is_some_and(ends_name) => {
                self.next = Some(ident.to_string());
                true
            }
            TokenTree::Ident(ident) => {
                before.is_some_and(|before| is_punct(before, '$')) || self.has(&ident.to_string())
            }
            token => {
                if is_punct(token, ';') {
                    self.bound.extend(self.next.take());
                }
                false
            }
        }
    }
}

/// Tells whether a name between two tokens is a field's: the first in a group or behind a comma, and in front
/// of a colon.
fn names_field(before: Option<&TokenTree>, after: Option<&TokenTree>) -> bool {
    before.is_none_or(|token| is_punct(token, ','))
        && matches!(after, Some(TokenTree::Punct(punct))
            if punct.as_char() == ':' && punct.spacing() == Spacing::Alone)
}

/// Tells whether a token comes after the name of a `let` that has no other pattern.
fn ends_name(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => match punct.as_char() {
            '=' | ';' => true,
            ':' => punct.spacing() == Spacing::Alone,
            _ => false,
        },
        _ => false,
    }
}

/// Returns the argument of a macro that has none but a name: that is quicker to tell than to parse.
fn sole_name(mac: &Macro) -> Option<Expr> {
    let mut tokens = mac.tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(token @ TokenTree::Ident(_)), None) => {
            syn::parse2(TokenStream::from(token)).ok().map(ast::name)
        }
        _ => None,
    }
}

/// Returns what a `macro_rules!` of one rule without parameters stands for.
fn sole_body(rules: &TokenStream) -> Option<Expr> {
    let tokens: Vec<_> = rules.clone().into_iter().collect();
    let rule = match &tokens[..] {
        [rule @ .., semi] if is_punct(semi, ';') => rule,
        rule => rule,
    };
    match rule {
        [TokenTree::Group(params), _, _, TokenTree::Group(body)] if params.stream().is_empty() => {
            let stmts = body.stream();
            syn::parse2(quote::quote!({ #stmts })).ok()
        }
        _ => None,
    }
}

/// Tells whether a rule of a `macro_rules!` stands for a closure.
fn ends_in_closure(rules: &TokenStream) -> bool {
    let rules: Vec<_> = rules.clone().into_iter().collect();
    rules.windows(2).any(|pair| match pair {
        [TokenTree::Punct(arrow), TokenTree::Group(body)] if arrow.as_char() == '>' => {
            is_closure(body.stream())
        }
        _ => false,
    })
}

/// Tells whether the last of some statements is a closure.
fn is_closure(stmts: TokenStream) -> bool {
    let tokens: Vec<_> = stmts.into_iter().collect();
    let tail = tokens.rsplit(|token| is_punct(token, ';')).next().unwrap_or_default();
    match tail {
        [TokenTree::Group(block)] if block.delimiter() == Delimiter::Brace => {
            is_closure(block.stream())
        }
        [TokenTree::Ident(first), second, ..] => first == "move" && is_punct(second, '|'),
        [first, ..] => is_punct(first, '|'),
        [] => false,
    }
}

/// Tells whether an item is a `macro_rules!`, which sees the locals before it.
pub fn is_local_macro(item: &Item) -> bool {
    matches!(item, Item::Macro(item) if item.mac.path.is_ident("macro_rules"))
}
