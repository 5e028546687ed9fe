//! Temporaries that a `let` extends to the end of its block.
//!
//! In: a `let` that a suspension follows in its block. Out: the same with hidden locals in the places of what
//! its initialiser borrows, as in `let guard = lock(); let view = &guard;`.

use proc_macro2::Span;
use quote::{ToTokens, quote_spanned};
use syn::{Block, Expr, Local as LetStmt, Stmt, spanned::Spanned};

use super::{Builder, Want, ends};
use crate::{
    ast, flow,
    ir::Decl,
    known,
    resolve::{knowledge, names::Local},
    scan, temporaries,
};

impl Builder<'_> {
    /// Gives each extended temporary of a `let` a local of its own, which ends before an `else`.
    pub(super) fn extended_temporaries(&mut self, local: &mut LetStmt) {
        let Some(init) = &mut local.init else { return };
        let mut kept = Vec::new();
        self.extending(&mut init.expr, &mut kept);
        self.end_before_else(local, kept);
    }

    /// Ends hidden locals of a `let` that declares nothing before its `else`.
    pub(super) fn end_before_else(&mut self, local: &mut LetStmt, kept: Vec<Local>) {
        let Some(init) = &mut local.init else { return };
        let Some((_, diverge)) = &mut init.diverge else { return };
        let Expr::Block(diverge) = &mut **diverge else { return };
        for local in kept {
            let span = Span::mixed_site().located_at(self.locals[local].name.span());
            let name = self.locals.ident(local);
            let krate = self.context.krate.at(span);
            let ended = quote_spanned!(span=> #krate::__private::drop(#name));
            let ended = super::parse_quoted(ended);
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
            Expr::Block(block) => self.extending_block(&mut block.block, kept),
            Expr::Unsafe(block) => self.extending_block(&mut block.block, kept),
            Expr::If(_) | Expr::Match(_) => self.extending_branch(expr, false, kept),
            _ => {}
        }
    }

    /// Gives what the ends of a branch borrow locals outside, each an `Option` that only the branch that is
    /// taken fills. Where a suspension stands in front of the branches, `before` the expression or in what it
    /// looks at, each branch empties them first, since their types are known behind the suspension only.
    fn extending_branch(&mut self, expr: &mut Expr, before: bool, kept: &mut Vec<Local>) {
        if flow::diverges(expr) {
            return;
        }
        if end_suspends(expr) && matches!(expr, Expr::If(_) | Expr::Match(_)) {
            return if ends::borrow_once(expr, self.locals) {
                self.extending(expr, kept);
            } else {
                self.extending_sole_end(expr, kept);
            };
        }
        let apart = before || scan::needs_lowering(expr);
        let mut filled = Vec::new();
        self.fill(expr, &mut filled);
        for (local, span) in &filled {
            if apart {
                self.declare_deferred(*local, *span);
            } else {
                let name = self.locals.ident(*local);
                let none = quote_spanned!(*span=> let mut #name = ::core::option::Option::None;);
                self.push(syn::parse2(none).expect("generated syntax is valid"));
                self.declare(Decl::Local(*local));
            }
            kept.push(*local);
        }
        if apart && !filled.is_empty() {
            let empty = filled.iter().map(|(local, span)| {
                let name = self.locals.ident(*local);
                let none = quote_spanned!(*span=> #name = ::core::option::Option::None);
                Stmt::Expr(super::parse_quoted(none), Some(syn::Token![;](*span)))
            });
            begin_ends(expr, &empty.collect::<Vec<_>>());
        }
    }

    /// As [`Self::extending_branch`], where branches suspend: the value is borrowed in the same block only if
    /// one branch alone comes to its end.
    fn extending_sole_end(&mut self, expr: &mut Expr, kept: &mut Vec<Local>) {
        let sole = match expr {
            Expr::If(branch) => {
                let Some((_, other)) = &mut branch.else_branch else { return };
                match (flow::block_diverges(&branch.then_branch), flow::diverges(other)) {
                    (false, true) => return self.extending_block(&mut branch.then_branch, kept),
                    (true, false) => other,
                    _ => return,
                }
            }
            Expr::Match(branch) => {
                let ends = branch.arms.iter_mut().map(|arm| &mut *arm.body);
                let mut ends = ends.filter(|end| !flow::diverges(end));
                match (ends.next(), ends.next()) {
                    (Some(sole), None) => sole,
                    _ => return,
                }
            }
            _ => return,
        };
        match sole {
            Expr::Block(_) | Expr::Unsafe(_) => self.extending(sole, kept),
            end => self.extending_branch(end, true, kept),
        }
    }

    /// Walks what may be the value of a branch, and moves what is borrowed there into locals.
    fn fill(&mut self, expr: &mut Expr, filled: &mut Vec<(Local, Span)>) {
        match expr {
            Expr::If(branch) => {
                self.fill_tail(&mut branch.then_branch, filled);
                if let Some((_, other)) = &mut branch.else_branch {
                    self.fill(other, filled);
                }
            }
            Expr::Match(branch) => {
                branch.arms.iter_mut().for_each(|arm| self.fill(&mut arm.body, filled));
            }
            Expr::Block(block) => self.fill_tail(&mut block.block, filled),
            Expr::Unsafe(block) => self.fill_tail(&mut block.block, filled),
            Expr::Reference(tail) => {
                self.fill_operand(&mut tail.expr, tail.mutability.is_some(), filled);
                // `&*filled` needs no parentheses, a field of it does.
                if let Expr::Paren(inner) = &mut *tail.expr {
                    let inner = std::mem::replace(&mut *inner.expr, super::unit(self.context.span));
                    *tail.expr = inner;
                }
            }
            Expr::Paren(expr) => self.fill(&mut expr.expr, filled),
            Expr::Cast(expr) => self.fill(&mut expr.expr, filled),
            Expr::Tuple(expr) => expr.elems.iter_mut().for_each(|elem| self.fill(elem, filled)),
            Expr::Array(expr) => expr.elems.iter_mut().for_each(|elem| self.fill(elem, filled)),
            Expr::Struct(expr) => {
                expr.fields.iter_mut().for_each(|field| self.fill(&mut field.expr, filled));
            }
            Expr::Call(call) if knowledge::is_constructor(&call.func) => {
                call.args.iter_mut().for_each(|arg| self.fill(arg, filled));
            }
            _ => {}
        }
    }

    /// As [`Self::fill`], for the last expression of a block.
    fn fill_tail(&mut self, block: &mut Block, filled: &mut Vec<(Local, Span)>) {
        if let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
            self.fill(tail, filled);
        }
    }

    /// Moves the operand of a borrow at the end of a branch into a local, if it is made there.
    fn fill_operand(&mut self, expr: &mut Expr, mutable: bool, filled: &mut Vec<(Local, Span)>) {
        let (operand, mutable) = borrowed(expr, mutable);
        if !makes_temporary(operand, mutable) {
            return;
        }
        self.fill(operand, filled);
        let (local, span) = self.extended_local(operand);
        self.locals[local].mutable = true;
        let name = self.locals.ident(local);
        let value = std::mem::replace(operand, super::unit(span));
        *operand = super::parse_quoted(quote_spanned!(span=> (*#name.insert(#value))));
        filled.push((local, span));
    }

    /// Walks the operands of an extending operation, in their order: those before an extended temporary are
    /// evaluated before it.
    fn extending_all(&mut self, operands: Vec<&mut Expr>, kept: &mut Vec<Local>) {
        let last = operands.iter().rposition(|operand| extends_temporary(operand));
        let pending = self.pending.len();
        for (index, operand) in operands.into_iter().enumerate() {
            self.extending(operand, kept);
            if Some(index) < last && !extends_temporary(operand) && !is_at_rest(operand) {
                let value = std::mem::replace(operand, super::unit(self.context.span));
                *operand = self.value_operand(value);
            }
        }
        self.pending.truncate(pending);
    }

    /// Gives what the value of a block borrows a local outside, which gets its value in the block.
    fn extending_block(&mut self, block: &mut Block, kept: &mut Vec<Local>) {
        let Some((Stmt::Expr(tail, None), before)) = block.stmts.split_last_mut() else { return };
        let tail = match tail {
            Expr::Reference(tail) => tail,
            tail => {
                let suspends = before.iter().any(scan::stmt_needs_lowering);
                return self.extending_branch(tail, suspends, kept);
            }
        };
        let mutable = tail.mutability.is_some();
        let operand = temporaries::place_of_value_mut(&mut tail.expr);
        if !makes_temporary(operand, mutable) {
            return;
        }
        let (local, span) = self.extended_local(operand);
        self.locals[local].mutable = mutable;
        self.locals[local].knowledge = knowledge::of_expr(operand, self.locals);
        self.declare_deferred(local, span);
        kept.push(local);
        let name = self.locals.ident(local);
        let value = std::mem::replace(operand, ast::name(name.clone()));
        let end = block.stmts.len() - 1;
        if temporaries::holds_temporary(&value) && !scan::needs_lowering(&value) {
            // What it makes on the way ends as that of any last expression: in the 2021 edition, behind the
            // block's locals.
            let element = self.locals.hidden("element", span);
            let element = self.locals.ident(element);
            if let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
                let put = super::parse_quoted(
                    quote_spanned!(span=> match #value { #element => { #name = #element; #tail } }),
                );
                *tail = put;
            }
            return;
        }
        let assigned = super::parse_quoted(quote_spanned!(span=> #name = #value));
        block.stmts.insert(end, Stmt::Expr(assigned, Some(syn::Token![;](span))));
    }

    /// Makes a local for a value that is borrowed.
    fn extended_local(&mut self, operand: &Expr) -> (Local, Span) {
        let span = Span::mixed_site().located_at(ast::span(operand));
        (self.locals.hidden("temporary", span), span)
    }

    /// Moves the operand of an extending borrow into a local.
    pub(super) fn extended_operand(
        &mut self,
        operand: &mut Expr,
        mutable: bool,
        kept: &mut Vec<Local>,
    ) {
        let (operand, mutable) = borrowed(operand, mutable);
        if !makes_temporary(operand, mutable) {
            return;
        }
        // What the value holds lives as long as it does.
        self.extending(operand, kept);
        // Where rustc advises to append something, it is appended to the operand.
        let end = operand.to_token_stream().into_iter().last().map(|last| last.span());
        let value = std::mem::replace(operand, super::unit(self.context.span));
        *operand = if temporaries::outlive_suspension(&value) {
            self.kept_in_level(value)
        } else {
            let value = self.terminating(value, &Want::ANY);
            self.keep_temporary(value)
        };
        kept.extend(self.hidden_local(operand));
        if let (Expr::Path(path), Some(end)) = (&mut *operand, end) {
            let ident = &mut path.path.segments[0].ident;
            ident.set_span(ident.span().located_at(end));
        }
    }
}

/// Finds what the operand of a borrow is part of, or borrows in turn, and whether it is borrowed mutably.
fn borrowed(operand: &mut Expr, mutable: bool) -> (&mut Expr, bool) {
    match operand {
        Expr::Field(field) => borrowed(&mut field.base, mutable),
        Expr::Index(index) => borrowed(&mut index.expr, mutable),
        Expr::Paren(paren) => borrowed(&mut paren.expr, mutable),
        Expr::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr, .. }) => {
            borrowed(expr, mutable)
        }
        Expr::Reference(reference) => borrowed(&mut reference.expr, reference.mutability.is_some()),
        operand => (operand, mutable),
    }
}

/// Tells whether a suspension stands in what may be the value of a branch, in one that comes to its end.
fn end_suspends(expr: &Expr) -> bool {
    let suspends = |end: &Expr| scan::needs_lowering(end) && !flow::diverges(end);
    match expr {
        Expr::If(branch) => {
            let then = &branch.then_branch;
            scan::is_forced(&branch.attrs)
                || (scan::block_needs_lowering(then) && !flow::block_diverges(then))
                || branch.else_branch.as_ref().is_some_and(|(_, other)| suspends(other))
        }
        Expr::Match(branch) => {
            scan::is_forced(&branch.attrs) || branch.arms.iter().any(|arm| suspends(&arm.body))
        }
        other => scan::needs_lowering(other),
    }
}

/// Puts statements in front of what may be the value of a branch.
fn begin_ends(expr: &mut Expr, stmts: &[Stmt]) {
    let block = match expr {
        expr if flow::diverges(expr) => return,
        Expr::If(branch) => {
            if !flow::block_diverges(&branch.then_branch) {
                begin_tail(&mut branch.then_branch, stmts);
            }
            if let Some((_, other)) = &mut branch.else_branch {
                begin_ends(other, stmts);
            }
            return;
        }
        Expr::Match(branch) => {
            return branch.arms.iter_mut().for_each(|arm| begin_ends(&mut arm.body, stmts));
        }
        Expr::Block(block) => &mut block.block,
        Expr::Unsafe(block) => &mut block.block,
        other => {
            let span = stmts[0].span();
            let end = std::mem::replace(other, super::unit(span));
            let stmts = stmts.iter().cloned().chain([Stmt::Expr(end, None)]).collect();
            let block = Block { brace_token: syn::token::Brace(span), stmts };
            *other = Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block });
            return;
        }
    };
    begin_tail(block, stmts);
}

/// As [`begin_ends`], for the last expression of a block.
fn begin_tail(block: &mut Block, stmts: &[Stmt]) {
    let Some((Stmt::Expr(tail, None), before)) = block.stmts.split_last_mut() else { return };
    if matches!(tail, Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Unsafe(_)) {
        begin_ends(tail, stmts);
    } else {
        let end = before.len();
        block.stmts.splice(end..end, stmts.iter().cloned());
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
pub(super) fn makes_temporary(expr: &Expr, mutable: bool) -> bool {
    let is_empty = matches!(expr, Expr::Array(array) if array.elems.is_empty());
    scan::is_value(expr) && !is_empty && (mutable || !is_promoted(expr))
}

/// Tells whether rustc makes a constant of a borrowed expression.
fn is_promoted(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(_) => !scan::is_local_name(expr),
        Expr::Unary(expr) => is_promoted(&expr.expr),
        Expr::Binary(expr) => is_promoted(&expr.left) && is_promoted(&expr.right),
        Expr::Array(expr) => expr.elems.iter().all(is_row),
        Expr::Tuple(expr) => expr.elems.iter().all(is_promoted),
        Expr::Reference(expr) => expr.mutability.is_none() && is_promoted(&expr.expr),
        Expr::Paren(expr) => is_promoted(&expr.expr),
        Expr::Cast(expr) => is_promoted(&expr.expr),
        Expr::Repeat(expr) => is_promoted(&expr.expr),
        Expr::Closure(_) => true,
        Expr::Call(call) => {
            known::makes_std_variant(&call.func) && call.args.iter().all(is_promoted)
        }
        _ => false,
    }
}

/// Tells whether an element of an array may be a part of a constant: a struct is one, if its type has no destructor.
fn is_row(expr: &Expr) -> bool {
    match expr {
        Expr::Struct(expr) => {
            expr.rest.is_none() && expr.fields.iter().all(|field| is_row(&field.expr))
        }
        Expr::Call(call) if knowledge::is_constructor(&call.func) => call.args.iter().all(is_row),
        Expr::Tuple(expr) => expr.elems.iter().all(is_row),
        expr => is_promoted(expr),
    }
}

/// Tells whether an expression is a reference to what is a constant, or cannot be stored beside the reference.
pub(super) fn refers_to_constant(expr: &Expr) -> bool {
    matches!(expr, Expr::Reference(expr) if expr.mutability.is_none() && is_row(&expr.expr))
}
