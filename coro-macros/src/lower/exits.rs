//! Jumps out of code that stays as written.
//!
//! In: syntax without a suspension. Out: the same syntax in which `return`, `?`, and `break` and
//! `continue` of loops that were taken apart leave the way they now have to. Nothing inside
//! closures, `async` blocks and items is touched; macros whose arguments parse are looked into.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    Attribute, Block, Expr, ExprBreak, Lifetime, Token, parse::Parser, punctuated::Punctuated,
    spanned::Spanned,
};

use super::{Context, Target, parse_quoted, unit};
use crate::{
    answer, ast, known, scan,
    visit_mut::{self, VisitMut},
};

/// What a `continue` becomes.
#[derive(Clone)]
pub enum ContinueTo {
    /// There is none: the target is a block.
    Nothing,
    /// `continue`, since the loop is a loop.
    Native,
    /// A `break` out of the loop's body.
    Break(Lifetime),
}

/// Rewrites the jumps of one expression.
pub struct Rewriter<'a> {
    context: &'a Context,
    targets: &'a [Target],
    native_loops: usize,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(context: &'a Context, targets: &'a [Target]) -> Self {
        Self { context, targets, native_loops: 0 }
    }

    /// Rewrites an expression.
    pub fn expr(&mut self, expr: &mut Expr) {
        self.visit_expr_mut(expr);
    }

    fn target(&self, label: Option<&Lifetime>) -> Option<&'a Target> {
        let targets: &'a [Target] = self.targets;
        let mut targets = targets.iter().rev();
        match label {
            Some(label) => {
                targets.find(|target| target.user.as_ref().is_some_and(|user| *user == label.ident))
            }
            None if self.native_loops == 0 => targets.find(|target| target.is_loop),
            None => None,
        }
    }

    fn in_loop(&mut self, f: impl FnOnce(&mut Self)) {
        self.native_loops += 1;
        f(self);
        self.native_loops -= 1;
    }

    fn opaque(&mut self, tokens: &TokenStream) -> Option<TokenStream> {
        let exprs = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(mut exprs) = exprs.parse2(tokens.clone()) {
            if !exprs.iter().any(scan::holds_jump) {
                return None;
            }
            for expr in &mut exprs {
                self.visit_expr_mut(expr);
            }
            return Some(exprs.to_token_stream());
        }
        let mut stmts = Block::parse_within.parse2(tokens.clone()).ok()?;
        if !stmts.iter().any(scan::stmt_holds_jump) {
            return None;
        }
        for stmt in &mut stmts {
            self.visit_stmt_mut(stmt);
        }
        Some(quote!(#(#stmts)*))
    }
}

impl VisitMut for Rewriter<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            Expr::Try(inner) => {
                self.visit_expr_mut(&mut inner.expr);
                let question_mark = inner.question_token.span();
                *expr = question(self.context, &inner.expr, question_mark, &inner.attrs);
            }
            Expr::Return(inner) => {
                if let Some(value) = &mut inner.expr {
                    self.visit_expr_mut(value);
                    ast::set_apart(value);
                }
                let span = inner.return_token.span;
                let missing = || (!self.context.unit_return).then(|| Box::new(unit(span)));
                *expr = Expr::Break(ExprBreak {
                    attrs: std::mem::take(&mut inner.attrs),
                    break_token: Token![break](span),
                    label: Some(self.context.return_label(span)),
                    expr: inner.expr.take().or_else(missing),
                });
            }
            Expr::Break(inner) => {
                if let Some(value) = &mut inner.expr {
                    self.visit_expr_mut(value);
                }
                if let Some(target) = self.target(inner.label.as_ref()) {
                    // Where the user's jump is: by its label rustc knows where a jump that has one ends.
                    let at = inner.label.as_ref().map_or(inner.break_token.span, Lifetime::span);
                    let mut label = target.break_label.clone();
                    label.set_span(label.apostrophe.located_at(at));
                    inner.label = Some(label);
                    inner.expr.as_deref_mut().into_iter().for_each(ast::set_apart);
                }
            }
            Expr::Continue(inner) => {
                let Some(target) = self.target(inner.label.as_ref()) else { return };
                match &target.continue_to {
                    ContinueTo::Nothing => {}
                    ContinueTo::Native => inner.label = Some(target.break_label.clone()),
                    ContinueTo::Break(label) => {
                        *expr = Expr::Break(ExprBreak {
                            attrs: Vec::new(),
                            break_token: Token![break](inner.continue_token.span),
                            label: Some(label.clone()),
                            expr: None,
                        });
                    }
                }
            }
            Expr::While(inner) => self.in_loop(|this| visit_mut::visit_expr_while_mut(this, inner)),
            Expr::Loop(inner) => self.in_loop(|this| visit_mut::visit_expr_loop_mut(this, inner)),
            Expr::ForLoop(inner) => {
                self.visit_expr_mut(&mut inner.expr);
                self.in_loop(|this| this.visit_block_mut(&mut inner.body));
            }
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if !known::may_hold_control(mac.tokens.clone()) {
            return;
        }
        if let Some(mut known) = known::parse(mac) {
            known.exprs_mut().for_each(|expr| self.visit_expr_mut(expr));
            mac.tokens = known.tokens();
        } else if let Some(tokens) = self.opaque(&mac.tokens) {
            mac.tokens = tokens;
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Makes the `match` that `operand?` stands for.
pub fn question(context: &Context, operand: &Expr, question: Span, attrs: &[Attribute]) -> Expr {
    let span = Span::mixed_site().located_at(question);
    let krate = context.krate.at(span);
    let label = context.return_label(span);
    // With the hygiene of the user's tokens: what rustc says of the value is about the user's whole expression.
    let value = Ident::new("value", question);
    let given =
        answer::wrapped(value.to_token_stream(), ast::start(operand), question, &context.krate);
    let residual = Ident::new("residual", span);
    // It begins where the operand does.
    let keyword = Ident::new("match", span.located_at(ast::start(operand)));
    parse_quoted(quote_spanned! {span=>
        #(#attrs)*
        #keyword #krate::__private::branch(#operand) {
            ::core::ops::ControlFlow::Continue(#value) => #given,
            ::core::ops::ControlFlow::Break(#residual) => {
                break #label #krate::__private::from_residual(#residual)
            }
        }
    })
}
