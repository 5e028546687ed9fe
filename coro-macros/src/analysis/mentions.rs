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

/// Finds the first mention of `local` in `block`, where control comes from `from`, or in the nearest
/// block after it. A mention that control comes to again is none: it may be what took the value.
pub fn next_mention(
    body: &Body,
    from: BlockId,
    block: BlockId,
    local: Local,
    locals: &Locals,
) -> Option<Span> {
    let mut seen = vec![false; body.blocks.len()];
    let mut queue = VecDeque::from([block]);
    while let Some(block) = queue.pop_front() {
        if std::mem::replace(&mut seen[block.0], true) {
            continue;
        }
        let mut scan = Mentions { local, locals, found: None, body, next: Vec::new() };
        for stmt in &body.blocks[block.0].code {
            scan.visit_stmt(stmt);
        }
        if let Some(span) = scan.found {
            return (block > from).then_some(span);
        }
        queue.extend(scan.next);
    }
    None
}

struct Mentions<'a> {
    local: Local,
    locals: &'a Locals,
    body: &'a Body,
    found: Option<Span>,
    next: Vec<BlockId>,
}

impl Mentions<'_> {
    fn mention(&mut self, found: bool, span: Span) {
        if found && self.found.is_none() {
            self.found = Some(span);
        }
    }
}

impl Visit<'_> for Mentions<'_> {
    fn visit_ident(&mut self, ident: &Ident) {
        self.mention(self.locals.get(ident) == Some(self.local), ident.span());
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
                    let mut found = false;
                    replace_captures(&literal, &mut |name| {
                        found |= self.locals.by_spelling(name) == Some(self.local);
                        None
                    });
                    self.mention(found, literal.span());
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}
