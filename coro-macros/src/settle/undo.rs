//! Which branches are settled.
//!
//! In: one conflict after the other. Out: the body in which each was settled that could be. A branch that is
//! taken apart all the same, for another local's sake, is left as the user wrote it: where its arms jump, what
//! is left of each local is known.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Block, Expr,
    visit::{self, Visit},
};

use crate::{
    params::Params,
    resolve::names::{Labels, Local, Locals},
    scan,
};

/// What was settled so far.
#[derive(Default)]
pub struct Settled {
    /// The body before that.
    original: Option<(Block, Locals)>,
    /// The locals, and what the second local of each is called.
    done: Vec<(Local, String)>,
    /// Those that need not be tried again.
    tried: Vec<Local>,
    /// Those whose branches are taken apart.
    apart: Vec<Local>,
}

impl Settled {
    /// Settles what only some paths leave of a local; tells whether it could.
    pub fn settle(
        &mut self,
        body: &mut Block,
        params: &Params,
        local: Local,
        locals: &mut Locals,
        labels: &mut Labels,
    ) -> bool {
        // Lowering's own locals have no scope in the source.
        if local.0 >= locals.len() || self.tried.contains(&local) || self.apart.contains(&local) {
            return false;
        }
        self.tried.push(local);
        let before = self.original.is_none().then(|| (body.clone(), locals.clone()));
        let Some(left) = super::settle(body, params, local, locals, labels) else { return false };
        self.original = self.original.take().or(before);
        self.done.push((local, locals.ident(left).to_string()));
        true
    }

    /// Starts again where a settled branch was marked to be taken apart.
    pub fn undo_forced(&mut self, body: &mut Block, locals: &mut Locals) {
        let mut forced = Forced { done: &self.done, found: Vec::new() };
        if !self.done.is_empty() {
            forced.visit_block(body);
        }
        let found = forced.found;
        if found.is_empty() {
            return;
        }
        if let Some((original, original_locals)) = self.original.take() {
            (*body, *locals) = (original, original_locals);
        }
        self.apart.extend(found);
        self.done.clear();
        self.tried.clear();
    }
}

/// Finds second locals that are given their values in what is taken apart.
struct Forced<'a> {
    done: &'a [(Local, String)],
    found: Vec<Local>,
}

/// The names in tokens, and those of them that a `let` begins with.
#[derive(Default)]
struct Mentions {
    names: BTreeSet<String>,
    declared: BTreeSet<String>,
}

impl Mentions {
    fn read(&mut self, tokens: TokenStream) {
        let mut after_let = false;
        for token in tokens {
            let is_let = matches!(&token, TokenTree::Ident(word) if word == "let");
            match token {
                TokenTree::Group(group) => self.read(group.stream()),
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    if after_let {
                        self.declared.insert(name.clone());
                    }
                    self.names.insert(name);
                }
                _ => {}
            }
            after_let = is_let;
        }
    }
}

impl Visit<'_> for Forced<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let goes_apart = matches!(
            expr,
            Expr::If(_)
                | Expr::Match(_)
                | Expr::Binary(_)
                | Expr::Loop(_)
                | Expr::While(_)
                | Expr::ForLoop(_)
                | Expr::Block(_)
        );
        if goes_apart && scan::needs_lowering(expr) {
            let mut mentions = Mentions::default();
            mentions.read(expr.to_token_stream());
            // What holds the declaration is the scope of both.
            let within =
                |left: &String| mentions.names.contains(left) && !mentions.declared.contains(left);
            let found = self.done.iter().filter(|(_, left)| within(left));
            self.found.extend(found.map(|(local, _)| *local));
        }
        visit::visit_expr(self, expr);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}
