//! Pieces of code that lowering puts together.
//!
//! In: what goes into them. Out: syntax.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{Block, Expr, ExprBlock, ExprBreak, Label, Lifetime, Stmt, Token, Type};

use super::Level;
use crate::{
    ast, flow,
    ir::Marker,
    known, scan, temporaries,
    visit::{self, Visit},
};

/// Wraps the code of a closed level: in braces where it has any, with its label where it is used.
pub(super) fn wrap(level: &Level, code: Vec<Stmt>, labelled: bool) -> Expr {
    let block = Block { brace_token: level.brace, stmts: code };
    if let Some(unsafety) = level.unsafety {
        return Expr::Unsafe(syn::ExprUnsafe { attrs: Vec::new(), unsafe_token: unsafety, block });
    }
    let label = level
        .label
        .as_ref()
        .filter(|_| labelled)
        .map(|label| Label { name: label.clone(), colon_token: Token![:](label.apostrophe) });
    Expr::Block(ExprBlock { attrs: Vec::new(), label, block })
}

/// Makes the value of a closed level: `()` without braces, at `nothing`, if that is all there is.
pub(super) fn ended(level: &Level, code: Vec<Stmt>, labelled: bool, nothing: Option<Span>) -> Expr {
    match nothing {
        Some(span) if code.is_empty() && !labelled && level.unsafety.is_none() => unit(span),
        _ => wrap(level, code, labelled),
    }
}

/// Returns where the value of an expression is written that may stand in braces, or leave them.
pub fn written_at(value: &Expr) -> Span {
    match value {
        Expr::Block(block) => {
            let tail = match block.block.stmts.last() {
                Some(Stmt::Expr(last, None) | Stmt::Expr(last @ Expr::Break(_), _)) => Some(last),
                _ => None,
            };
            // A branch at the end may only be one more way to leave.
            let shown = tail.filter(|tail| !scan::is_block_like(tail));
            let left = || block.label.as_ref().and_then(|it| left_with(&block.block, &it.name));
            shown
                .map(written_at)
                .or_else(left)
                .or_else(|| tail.map(written_at))
                .unwrap_or_else(|| ast::span(value))
        }
        Expr::Break(ExprBreak { expr: Some(value), .. }) => written_at(value),
        value => ast::span(value),
    }
}

/// Returns where the value is written with which the last `break` in a block leaves it.
fn left_with(block: &Block, label: &Lifetime) -> Option<Span> {
    struct Values<'a>(&'a Lifetime, Option<Span>);
    impl Visit<'_> for Values<'_> {
        fn visit_expr_break(&mut self, expr: &ExprBreak) {
            let value = expr.expr.as_ref().filter(|_| expr.label.as_ref() == Some(self.0));
            self.1 = value.map(|it| written_at(it)).or(self.1);
            visit::visit_expr_break(self, expr);
        }
        fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let mut values = Values(label, None);
    values.visit_block(block);
    values.1
}

/// Pushes the value that a level ends with; a jump ends what it has made, as a statement does, and so does
/// the statement before the value `()`, which is not written.
pub fn push_tail(code: &mut Vec<Stmt>, value: Expr) {
    if ast::is_unit_value(&value) {
        if let Some(Stmt::Expr(last, semi @ None)) = code.last_mut() {
            *semi = temporaries::outlive_tail(last)
                .then(|| Token![;](Span::mixed_site().located_at(ast::span(last))));
        }
        return;
    }
    let semi = match &value {
        Expr::Break(jump) if jump.expr.as_deref().is_some_and(temporaries::holds_temporary) => {
            Some(Token![;](Span::mixed_site().located_at(ast::span(&value))))
        }
        // An arm's, which is a statement here.
        Expr::Assign(_) if !temporaries::holds_temporary(&value) => {
            Some(Token![;](Span::mixed_site().located_at(ast::span(&value))))
        }
        Expr::Binary(binary)
            if scan::is_compound_assignment(&binary.op)
                && !temporaries::holds_temporary(&value) =>
        {
            Some(Token![;](Span::mixed_site().located_at(ast::span(&value))))
        }
        _ => None,
    };
    code.push(Stmt::Expr(value, semi));
}

/// Makes the expression `()`.
pub fn unit(span: Span) -> Expr {
    Expr::Tuple(syn::ExprTuple {
        attrs: Vec::new(),
        paren_token: syn::token::Paren(span),
        elems: syn::punctuated::Punctuated::new(),
    })
}

/// Makes code that is never reached, where rustc does not see it.
pub fn never(span: Span) -> Expr {
    parse_quoted(quote_spanned!(span=> ::core::unreachable!()))
}

/// Makes an expression from tokens that the macro wrote.
pub fn parse_quoted(tokens: TokenStream) -> Expr {
    syn::parse2(tokens).expect("generated syntax is valid")
}

/// Makes a temporary of a local's value: `{ local }`. What begins with it is the user's if the value is.
pub fn moved_out(value: Expr) -> Expr {
    let outer = ast::span(&value);
    let block = ast::value_block(value, Span::mixed_site().located_at(outer));
    ast::paren(ast::block_expr(block), syn::token::Paren(outer))
}

/// Tells whether an expression that never comes to its end is of the type of a value nevertheless.
pub fn ends_with_value(expr: &Expr) -> bool {
    let block = |block: &Block| match block.stmts.last() {
        Some(Stmt::Expr(tail, None)) => ends_with_value(tail),
        _ => false,
    };
    match expr {
        Expr::Block(expr) => expr.label.is_none() && block(&expr.block),
        Expr::Unsafe(expr) => block(&expr.block),
        // Its branches are not reached, and have a type nevertheless; without an `else` it is `()`.
        Expr::If(expr) => {
            expr.else_branch.is_none()
                || flow::diverges(&expr.cond)
                || block(&expr.then_branch)
                || expr.else_branch.as_ref().is_some_and(|(_, other)| ends_with_value(other))
        }
        Expr::Match(expr) => {
            flow::diverges(&expr.expr) || expr.arms.iter().any(|arm| ends_with_value(&arm.body))
        }
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => false,
        Expr::Macro(expr) => match known::Kind::of(&expr.mac) {
            Some(kind) => kind.has_value(&expr.mac),
            None => true,
        },
        Expr::Loop(_) => false,
        // It is not entered, and is of the type `()`.
        Expr::While(_) | Expr::ForLoop(_) => true,
        expr => Marker::parse(expr).is_none() && !scan::is_unit_form(expr),
    }
}

/// Gives the value of a function whose end is not reached to nobody, so that rustc says that this is not reached.
pub(super) fn dead_value(mut value: Expr, ty: &Type) -> Expr {
    let Expr::Block(body) = &mut value else { return value };
    let Some(Stmt::Expr(tail, None)) = body.block.stmts.last_mut() else { return value };
    let is_value = matches!(
        tail,
        Expr::Binary(_)
            | Expr::Unary(_)
            | Expr::Cast(_)
            | Expr::Path(_)
            | Expr::Lit(_)
            | Expr::Call(_)
            | Expr::MethodCall(_)
            | Expr::Field(_)
            | Expr::Struct(_)
            | Expr::Index(_)
            | Expr::Array(_)
    );
    if !is_value || flow::diverges(tail) {
        return value;
    }
    let at = ast::span(tail);
    let unused = syn::parse2(quote_spanned!(at=> let _: #ty = #tail;));
    body.block.stmts.pop();
    body.block.stmts.push(unused.expect("generated syntax is valid"));
    value
}

/// Finds a loop or an assignment in the place of a function's value: where it begins and ends.
pub(super) fn valueless_tail(body: &Block) -> Option<(Span, Span)> {
    let Some(Stmt::Expr(tail, None)) = body.stmts.last() else { return None };
    let start = ast::span(tail);
    match tail {
        Expr::ForLoop(expr) => Some((start, expr.body.brace_token.span.close())),
        Expr::While(expr) => Some((start, expr.body.brace_token.span.close())),
        Expr::Assign(expr) => Some((start, ast::end(&expr.right).unwrap_or(start))),
        _ => None,
    }
}
