//! Jumps as values.
//!
//! In: the code of a block. Out: the same code, in which the jumps that it ends with are values: of the
//! next block. A jump stays one where leaving it drops something, since a value is lost if what is
//! dropped after it panics.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Block, Expr, Pat, Stmt};

use super::{
    Emitter,
    print::{Print, Tokens},
};
use crate::{
    analysis::LocalSet,
    ast,
    ir::{BlockId, Body, Exit, Marker},
    resolve::names::Local,
    temporaries,
    visit::{self, Visit},
};

/// Turns jumps in tail position into values; tells whether there are any, and prints the one that the
/// code itself ends with.
pub fn make_values(
    emitter: &Emitter<'_>,
    block: BlockId,
    stmts: &mut [Stmt],
    mentioned: &mut LocalSet,
) -> (bool, Option<Tokens>) {
    let fields = emitter.layout.blocks[block.0].fields.iter().map(|(local, _)| *local);
    let leaves = emitter.facts.leaves[block.0];
    let in_scope = fields.collect();
    let mut tails = Tails { emitter, mentioned, leaves, in_scope, outermost: true, end: None };
    let valued = tails.stmts(stmts);
    let end = tails.end;
    if !valued {
        end_matched(stmts);
    }
    (valued, end)
}

/// Makes a statement of a `match` at the end of code that has no value: as a tail, it may drop what it matches
/// behind the block's locals.
fn end_matched(stmts: &mut [Stmt]) {
    let Some(Stmt::Expr(last, semi @ None)) = stmts.last_mut() else { return };
    match last {
        Expr::Block(block) => end_matched(&mut block.block.stmts),
        Expr::Unsafe(block) => end_matched(&mut block.block.stmts),
        last if temporaries::keeps_matched(last) => {
            *semi = Some(syn::Token![;](Span::mixed_site().located_at(ast::span(last))));
        }
        _ => {}
    }
}

struct Tails<'a> {
    emitter: &'a Emitter<'a>,
    mentioned: &'a mut LocalSet,
    /// Whether some exit of the block may drop a local; if not, it makes no difference what is in scope.
    leaves: bool,
    in_scope: Vec<Local>,
    /// Whether what is looked at is the last of the code's own statements.
    outermost: bool,
    end: Option<Tokens>,
}

impl Tails<'_> {
    fn stmts(&mut self, stmts: &mut [Stmt]) -> bool {
        let Some((Stmt::Expr(expr, semi), before)) = stmts.split_last_mut() else { return false };
        let outer = self.in_scope.clone();
        let before = if self.leaves { before } else { &mut [] };
        for stmt in &*before {
            self.reopened(stmt);
            if let Stmt::Local(local) = stmt {
                self.bind(&local.pat);
            }
        }
        let found = self.expr(expr);
        let valued = found.unwrap_or(false);
        // A `match` that is no value stays a statement, with which what it matches ends.
        if valued || (found.is_some() && !matches!(expr, Expr::Match(_))) {
            *semi = None;
        }
        self.in_scope = outer;
        valued
    }

    /// Returns nothing if the expression stays as it is.
    fn expr(&mut self, expr: &mut Expr) -> Option<bool> {
        let outermost = std::mem::take(&mut self.outermost);
        match expr {
            Expr::Field(_) => {
                let Some(Marker::Goto(target, number)) = Marker::parse(expr) else { return None };
                let at = ast::span(expr);
                let exit = Exit::Goto(number);
                if self.emitter.facts.dead.contains(&exit) || self.drops(exit) {
                    return None;
                }
                let Print(jump) = self.emitter.jump(target, exit, at, self.mentioned);
                let first = self.emitter.before_exit(exit, at, self.mentioned);
                let mut printed = Tokens::default();
                match first {
                    Some(first) if outermost => {
                        printed.stream(&first);
                        jump(&mut printed);
                    }
                    Some(first) => {
                        let jump = Print(jump);
                        printed.stream(&quote!({ #first #jump }));
                    }
                    None => jump(&mut printed),
                }
                if outermost {
                    *expr = Expr::Verbatim(TokenStream::new());
                    self.end = Some(printed);
                } else {
                    *expr = Expr::Verbatim(printed.into_stream());
                }
                Some(true)
            }
            Expr::If(branch)
                if branch.else_branch.is_some()
                    && temporaries::condition_takes_all(&branch.cond)
                    && ends(expr) =>
            {
                let Expr::If(branch) = expr else { return None };
                let outer = self.in_scope.clone();
                self.in_scope.extend(self.emitter.locals.bound_by_condition(&branch.cond));
                let mut valued = self.stmts(&mut branch.then_branch.stmts);
                self.in_scope = outer;
                if let Some((_, other)) = &mut branch.else_branch {
                    valued |= self.sole(other);
                }
                Some(valued)
            }
            Expr::Match(branch) if leaves_nothing(branch) && ends(expr) => {
                let Expr::Match(branch) = expr else { return None };
                let outer = self.in_scope.clone();
                let mut valued = false;
                for arm in &mut branch.arms {
                    self.bind(&arm.pat);
                    valued |= self.sole(&mut arm.body);
                    self.in_scope.clone_from(&outer);
                }
                Some(valued)
            }
            Expr::Block(block) if block.label.is_none() && block_ends(&block.block) => {
                Some(self.stmts(&mut block.block.stmts))
            }
            _ => None,
        }
    }

    fn bind(&mut self, pat: &Pat) {
        self.in_scope.extend(self.emitter.locals.bound_by(pat));
    }

    /// Takes out what a scope that ends before the jump binds again.
    fn reopened(&mut self, stmt: &Stmt) {
        struct Reopened<'a>(&'a Body, Vec<Local>);
        impl Visit<'_> for Reopened<'_> {
            fn visit_expr(&mut self, expr: &Expr) {
                let Some(Marker::Reopen(block, scope)) = Marker::parse(expr) else {
                    return visit::visit_expr(self, expr);
                };
                self.1.extend(self.0.blocks[block.0].scope(scope));
            }
            fn visit_pat(&mut self, _: &Pat) {}
            fn visit_type(&mut self, _: &syn::Type) {}
            fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
        }
        let mut reopened = Reopened(self.emitter.body, Vec::new());
        reopened.visit_stmt(stmt);
        self.in_scope.retain(|local| !reopened.1.contains(local));
    }

    /// An arm's expression.
    fn sole(&mut self, expr: &mut Expr) -> bool {
        self.expr(expr).unwrap_or(false)
    }

    /// Tells whether a local may be dropped when control leaves its scope at an exit.
    fn drops(&self, exit: Exit) -> bool {
        let left = self.emitter.facts.left.get(&exit);
        left.is_some_and(|left| self.in_scope.iter().any(|local| left.contains(*local)))
    }
}

/// Tells whether nothing is dropped when an arm of a `match` is left: a value that the arm ends with
/// would be lost if that panicked.
fn leaves_nothing(branch: &syn::ExprMatch) -> bool {
    temporaries::take_all(&branch.expr, branch.arms.iter().map(|arm| &arm.pat))
}

/// Tells whether an expression ends in jumps and suspensions on every path.
fn ends(expr: &Expr) -> bool {
    match expr {
        Expr::Field(_) => Marker::parse(expr).is_some_and(Marker::leaves),
        Expr::Break(_) => true,
        Expr::If(expr) => {
            block_ends(&expr.then_branch)
                && expr.else_branch.as_ref().is_some_and(|(_, other)| ends(other))
        }
        Expr::Match(expr) => !expr.arms.is_empty() && expr.arms.iter().all(|arm| ends(&arm.body)),
        Expr::Block(expr) => expr.label.is_none() && block_ends(&expr.block),
        _ => false,
    }
}

fn block_ends(block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(expr, _)) => ends(expr),
        _ => false,
    }
}
