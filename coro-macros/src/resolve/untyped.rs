//! Locals whose type the code before a suspension does not tell.
//!
//! In: the resolved body. Out: the locals that begin as `None`, as what is collected or parsed, or as something else
//! whose type is only decided later, and are not mentioned again before a suspension. Looking at such a type would
//! decide it, so it is carried without a look.

use std::collections::BTreeMap;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Expr, Pat};

use super::{
    knowledge::Knowledge,
    names::{Local, Locals},
};
use crate::{
    scan,
    visit::{self, Visit},
};

/// Marks the locals whose types are not to be looked at.
pub fn mark(body: &Block, locals: &mut Locals) {
    let mut empty = Empty { locals, found: BTreeMap::new() };
    empty.visit_block(body);
    let mut found = empty.found;
    if found.is_empty() {
        return;
    }
    let mut unknown = Vec::new();
    search(body.to_token_stream(), locals, &mut found, &mut unknown);
    for local in unknown {
        locals[local].knowledge = Knowledge::Closure;
    }
}

/// Finds `let x = None;` and its kin.
struct Empty<'a> {
    locals: &'a Locals,
    found: Found,
}

/// Locals that begin with an open type, each with the mentions that make it begin: its declaration, and what
/// assigns it its first value.
type Found = BTreeMap<Local, u8>;

impl Empty<'_> {
    fn binding(&mut self, pat: &Pat, value: &Expr) {
        match (pat, value) {
            (Pat::Ident(pat), value) if is_open(value) => {
                self.found.extend(self.locals.get(&pat.ident).map(|local| (local, 1)));
            }
            (Pat::Tuple(pat), Expr::Tuple(value)) if pat.elems.len() == value.elems.len() => {
                for (pat, value) in pat.elems.iter().zip(&value.elems) {
                    self.binding(pat, value);
                }
            }
            _ => {}
        }
    }
}

impl Visit<'_> for Empty<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        if let Some(init) = &stmt.init {
            self.binding(&stmt.pat, &init.expr);
        }
        visit::visit_local(self, stmt);
    }
    /// A tuple whose parts are locals is assigned apart.
    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        if let (Expr::Tuple(left), Expr::Tuple(right)) = (&*expr.left, &*expr.right) {
            let open = left.elems.iter().zip(&right.elems).filter(|(_, value)| is_open(value));
            let parts = open.filter_map(|(part, _)| self.locals.of_expr(part));
            self.found.extend(parts.map(|part| (part, 2)));
        }
        visit::visit_expr_assign(self, expr);
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether it depends on a type that a value does not show whether the value is a copy.
fn is_open(value: &Expr) -> bool {
    let last = |path: &syn::Path| {
        let last = path.segments.last().filter(|last| last.arguments.is_none());
        last.map(|last| last.ident.to_string())
    };
    match value {
        Expr::Path(path) => last(&path.path).is_some_and(|name| name == "None"),
        Expr::Tuple(tuple) => tuple.elems.iter().any(is_open),
        Expr::Array(array) => array.elems.iter().all(is_open),
        Expr::Call(call) => {
            match &*call.func {
                Expr::Path(path) => match last(&path.path).as_deref() {
                    Some("Ok" | "Err") => true,
                    Some("default") => path.path.segments.first().is_some_and(|first| {
                        first.ident == "Default" || path.path.segments.len() > 2
                    }),
                    Some("Some") => call.args.iter().any(is_open),
                    _ => false,
                },
                _ => false,
            }
        }
        // What decides the type of these is what takes them.
        Expr::MethodCall(call) if call.turbofish.is_none() => {
            match call.method.to_string().as_str() {
                method if scan::gives_what_is_wanted(method) => true,
                "unwrap" | "expect" | "ok" | "unwrap_or_default" => is_open(&call.receiver),
                _ => false,
            }
        }
        Expr::Try(value) => is_open(&value.expr),
        Expr::Paren(value) => is_open(&value.expr),
        _ => false,
    }
}

/// Walks the text: which comes first, a suspension or a mention? What is assigned to is mentioned behind the
/// value.
fn search(tokens: TokenStream, locals: &Locals, open: &mut Found, unknown: &mut Vec<Local>) {
    let mut assigned = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => search(group.stream(), locals, open, unknown),
            TokenTree::Ident(ident) if ident == "yield" => {
                let begun = open.iter().filter(|(_, mentions)| **mentions == 0);
                unknown.extend(begun.map(|(local, _)| *local));
                open.retain(|_, mentions| *mentions > 0);
            }
            TokenTree::Ident(ident) => {
                let Some(local) = locals.get(&ident) else { continue };
                match open.get_mut(&local) {
                    Some(mentions) if *mentions > 0 => *mentions -= 1,
                    Some(_) if is_assigned(tokens.clone()) => assigned.push(local),
                    Some(_) if asks_variant(&mut tokens) => {}
                    _ => {
                        open.remove(&local);
                    }
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => {
                assigned.drain(..).for_each(|local| {
                    open.remove(&local);
                });
            }
            _ => {}
        }
    }
    for local in assigned {
        open.remove(&local);
    }
}

/// Tells whether what follows a name makes it a place that is assigned to.
fn is_assigned(mut tokens: std::iter::Peekable<proc_macro2::token_stream::IntoIter>) -> bool {
    while tokens.next_if(|token| scan::is_punct(token, '.')).is_some() {
        tokens.next();
    }
    matches!(tokens.next(), Some(TokenTree::Punct(punct))
        if punct.as_char() == '=' && punct.spacing() == Spacing::Alone)
}

/// Tells whether what follows a name only asks which variant it is: `.is_some()` and its kin.
fn asks_variant(tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>) -> bool {
    if tokens.next_if(|token| scan::is_punct(token, '.')).is_none() {
        return false;
    }
    matches!(tokens.peek(), Some(TokenTree::Ident(name))
        if ["is_some", "is_none", "is_ok", "is_err"].iter().any(|method| name == method))
}
