//! Syntax that the macro makes.
//!
//! In: pieces of syntax. Out: larger ones. Built as trees and not by printing and parsing again,
//! since an expression may begin with a block, which a statement may not.

use proc_macro2::{Span, TokenStream};
use syn::{Arm, Block, Expr, ExprBlock, ExprIf, ExprMatch, Label, Pat, Stmt, Token, token::Brace};

/// Makes `{ stmts }`.
pub fn block(stmts: Vec<Stmt>, span: Span) -> Block {
    Block { brace_token: Brace(span), stmts }
}

/// Wraps a block as an expression.
pub fn block_expr(block: Block) -> Expr {
    Expr::Block(ExprBlock { attrs: Vec::new(), label: None, block })
}

/// Makes `{ value }`.
pub fn value_block(value: Expr, span: Span) -> Block {
    block(vec![Stmt::Expr(value, None)], span)
}

/// Makes `if cond { then } else { otherwise }`.
pub fn if_else(cond: Expr, then: Block, otherwise: Block, span: Span) -> ExprIf {
    ExprIf {
        attrs: Vec::new(),
        if_token: Token![if](span),
        cond: Box::new(cond),
        then_branch: then,
        else_branch: Some((Token![else](span), Box::new(block_expr(otherwise)))),
    }
}

/// Makes `if let pat = value { then }`.
pub fn if_let(pat: Pat, value: Expr, then: Block, span: Span) -> Expr {
    let cond = Expr::Let(syn::ExprLet {
        attrs: Vec::new(),
        let_token: Token![let](span),
        pat: Box::new(pat),
        eq_token: Token![=](span),
        expr: Box::new(value),
    });
    Expr::If(ExprIf {
        attrs: Vec::new(),
        if_token: Token![if](span),
        cond: Box::new(cond),
        then_branch: then,
        else_branch: None,
    })
}

/// Makes `match value { arms }`.
pub fn match_expr(value: Expr, arms: Vec<Arm>, span: Span) -> Expr {
    Expr::Match(ExprMatch {
        attrs: Vec::new(),
        match_token: Token![match](span),
        expr: Box::new(value),
        brace_token: Brace(span),
        arms,
    })
}

/// Makes `pat => body`.
pub fn arm(pat: Pat, body: Expr, span: Span) -> Arm {
    Arm {
        attrs: Vec::new(),
        pat,
        fat_arrow_token: Token![=>](span),
        body: Box::new(body),
        comma: Some(Token![,](span)),
    }
}

/// Makes `label: loop { body }`.
pub fn loop_expr(label: Option<Label>, body: Block, span: Span) -> Expr {
    Expr::Loop(syn::ExprLoop { attrs: Vec::new(), label, loop_token: Token![loop](span), body })
}

/// Makes `break label value`.
pub fn break_expr(label: &syn::Lifetime, value: Option<Expr>, span: Span) -> Expr {
    Expr::Break(syn::ExprBreak {
        attrs: Vec::new(),
        break_token: Token![break](span),
        label: Some(label.clone()),
        expr: value.map(Box::new),
    })
}

/// Parses a pattern that the macro wrote.
pub fn pat(tokens: TokenStream) -> Pat {
    use syn::parse::Parser;
    Pat::parse_single.parse2(tokens).expect("generated syntax is valid")
}
