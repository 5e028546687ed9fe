//! Locals whose type the code before a suspension does not tell.
//!
//! In: the resolved body. Out: the locals that begin as `None` and are not mentioned again before a
//! suspension. Looking at such a type would decide it, so it is carried without a look.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Block, Expr, Pat,
    visit::{self, Visit},
};

use super::{
    knowledge::Knowledge,
    names::{Local, Locals},
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

/// Finds `let x = None;`.
struct Empty<'a> {
    locals: &'a Locals,
    /// Whether the declaration has been passed.
    found: BTreeMap<Local, bool>,
}

impl Visit<'_> for Empty<'_> {
    fn visit_local(&mut self, stmt: &syn::Local) {
        let (Pat::Ident(pat), Some(init)) = (&stmt.pat, &stmt.init) else {
            return visit::visit_local(self, stmt);
        };
        let is_none = matches!(&*init.expr, Expr::Path(path) if path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "None" && last.arguments.is_none()));
        if is_none {
            self.found.extend(self.locals.get(&pat.ident).map(|local| (local, false)));
        }
        visit::visit_local(self, stmt);
    }
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Walks the text: which comes first, a suspension or a mention?
fn search(
    tokens: TokenStream,
    locals: &Locals,
    open: &mut BTreeMap<Local, bool>,
    unknown: &mut Vec<Local>,
) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => search(group.stream(), locals, open, unknown),
            TokenTree::Ident(ident) if ident == "yield" => {
                let declared = open.iter().filter(|(_, declared)| **declared);
                unknown.extend(declared.map(|(local, _)| *local));
                open.retain(|_, declared| !*declared);
            }
            TokenTree::Ident(ident) => {
                let Some(local) = locals.get(&ident) else { continue };
                match open.get_mut(&local) {
                    Some(declared) if !*declared => *declared = true,
                    _ => {
                        open.remove(&local);
                    }
                }
            }
            _ => {}
        }
    }
}
