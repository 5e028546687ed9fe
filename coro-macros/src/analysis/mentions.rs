//! Where a local is mentioned next.
//!
//! In: the lowered body. Out: the place of a mention that control may come to from a block's start.
//! A local that may have lost its value before it is saved is in error where it is mentioned again,
//! and not where it is saved.

use std::collections::VecDeque;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{
    Expr,
    visit::{self, Visit},
};

use crate::{
    ir::{BlockId, Body, Marker},
    resolve::{
        format::replace_captures,
        names::{Local, Locals},
    },
};

/// What searches have found out about the blocks so far.
pub struct NextMentions<'a> {
    body: &'a Body,
    locals: &'a Locals,
    blocks: Vec<Option<Mentions<'a>>>,
}

impl<'a> NextMentions<'a> {
    /// Starts with nothing.
    pub fn new(body: &'a Body, locals: &'a Locals) -> Self {
        Self { body, locals, blocks: body.blocks.iter().map(|_| None).collect() }
    }

    /// Finds the first mention of `local` in `block`, where control comes from `from`, or in the nearest
    /// block after it. A mention that control comes to again is none: it may be what took the value.
    pub fn find(&mut self, from: BlockId, block: BlockId, local: Local) -> Option<Span> {
        let mut seen = vec![false; self.blocks.len()];
        let mut queue = VecDeque::from([block]);
        while let Some(block) = queue.pop_front() {
            if std::mem::replace(&mut seen[block.0], true) {
                continue;
            }
            let Mentions { found, next, .. } = self.block(block);
            if let Some(span) = found[local.0] {
                return (block > from).then_some(span);
            }
            queue.extend(next);
        }
        None
    }

    fn block(&mut self, block: BlockId) -> &Mentions<'a> {
        let Self { body, locals, blocks } = self;
        blocks[block.0].get_or_insert_with(|| {
            let found = vec![None; locals.len()];
            let mut mentions = Mentions { locals, body, found, next: Vec::new() };
            for stmt in &body.blocks[block.0].code {
                mentions.visit_stmt(stmt);
            }
            mentions
        })
    }
}

/// The mentions in a block.
struct Mentions<'a> {
    locals: &'a Locals,
    body: &'a Body,
    /// For each local, the first.
    found: Vec<Option<Span>>,
    /// Where control goes from the block.
    next: Vec<BlockId>,
}

impl Mentions<'_> {
    fn mention(&mut self, local: Option<Local>, span: impl FnOnce() -> Span) {
        if let Some(local) = local {
            self.found[local.0].get_or_insert_with(span);
        }
    }
}

impl Visit<'_> for Mentions<'_> {
    fn visit_ident(&mut self, ident: &Ident) {
        self.mention(self.locals.get(ident), || ident.span());
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match Marker::parse(expr) {
            Some(Marker::Suspend(id)) => self.next.push(self.body.suspends[id.0].resume),
            Some(Marker::Goto(block, _)) => self.next.push(block),
            Some(_) => {}
            None => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        self.visit_expr(&expr.right);
        // An assignment as a whole needs no value.
        if !matches!(&*expr.left, Expr::Path(_)) {
            self.visit_expr(&expr.left);
        }
    }

    fn visit_token_stream(&mut self, tokens: &TokenStream) {
        for token in tokens.clone() {
            match token {
                TokenTree::Group(group) => self.visit_token_stream(&group.stream()),
                TokenTree::Ident(ident) => self.visit_ident(&ident),
                TokenTree::Literal(literal) => {
                    let locals = self.locals;
                    replace_captures(&literal, &mut |name| {
                        self.mention(locals.by_spelling(name), || literal.span());
                        None
                    });
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}
