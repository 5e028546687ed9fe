//! Where a local is mentioned next.
//!
//! In: the lowered body. Out: the place of a mention that control may come to from a block's start.
//! A local that may have lost its value before it is saved is in error where it is mentioned again,
//! and not where it is saved.

use std::collections::VecDeque;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::Expr;

use crate::{
    ir::{BlockId, Body, Marker},
    resolve::{
        format::replace_captures,
        names::{Local, Locals},
    },
    scan::{self, is_punct},
    visit::{self, Visit},
};

/// Where a local is mentioned.
#[derive(Clone, Copy)]
pub struct Mention {
    /// The place.
    pub span: Span,
    /// Whether control may have been there before.
    pub again: bool,
    /// Whether the mention stands alone, as what is moved does.
    pub bare: bool,
}

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
    /// block after it.
    pub fn find(&mut self, from: BlockId, block: BlockId, local: Local) -> Option<Mention> {
        let mut seen = vec![false; self.blocks.len()];
        let mut queue = VecDeque::from([block]);
        while let Some(block) = queue.pop_front() {
            if std::mem::replace(&mut seen[block.0], true) {
                continue;
            }
            let Mentions { found, next, .. } = self.block(block);
            if let Some((span, bare)) = found[local.0] {
                return Some(Mention { span, again: block <= from, bare });
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
    /// For each local, the first, and whether it stands alone.
    found: Vec<Option<(Span, bool)>>,
    /// Where control goes from the block.
    next: Vec<BlockId>,
}

impl Mentions<'_> {
    fn mention(&mut self, local: Option<Local>, span: impl FnOnce() -> Span, bare: bool) {
        if let Some(local) = local {
            self.found[local.0].get_or_insert_with(|| (span(), bare));
        }
    }

    /// Takes an operand of what looks at it, or shows by itself that it moves it.
    fn looked_at(&mut self, operand: &Expr) {
        if let Expr::Path(path) = operand {
            if let Some(ident) = path.path.get_ident() {
                return self.mention(self.locals.get(ident), || ident.span(), false);
            }
        }
        self.visit_expr(operand);
    }
}

impl Visit<'_> for Mentions<'_> {
    fn visit_ident(&mut self, ident: &Ident) {
        self.mention(self.locals.get(ident), || ident.span(), true);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match Marker::parse(expr) {
            Some(Marker::Suspend(id)) => self.next.push(self.body.suspends[id.0].resume),
            Some(Marker::Goto(block, _)) => self.next.push(block),
            Some(_) => {}
            None => match expr {
                Expr::Reference(it) => self.looked_at(&it.expr),
                Expr::Field(it) => self.looked_at(&it.base),
                Expr::Unary(it) => self.looked_at(&it.expr),
                Expr::Index(it) => {
                    self.looked_at(&it.expr);
                    self.visit_expr(&it.index);
                }
                Expr::MethodCall(it) => {
                    self.looked_at(&it.receiver);
                    it.args.iter().for_each(|argument| self.visit_expr(argument));
                }
                // The head of a `for`.
                Expr::Call(it) if scan::is_into_iter(&it.func) => {
                    it.args.iter().for_each(|argument| self.looked_at(argument));
                }
                _ => visit::visit_expr(self, expr),
            },
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
        let mut tokens = tokens.clone().into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.visit_token_stream(&group.stream()),
                TokenTree::Ident(ident) => {
                    let bare = !tokens.peek().is_some_and(|next| is_punct(next, '.'));
                    self.mention(self.locals.get(&ident), || ident.span(), bare);
                }
                TokenTree::Literal(literal) => {
                    let locals = self.locals;
                    replace_captures(&literal, &mut |name| {
                        self.mention(locals.by_spelling(name), || literal.span(), false);
                        None
                    });
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}
