//! Macros of the standard library whose arguments suspend.
//!
//! In: an invocation. Out: the invocation with lowered arguments, or, for an assertion whose message
//! suspends, the branch that it is: the message is evaluated only if the assertion fails.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Expr, ExprMacro, Stmt, Token, spanned::Spanned, token::Brace};

use super::{
    Builder, Level, Want,
    branch::Branch,
    operands::{Operand, Use},
    parse_quoted,
};
use crate::{
    ast,
    ir::Marker,
    known::{self, Kind, Known},
    scan, temporaries,
    visit_mut::{self, VisitMut},
};

impl Builder<'_> {
    /// Lowers a macro of the standard library by its arguments.
    pub(super) fn macro_expr(&mut self, mut expr: ExprMacro) -> Expr {
        let Some(mut known) = known::parse(&expr.mac) else {
            return Expr::Macro(expr);
        };
        if let Some(checked) = in_debug_only(&expr) {
            return self.if_expr(checked, &Want::Unit);
        }
        let always = known.kind.always_evaluated();
        let suspends = |args: &[known::Arg]| args.iter().any(|arg| scan::needs_lowering(&arg.expr));
        if known.args.len() > always && suspends(&known.args[always..]) {
            return self.assertion(expr, known);
        }
        let keeps = || {
            temporaries::arguments_hold_temporary(&known)
                || temporaries::outlive_parts(&known.args[0].expr)
        };
        if known.kind == Kind::Assert && keeps() {
            // What the condition makes, or leaves, ends before a failure.
            let condition = known.args[0].expr.clone();
            known.args[0].expr = self.terminating_condition(condition);
            OwnBraces.visit_expr_mut(&mut known.args[0].expr);
            for shown in &mut known.args[1..] {
                shown.expr = self.verbatim(shown.expr.clone());
            }
            expr.mac.tokens = known.tokens();
            return Expr::Macro(expr);
        }
        if known.kind.is_statement(&expr.mac) {
            // What the arguments make ends with the macro.
            let own = temporaries::arguments_hold_temporary(&known)
                || temporaries::outlive_suspension(&Expr::Macro(expr.clone()));
            if own {
                self.open(Level::statement(self.context.span));
            }
            let value = self.settling(false, |this| this.with_arguments(expr, known));
            return if own { self.close(value, &Want::ANY) } else { value };
        }
        self.with_arguments(expr, known)
    }

    /// Lowers the arguments and puts the invocation together again.
    fn with_arguments(&mut self, mut expr: ExprMacro, mut known: Known) -> Expr {
        if self.settling && temporaries::is_looked_at(&known) {
            for arg in &mut known.args {
                let value = self.expr(arg.expr.clone(), &Want::ANY);
                arg.expr = self.keep_temporary(value);
            }
            expr.mac.tokens = known.tokens();
            return Expr::Macro(expr);
        }
        // Where temporaries of the arguments are kept, so are those that are made of them.
        let keeps = temporaries::outlive_suspension(&Expr::Macro(expr.clone()));
        let operands = known
            .args
            .iter()
            .enumerate()
            .map(|(index, arg)| Operand {
                expr: arg.expr.clone(),
                kind: match known.kind.by_value(index) {
                    true => Use::Value,
                    false if known.kind.looks_at(index) && scan::is_place(&arg.expr) => Use::Seen,
                    false if keeps => Use::Borrow,
                    false => Use::Place,
                },
            })
            .collect();
        let lowered = self.operands(operands);
        for (arg, mut lowered) in known.args.iter_mut().zip(lowered) {
            if scan::needs_lowering(&arg.expr) {
                OwnBraces.visit_expr_mut(&mut lowered);
            }
            arg.expr = lowered;
        }
        expr.mac.tokens = known.tokens();
        if known.kind == Kind::Panic {
            self.alive = false;
        }
        Expr::Macro(expr)
    }

    /// Lowers an assertion whose message suspends.
    ///
    /// ```text
    /// assert_eq!(a, b, "…", yield c)   →   if a == b {} else { assert_eq!(a, b, "…", yield c) }
    /// ```
    fn assertion(&mut self, expr: ExprMacro, mut known: Known) -> Expr {
        let span = Span::mixed_site().located_at(expr.mac.path.span());
        let always = known.kind.always_evaluated();
        let condition = if known.kind == Kind::Assert {
            let condition = known.args[0].expr.clone();
            known.args[0].expr = parse_quoted(quote_spanned!(span=> false));
            self.terminating_condition(condition)
        } else {
            let mut operands = Vec::with_capacity(always);
            for arg in &mut known.args[..always] {
                let operand = self.checked_operand(arg.expr.clone());
                arg.expr = operand.clone();
                operands.push(Box::new(operand));
            }
            let name = expr.mac.path.segments.last().map(|segment| segment.ident.to_string());
            let equal = name.is_some_and(|name| name.ends_with("eq"));
            let right = operands.pop().expect("two operands are compared");
            let left = operands.pop().expect("two operands are compared");
            let op = if equal {
                syn::BinOp::Eq(Token![==](span))
            } else {
                syn::BinOp::Ne(Token![!=](span))
            };
            Expr::Binary(syn::ExprBinary { attrs: Vec::new(), left, op, right })
        };
        let alive = self.alive;
        let fails = self.branch(Vec::new(), Brace(span), |this| {
            this.alive = alive;
            let failing = this.with_arguments(expr, known);
            // It fails for certain, which rustc does not see.
            this.push_value(failing);
            this.alive = false;
            super::never(span)
        });
        let own = ast::block(Vec::new(), span);
        let holds = Branch { own, live: alive, bare: false, others: Vec::new() };
        self.finish_branches(vec![holds, fails], false, &Want::Unit, |blocks| {
            let mut blocks = blocks.into_iter();
            let then = blocks.next().expect("there are two branches");
            let otherwise = blocks.next().expect("there are two branches");
            Expr::If(ast::if_else(condition, then, otherwise, span))
        })
    }

    /// Keeps an operand that is compared, and shown if the assertion fails.
    fn checked_operand(&mut self, operand: Expr) -> Expr {
        if scan::is_stable_place(&operand) {
            return self.verbatim(operand);
        }
        let value = self.settling(true, |this| this.expr(operand, &Want::ANY));
        self.keep_temporary(value)
    }
}

/// Makes braces in which a suspension stood the macro's own: what is left in them may be a value alone, and rustc's
/// advice to leave them out is not about the user's.
struct OwnBraces;

impl VisitMut for OwnBraces {
    fn visit_expr_block_mut(&mut self, expr: &mut syn::ExprBlock) {
        visit_mut::visit_expr_block_mut(self, expr);
        let is_marker =
            |stmt: &Stmt| matches!(stmt, Stmt::Expr(expr, _) if Marker::parse(expr).is_some());
        if let Some((Stmt::Expr(_, None), rest)) = expr.block.stmts.split_last() {
            if rest.iter().all(is_marker) {
                let braces = expr.block.brace_token.span.join();
                expr.block.brace_token = Brace(Span::mixed_site().located_at(braces));
            }
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Makes `if cfg!(debug_assertions) { assert!(…) }` of `debug_assert!(…)`.
fn in_debug_only(expr: &ExprMacro) -> Option<syn::ExprIf> {
    let mut checked = expr.clone();
    let last = checked.mac.path.segments.last_mut()?;
    let name = last.ident.to_string();
    let name = name.strip_prefix("debug_")?;
    let span = Span::mixed_site().located_at(last.ident.span());
    last.ident = syn::Ident::new(name, last.ident.span());
    let condition = parse_quoted(quote_spanned!(span=> ::core::cfg!(debug_assertions)));
    let then = ast::block(vec![syn::Stmt::Expr(Expr::Macro(checked), Some(Token![;](span)))], span);
    let mut branch = ast::if_else(condition, then, ast::block(Vec::new(), span), span);
    branch.else_branch = None;
    Some(branch)
}
