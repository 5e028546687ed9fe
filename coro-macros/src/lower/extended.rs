//! Temporaries that a `let` extends to the end of its block.
//!
//! In: a `let` that a suspension follows in its block. Out: the same with hidden locals in the places of what
//! its initialiser borrows, as in `let guard = lock(); let view = &guard;`.

use proc_macro2::Span;
use quote::{ToTokens, quote_spanned};
use syn::{Block, Expr, ExprReference, Local as LetStmt, Stmt, spanned::Spanned};

use super::{Builder, Want};
use crate::{
    ast,
    ir::Decl,
    resolve::{knowledge, names::Local},
    scan, temporaries,
};

impl Builder<'_> {
    /// Gives each extended temporary of a `let` a local of its own, which ends before an `else`.
    pub(super) fn extended_temporaries(&mut self, local: &mut LetStmt) {
        let Some(init) = &mut local.init else { return };
        let mut kept = Vec::new();
        self.extending(&mut init.expr, &mut kept);
        let Some((_, diverge)) = &mut init.diverge else { return };
        let Expr::Block(diverge) = &mut **diverge else { return };
        for local in kept {
            let span = Span::mixed_site().located_at(self.locals[local].name.span());
            let name = self.locals.ident(local);
            let ended = super::parse_quoted(quote_spanned!(span=> ::core::mem::drop(#name)));
            diverge.block.stmts.insert(0, Stmt::Expr(ended, Some(syn::Token![;](span))));
        }
    }

    /// Walks the operands of an extending expression.
    fn extending(&mut self, expr: &mut Expr, kept: &mut Vec<Local>) {
        match expr {
            Expr::Reference(reference) => {
                let mutable = reference.mutability.is_some();
                self.extended_operand(&mut reference.expr, mutable, kept);
            }
            Expr::Paren(paren) => self.extending(&mut paren.expr, kept),
            Expr::Cast(cast) => self.extending(&mut cast.expr, kept),
            Expr::Tuple(tuple) => self.extending_all(tuple.elems.iter_mut().collect(), kept),
            Expr::Array(array) => self.extending_all(array.elems.iter_mut().collect(), kept),
            Expr::Struct(expr) => {
                self.extending_all(
                    expr.fields.iter_mut().map(|field| &mut field.expr).collect(),
                    kept,
                );
            }
            Expr::Call(call) if knowledge::is_constructor(&call.func) => {
                self.extending_all(call.args.iter_mut().collect(), kept);
            }
            Expr::Block(block) if block.label.is_none() => {
                self.extending_block(&mut block.block, kept);
            }
            // The type of what fills a local is known behind the branch.
            Expr::If(_) | Expr::Match(_) if !scan::needs_lowering(expr) => {
                self.extending_branch(expr, kept);
            }
            _ => {}
        }
    }

    /// Walks what may be the value of a branch: the local of a temporary there is an `Option`, which only the
    /// branch that is taken fills.
    fn extending_branch(&mut self, expr: &mut Expr, kept: &mut Vec<Local>) {
        match expr {
            Expr::If(branch) => {
                self.extending_tail(&mut branch.then_branch, kept);
                if let Some((_, other)) = &mut branch.else_branch {
                    self.extending_branch(other, kept);
                }
            }
            Expr::Match(branch) => {
                branch.arms.iter_mut().for_each(|arm| self.extending_branch(&mut arm.body, kept));
            }
            Expr::Block(block) if block.label.is_none() => {
                self.extending_tail(&mut block.block, kept);
            }
            Expr::Reference(tail) => {
                let Some((operand, local, span)) = self.borrowed_value(tail) else { return };
                self.locals[local].mutable = true;
                let name = self.locals.ident(local);
                let none = quote_spanned!(span=> let mut #name = ::core::option::Option::None;);
                self.push(syn::parse2(none).expect("generated syntax is valid"));
                self.declare(Decl::Local(local));
                kept.push(local);
                let value = std::mem::replace(operand, super::unit(span));
                *operand = super::parse_quoted(quote_spanned!(span=> (*#name.insert(#value))));
                // `&*filled` needs no parentheses, a field of it does.
                if let Expr::Paren(filled) = &mut *tail.expr {
                    let filled = std::mem::replace(&mut *filled.expr, super::unit(span));
                    *tail.expr = filled;
                }
            }
            _ => {}
        }
    }

    /// As [`Self::extending_branch`], for the last expression of a block.
    fn extending_tail(&mut self, block: &mut Block, kept: &mut Vec<Local>) {
        if let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
            self.extending_branch(tail, kept);
        }
    }

    /// Walks the operands of an extending operation, in their order: those before an extended temporary are
    /// evaluated before it.
    fn extending_all(&mut self, operands: Vec<&mut Expr>, kept: &mut Vec<Local>) {
        let Some(last) = operands.iter().rposition(|operand| extends_temporary(operand)) else {
            return;
        };
        let pending = self.pending.len();
        for operand in operands.into_iter().take(last + 1) {
            if extends_temporary(operand) {
                self.extending(operand, kept);
            } else if !is_at_rest(operand) {
                let value = std::mem::replace(operand, super::unit(self.context.span));
                *operand = self.value_operand(value);
            }
        }
        self.pending.truncate(pending);
    }

    /// Gives what the value of a block borrows a local outside, which gets its value in the block.
    fn extending_block(&mut self, block: &mut Block, kept: &mut Vec<Local>) {
        let suspends = scan::block_needs_lowering(block);
        let tail = match block.stmts.last_mut() {
            Some(Stmt::Expr(Expr::Reference(tail), None)) => tail,
            Some(Stmt::Expr(tail @ (Expr::If(_) | Expr::Match(_)), None)) if !suspends => {
                return self.extending_branch(tail, kept);
            }
            _ => return,
        };
        let Some((operand, local, span)) = self.borrowed_value(tail) else { return };
        self.locals[local].knowledge = knowledge::of_expr(operand, self.locals);
        self.declare_deferred(local, span);
        kept.push(local);
        let name = self.locals.ident(local);
        let value = std::mem::replace(operand, ast::name(name.clone()));
        let assigned = super::parse_quoted(quote_spanned!(span=> #name = #value));
        let end = block.stmts.len() - 1;
        block.stmts.insert(end, Stmt::Expr(assigned, Some(syn::Token![;](span))));
    }

    /// Finds the value that a block or a branch borrows, if it is made there, and makes a local for it.
    fn borrowed_value<'e>(
        &mut self,
        tail: &'e mut ExprReference,
    ) -> Option<(&'e mut Expr, Local, Span)> {
        let mutable = tail.mutability.is_some();
        let operand = temporaries::place_of_value_mut(&mut tail.expr);
        if !makes_temporary(operand, mutable) {
            return None;
        }
        let span = Span::mixed_site().located_at(ast::span(operand));
        let local = self.locals.hidden("temporary", span);
        self.locals[local].mutable = mutable;
        Some((operand, local, span))
    }

    /// Moves the operand of an extending borrow into a local.
    pub(super) fn extended_operand(
        &mut self,
        operand: &mut Expr,
        mutable: bool,
        kept: &mut Vec<Local>,
    ) {
        match operand {
            Expr::Field(field) => self.extended_operand(&mut field.base, mutable, kept),
            Expr::Index(index) => self.extended_operand(&mut index.expr, mutable, kept),
            Expr::Paren(paren) => self.extended_operand(&mut paren.expr, mutable, kept),
            Expr::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr, .. }) => {
                self.extended_operand(expr, mutable, kept);
            }
            Expr::Reference(reference) => {
                let mutable = reference.mutability.is_some();
                self.extended_operand(&mut reference.expr, mutable, kept);
            }
            operand if makes_temporary(operand, mutable) => {
                // Where rustc advises to append something, it is appended to the operand.
                let end = operand.to_token_stream().into_iter().last().map(|last| last.span());
                let value = std::mem::replace(operand, super::unit(self.context.span));
                let value = self.terminating(value, &Want::ANY);
                *operand = self.keep_temporary(value);
                kept.extend(self.hidden_local(operand));
                if let (Expr::Path(path), Some(end)) = (&mut *operand, end) {
                    let ident = &mut path.path.segments[0].ident;
                    ident.set_span(ident.span().located_at(end));
                }
            }
            _ => {}
        }
    }
}

/// Tells whether an extending expression makes a temporary that is extended, in what is no branch.
fn extends_temporary(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(expr) => {
            let mutable = expr.mutability.is_some();
            makes_temporary(temporaries::place_of_value(&expr.expr), mutable)
                || extends_temporary(&expr.expr)
        }
        Expr::Paren(expr) => extends_temporary(&expr.expr),
        Expr::Cast(expr) => extends_temporary(&expr.expr),
        Expr::Tuple(expr) => expr.elems.iter().any(extends_temporary),
        Expr::Array(expr) => expr.elems.iter().any(extends_temporary),
        Expr::Struct(expr) => expr.fields.iter().any(|field| extends_temporary(&field.expr)),
        Expr::Call(expr) => {
            knowledge::is_constructor(&expr.func) && expr.args.iter().any(extends_temporary)
        }
        _ => false,
    }
}

/// Tells whether evaluating an operand later makes no difference.
fn is_at_rest(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Reference(expr) => scan::is_stable_place(&expr.expr) || is_promoted(&expr.expr),
        _ => false,
    }
}

/// Tells whether borrowing an expression makes a temporary that is not a constant.
fn makes_temporary(expr: &Expr, mutable: bool) -> bool {
    scan::is_value(expr) && (mutable || !is_promoted(expr))
}

/// Tells whether rustc makes a constant of a borrowed expression.
fn is_promoted(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(_) => !scan::is_local_name(expr),
        Expr::Unary(expr) => is_promoted(&expr.expr),
        Expr::Binary(expr) => is_promoted(&expr.left) && is_promoted(&expr.right),
        Expr::Array(expr) => expr.elems.iter().all(is_promoted),
        Expr::Tuple(expr) => expr.elems.iter().all(is_promoted),
        Expr::Reference(expr) => expr.mutability.is_none() && is_promoted(&expr.expr),
        Expr::Paren(expr) => is_promoted(&expr.expr),
        Expr::Repeat(expr) => is_promoted(&expr.expr),
        Expr::Closure(_) => true,
        _ => false,
    }
}
