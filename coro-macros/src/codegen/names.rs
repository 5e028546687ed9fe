//! Source names for the output.
//!
//! In: code in which locals and labels have their unique spelling. Out: the same code with the names
//! that the layout gave them, spans untouched; and what was met on the way.

use std::cell::OnceCell;

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::{Member, Token};

use crate::{
    analysis::LocalSet,
    args::Krate,
    resolve::{
        assertions,
        format::replace_captures,
        names::{Labels, Local, Locals},
        shown,
    },
    scan,
};

/// Gives locals and labels their names.
pub fn restore(tokens: TokenStream, locals: &Locals, labels: &Labels) -> TokenStream {
    Restore::new(locals, labels, None, None).tokens(tokens)
}

/// Gives the locals and labels of some code their names.
pub struct Restore<'a> {
    locals: &'a Locals,
    labels: &'a Labels,
    resume_label: Option<&'a Ident>,
    /// The path of `coro_core`, where the code is to be compiled.
    krate: Option<&'a Krate>,
    /// Whether the tokens that were read last are those of a `dbg!` that shows another text than its argument's.
    shows: bool,
    /// The locals that the code mentions.
    pub mentioned: LocalSet,
    /// The locals that it binds again, `let local = local`.
    pub rebound: LocalSet,
    /// Whether it leaves with the return value.
    pub returns: bool,
}

impl<'a> Restore<'a> {
    /// Starts with no code. A `break` to `resume_label` leaves with the return value.
    pub fn new(
        locals: &'a Locals,
        labels: &'a Labels,
        resume_label: Option<&'a Ident>,
        krate: Option<&'a Krate>,
    ) -> Self {
        let none = LocalSet::new(locals.len());
        let (mentioned, rebound) = (none.clone(), none);
        let (shows, returns) = (false, false);
        Self { locals, labels, resume_label, krate, shows, mentioned, rebound, returns }
    }

    fn mention(&mut self, spelling: &str) -> Option<Local> {
        let local = self.locals.by_spelling(spelling)?;
        self.mentioned.insert(local);
        Some(local)
    }

    /// Gives an identifier its name.
    pub fn ident(&mut self, ident: &mut Ident) {
        let text = ident.to_string();
        if !text.starts_with("__coro") {
            return;
        }
        if let Some(local) = self.mention(&text) {
            *ident = named(self.locals.display(local), ident.span());
        } else if let Some(label) = self.labels.display(&text) {
            *ident = named(label, ident.span());
        }
    }

    /// Gives a field that is named by a local alone its own name, and writes the local out where it has
    /// another: `S { x }`, `S { x: x_1 }`.
    pub fn shorthand(&self, member: &mut Member, colon: &mut Option<Token![:]>) {
        let (Member::Named(name), None) = (&mut *member, &colon) else { return };
        let Some(local) = self.locals.get(name) else { return };
        let (field, shown) = (self.locals[local].name.to_string(), self.locals.display(local));
        // `gen` and `r#gen` are one name.
        let is_same = field == *shown || shown.strip_prefix("r#") == Some(&field);
        if !is_same {
            *colon = Some(Token![:](Span::mixed_site().located_at(name.span())));
        }
        *name = named(if is_same { shown } else { &field }, name.span());
    }

    /// Notes whether a `let` binds a local again.
    pub fn rebinding(&mut self, stmt: &syn::Local) {
        if let Some(local) = scan::rebound(stmt).and_then(|name| self.locals.get(name)) {
            self.rebound.insert(local);
        }
    }

    /// Notes whether a `break` leaves with the return value.
    pub fn leaving(&mut self, jump: &syn::ExprBreak) {
        let label = jump.label.as_ref().map(|label| &label.ident);
        self.returns |= label.is_some() && label == self.resume_label;
    }

    /// Gives tokens their names.
    pub fn tokens(&mut self, tokens: TokenStream) -> TokenStream {
        // How much of `break 'resume` has been read.
        let mut read = 0;
        let mut restored = Vec::new();
        for token in tokens {
            let mut next = 0;
            let token = match token {
                TokenTree::Group(group) => {
                    let mut stream = group.stream();
                    let fields = group.delimiter() == Delimiter::Brace;
                    if fields && end_type(&restored) {
                        stream = self.shorthands(stream);
                    }
                    let stream = self.tokens(stream);
                    if let Some(krate) = self.shown() {
                        let start = shown::take_path(&mut restored);
                        restored.extend(shown::path(krate, start));
                        restored.push(Punct::new('!', Spacing::Alone).into());
                    }
                    let mut inside = Group::new(group.delimiter(), stream);
                    inside.set_span(group.span());
                    TokenTree::Group(inside)
                }
                TokenTree::Ident(mut ident) => {
                    if ident == "break" {
                        next = 1;
                    } else if read == 2 {
                        self.returns |= Some(&ident) == self.resume_label;
                    }
                    self.ident(&mut ident);
                    TokenTree::Ident(ident)
                }
                TokenTree::Literal(literal) => {
                    let replaced = replace_captures(&literal, &mut |name| {
                        let local = self.mention(name)?;
                        Some(self.locals.display(local).to_owned())
                    });
                    TokenTree::Literal(replaced.unwrap_or(literal))
                }
                TokenTree::Punct(punct) => {
                    if read == 1 && punct.as_char() == '\'' {
                        next = 2;
                    }
                    TokenTree::Punct(punct)
                }
            };
            restored.push(token);
            read = next;
        }
        assertions::settle(&mut restored);
        self.shows = shown::settle(&mut restored, self.krate.is_some());
        restored.into_iter().collect()
    }

    /// The path of `coro_core`, if the tokens that were read last need its macro in the place of `dbg!`.
    pub fn shown(&mut self) -> Option<&'a Krate> {
        self.krate.filter(|_| std::mem::take(&mut self.shows))
    }
}

impl Restore<'_> {
    /// As [`Restore::shorthand`], in the tokens of a struct literal's braces.
    fn shorthands(&self, tokens: TokenStream) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let first = out.last().is_none_or(|token| scan::is_punct(token, ','));
            let last = tokens.peek().is_none_or(|token| scan::is_punct(token, ','));
            if let (TokenTree::Ident(name), true, true) = (&token, first, last) {
                let mut member = Member::Named(name.clone());
                let mut colon = None;
                self.shorthand(&mut member, &mut colon);
                if let (Member::Named(field), Some(_)) = (member, colon) {
                    out.push(field.into());
                    out.push(Punct::new(':', Spacing::Alone).into());
                }
            }
            out.push(token);
        }
        out.into_iter().collect()
    }
}

/// Tells whether tokens in front of braces end with a type's name: `S` or `S<T>`, and no arrow.
fn end_type(tokens: &[TokenTree]) -> bool {
    match tokens {
        [.., before, last] if scan::is_punct(last, '>') => {
            !scan::is_punct(before, '=') && !scan::is_punct(before, '-')
        }
        [.., TokenTree::Ident(ident)] => ident.to_string().starts_with(char::is_uppercase),
        _ => false,
    }
}

/// The identifiers that stand for locals in the output.
pub struct Idents(Vec<LocalIdents>);

struct LocalIdents {
    shown: Ident,
    field: Ident,
    /// Made where it is needed.
    remnant: OnceCell<Ident>,
}

impl Idents {
    /// Makes them, once and for all.
    pub fn of(locals: &Locals) -> Self {
        let idents = locals.iter().map(|local| {
            let span = locals[local].name.span();
            let shown = named(locals.display(local), span);
            let mut field = shown.clone();
            field.set_span(Span::mixed_site().located_at(span));
            LocalIdents { shown, field, remnant: OnceCell::new() }
        });
        Self(idents.collect())
    }

    /// A local where it was declared.
    pub fn shown(&self, local: Local) -> &Ident {
        &self.0[local.0].shown
    }

    /// A local's field.
    pub fn field(&self, local: Local) -> &Ident {
        &self.0[local.0].field
    }

    /// What is left of a local, as `name` names it.
    pub fn remnant(&self, local: Local, name: impl FnOnce() -> Ident) -> &Ident {
        self.0[local.0].remnant.get_or_init(name)
    }
}

/// Makes an identifier, raw where `name` says so.
fn named(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        None => Ident::new(name, span),
    }
}
