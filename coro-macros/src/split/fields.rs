//! `&mut self` of which only fields are used becomes a reference to each field.
//!
//! In: the resolved body of a coroutine that yields borrows of what a parameter `&mut T` refers to. Out:
//! the same body, which begins with `let left = &mut self.left;` and so on, and says `*left` for
//! `self.left`. A borrow of one field may then outlive a suspension while the others are still used,
//! as it may in a function: the reference to the whole, which would have to be moved, is not used any more.
//! A field that is only looked at becomes a shared reference: what it lends does not keep others from looking.

use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    Block, Expr, ExprLet, ExprMatch, Lifetime, Lit, Member, Pat, PointerMutability, Type, UnOp,
    spanned::Spanned,
};

use super::{uses::split_index, whole};
use crate::{
    analysis::moves::{looks, surely_looks},
    assignee::each_place,
    known,
    resolve::{
        knowledge::Knowledge,
        names::{Local, Locals},
    },
    returns::ungroup,
    scan::{is_compound_assignment, is_punct},
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Splits a parameter of the given type, if what the coroutine yields may borrow from it.
pub fn split(body: &mut Block, param: Local, ty: &Type, output: &Type, locals: &mut Locals) {
    let Type::Reference(reference) = ungroup(ty) else { return };
    if reference.mutability.is_none() || !borrows(output, reference.lifetime.as_ref()) {
        return;
    }
    take_apart(body, param, locals);
}

/// Makes a reference to each field that a body uses of a parameter, if it uses nothing else of it.
pub fn take_apart(body: &mut Block, param: Local, locals: &mut Locals) -> bool {
    let mut fields = Fields {
        locals,
        param,
        found: Vec::new(),
        mutated: Vec::new(),
        unsure: Vec::new(),
        lent: Vec::new(),
        is_looked_into: false,
        parts: Vec::new(),
        whole: false,
    };
    fields.visit_block(body);
    fields.decide();
    if fields.whole || !fields.has_several() {
        return false;
    }
    let span = Span::mixed_site().located_at(locals[param].name.span());
    let whole = locals.ident(param);
    let mut parts = HashMap::new();
    let mut stmts = Vec::new();
    let Fields { found, mutated, .. } = fields;
    for member in found {
        let name = match &member {
            Member::Named(name) => name.clone(),
            Member::Unnamed(index) => Ident::new(&format!("field_{}", index.index), index.span),
        };
        let name = Ident::new(&name.to_string(), Span::mixed_site().located_at(name.span()));
        let local = locals.declare(&name);
        locals[local].knowledge = Knowledge::NoDrop;
        locals[local].mentioned = true;
        locals[local].lent_mutably = mutated.contains(&member);
        let ident = locals.ident(local);
        let mutability = mutated.contains(&member).then(|| quote_spanned!(span=> mut));
        stmts.push(super::parse_stmt(
            quote_spanned!(span=> let #ident = &#mutability #whole.#member;),
        ));
        parts.insert(member, local);
    }
    Replace { locals, param, parts }.visit_block_mut(body);
    body.stmts.splice(0..0, stmts);
    true
}

/// Tells whether a type holds a borrow of this lifetime; without one, of an elided lifetime.
fn borrows(ty: &Type, lifetime: Option<&Lifetime>) -> bool {
    struct Borrows<'a>(Option<&'a Lifetime>, bool);
    impl Visit<'_> for Borrows<'_> {
        fn visit_type_reference(&mut self, ty: &syn::TypeReference) {
            self.1 |= ty.lifetime.is_none() && self.0.is_none();
            visit::visit_type_reference(self, ty);
        }
        fn visit_lifetime(&mut self, lifetime: &Lifetime) {
            self.1 |= match self.0 {
                Some(expected) => lifetime.ident == expected.ident,
                None => lifetime.ident == "_",
            };
        }
    }
    let mut scan = Borrows(lifetime, false);
    scan.visit_type(ty);
    scan.1
}

/// Collects the fields that are mentioned, and whether the parameter is mentioned in another way.
struct Fields<'a> {
    locals: &'a Locals,
    param: Local,
    found: Vec<Member>,
    /// Those that something may mutate.
    mutated: Vec<Member>,
    /// Those of which a method is called that may mutate them, or only look.
    unsure: Vec<Member>,
    /// Those that are borrowed, or gone over.
    lent: Vec<Member>,
    /// Whether what comes next is looked into by a method or a pattern, as what `get` of a list gives is.
    is_looked_into: bool,
    /// The fields of fields.
    parts: Vec<Option<Member>>,
    whole: bool,
}

impl Fields<'_> {
    /// Tells whether there are several fields, or one of which nothing but several fields are used.
    fn has_several(&self) -> bool {
        let is_other = |part: &Option<Member>| *part != self.parts[0];
        match self.found.len() {
            0 => false,
            1 => !self.parts.contains(&None) && self.parts.iter().any(is_other),
            _ => true,
        }
    }

    /// Tells whether an expression is the parameter, or what it refers to.
    fn is_base(&self, expr: &Expr) -> bool {
        is_base(expr, self.param, self.locals)
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                token if is_base_token(&token, self.param, self.locals) => {
                    let field = field_after(&mut tokens);
                    // `self.name(…)` calls a method.
                    let called = is_call(tokens.peek());
                    match field {
                        Some((member, _)) if !called => {
                            if matches!(tokens.peek(), Some(token) if is_punct(token, '.')) {
                                self.mutated.push(member.clone());
                            }
                            let mut behind = tokens.clone();
                            let part = field_after(&mut behind).map(|(part, _)| part);
                            self.parts.push(part.filter(|_| !is_call(behind.peek())));
                            self.add(member);
                        }
                        _ => self.whole = true,
                    }
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    let spelled = self.locals.ident(self.param).to_string();
                    self.whole |= literal.to_string().contains(&spelled);
                }
                _ => {}
            }
        }
    }

    /// Returns the field that a place is part of.
    fn field_of(&self, place: &Expr) -> Option<Member> {
        match place {
            Expr::Field(field) if self.is_base(&field.base) => Some(field.member.clone()),
            Expr::Field(field) => self.field_of(&field.base),
            Expr::Index(index) => self.field_of(&index.expr),
            Expr::Paren(paren) => self.field_of(&paren.expr),
            Expr::Unary(unary) => self.field_of(&unary.expr),
            _ => None,
        }
    }

    /// Takes a place that is mutated, or may be.
    fn mutates(&mut self, place: &Expr) {
        self.mutated.extend(self.field_of(place));
    }

    /// Takes a receiver that a method may mutate, by its name.
    fn calls(&mut self, call: &syn::ExprMethodCall, is_looked_into: bool) {
        let (method, field) = (call.method.to_string(), self.field_of(&call.receiver));
        if surely_looks(&method) {
            self.lent.extend(field);
        } else if !looks(&method) {
            self.mutated.extend(field);
        } else if !is_looked_into {
            self.unsure.extend(field);
        }
    }

    /// What is lent is not mutated in between, as long as its methods may only look.
    fn decide(&mut self) {
        let Self { lent, mutated, unsure, .. } = self;
        mutated.extend(unsure.drain(..).filter(|it| !lent.contains(it)));
    }

    /// Takes the arguments of a call: a field among them may be a `&mut` that is borrowed again.
    fn passes<'a>(&mut self, args: impl IntoIterator<Item = &'a Expr>) {
        for arg in args {
            if matches!(arg, Expr::Field(field) if self.is_base(&field.base)) {
                self.mutates(arg);
            }
        }
    }

    fn add(&mut self, member: Member) {
        if !self.found.contains(&member) {
            self.found.push(member);
        }
    }
}

/// Tells whether a token behind a name calls it.
fn is_call(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
}

/// Tells whether an expression is a local, or what it refers to.
fn is_base(expr: &Expr, local: Local, locals: &Locals) -> bool {
    match expr {
        Expr::Paren(paren) => is_base(&paren.expr, local, locals),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
            whole(&unary.expr, locals) == Some(local)
        }
        expr => whole(expr, locals) == Some(local),
    }
}

/// As [`is_base`], of the name, or `(*name)`, in a macro's tokens.
fn is_base_token(token: &TokenTree, local: Local, locals: &Locals) -> bool {
    match token {
        TokenTree::Ident(ident) => locals.get(ident) == Some(local),
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            let mut inside = group.stream().into_iter();
            let star = inside.next().is_some_and(|star| is_punct(&star, '*'));
            let name = inside.next();
            let is_name =
                matches!(&name, Some(TokenTree::Ident(name)) if locals.get(name) == Some(local));
            star && is_name && inside.next().is_none()
        }
        _ => false,
    }
}

/// Reads the field after a name, and what follows it: `.1` of `self.0.1`, which is lexed as one number.
fn field_after(
    tokens: &mut std::iter::Peekable<impl Iterator<Item = TokenTree>>,
) -> Option<(Member, Option<usize>)> {
    tokens.next_if(|token| matches!(token, TokenTree::Punct(dot) if dot.as_char() == '.'))?;
    let is_field = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Literal(literal) => {
            literal.to_string().starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    };
    match tokens.next_if(is_field)? {
        TokenTree::Ident(name) => Some((Member::Named(name), None)),
        literal => {
            let (index, rest) = split_index(&literal.to_string());
            let index = syn::Index { index: u32::try_from(index).ok()?, span: literal.span() };
            Some((Member::Unnamed(index), rest))
        }
    }
}

impl Visit<'_> for Fields<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let is_looked_into = std::mem::take(&mut self.is_looked_into);
        match expr {
            Expr::Field(field) if self.is_base(&field.base) => {
                self.parts.push(None);
                return self.add(field.member.clone());
            }
            Expr::Field(part) => {
                if let Expr::Field(field) = &*part.base {
                    if self.is_base(&field.base) {
                        self.parts.push(Some(part.member.clone()));
                        return self.add(field.member.clone());
                    }
                }
            }
            Expr::Assign(assign) => each_place(&assign.left, &mut |place| self.mutates(place)),
            Expr::Binary(binary) if is_compound_assignment(&binary.op) => {
                self.mutates(&binary.left);
            }
            Expr::Reference(reference) if reference.mutability.is_some() => {
                self.mutates(&reference.expr);
            }
            Expr::RawAddr(address) if matches!(address.mutability, PointerMutability::Mut(_)) => {
                self.mutates(&address.expr);
            }
            Expr::Reference(reference) => self.lent.extend(self.field_of(&reference.expr)),
            Expr::MethodCall(call) => {
                self.calls(call, is_looked_into);
                self.passes(&call.args);
                self.is_looked_into = true;
            }
            Expr::Call(call) => {
                self.mutates(&call.func);
                self.passes(&call.args);
            }
            // What they bind may be a reference.
            Expr::Match(ExprMatch { expr, .. }) | Expr::Let(ExprLet { expr, .. }) => {
                self.mutates(expr);
                self.is_looked_into = true;
            }
            _ => {}
        }
        self.whole |= whole(expr, self.locals) == Some(self.param);
        visit::visit_expr(self, expr);
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        let by_value = matches!(&stmt.pat, Pat::Ident(pat) if pat.by_ref.is_none());
        if let Some(init) = stmt.init.as_ref().filter(|_| !by_value) {
            self.mutates(&init.expr);
            self.is_looked_into = true;
        }
        visit::visit_local(self, stmt);
        self.is_looked_into = false;
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if let Some(known) = known::parse(mac) {
            let first = known.args.first().map(|arg| &arg.expr);
            let binds = known.pattern.iter().any(|pat| !self.locals.bound_by(pat).is_empty());
            if let Some(place) = first.filter(|_| known.kind == known::Kind::Write || binds) {
                self.mutates(place);
            }
            known.exprs().for_each(|expr| self.visit_expr(expr));
        } else if known::is_delegation(mac) {
            self.tokens(mac.tokens.clone());
        } else {
            let spelled = self.locals.ident(self.param).to_string();
            self.whole |= mac.tokens.to_string().contains(&spelled);
        }
    }

    fn visit_expr_lit(&mut self, literal: &syn::ExprLit) {
        // What a format string captures.
        if let Lit::Str(text) = &literal.lit {
            self.whole |= text.value().contains(&self.locals.ident(self.param).to_string());
        }
    }

    fn visit_item(&mut self, item: &syn::Item) {
        let spelled = self.locals.ident(self.param).to_string();
        self.whole |= item.to_token_stream().to_string().contains(&spelled);
    }
}

/// Says `*field` for each field.
struct Replace<'a> {
    locals: &'a Locals,
    param: Local,
    parts: HashMap<Member, Local>,
}

impl Replace<'_> {
    fn field(&self, member: &Member, at: Span) -> TokenStream {
        let span = Span::mixed_site().located_at(at);
        let part = self.parts[member];
        let ident = self.locals.ident_at(part, self.locals[part].name.span().located_at(at));
        quote_spanned!(span=> (*#ident))
    }

    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut out = TokenStream::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                token if is_base_token(&token, self.param, self.locals) => {
                    let (member, rest) =
                        field_after(&mut tokens).expect("only fields are mentioned");
                    out.extend(self.field(&member, token.span()));
                    if let Some(rest) = rest {
                        let rest = proc_macro2::Literal::usize_unsuffixed(rest);
                        out.extend(quote!(.#rest));
                    }
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.tokens(group.stream()));
                    inner.set_span(group.span());
                    out.extend(quote!(#inner));
                }
                other => out.extend(std::iter::once(other)),
            }
        }
        out
    }
}

impl VisitMut for Replace<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Field(field) = expr {
            if is_base(&field.base, self.param, self.locals) {
                let tokens = self.field(&field.member, field.member.span());
                *expr = match syn::parse2(tokens).expect("generated syntax is valid") {
                    Expr::Paren(paren) => *paren.expr,
                    other => other,
                };
                return;
            }
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if known::parse(mac).is_some() || known::is_delegation(mac) {
            mac.tokens = self.tokens(std::mem::take(&mut mac.tokens));
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
