//! Syntax that the macro makes.
//!
//! In: pieces of syntax. Out: larger ones. Built as trees and not by printing and parsing again,
//! since an expression may begin with a block, which a statement may not.

use proc_macro2::{Ident, Span};
use syn::{
    Arm, Block, Expr, ExprBinary, ExprBlock, ExprIf, ExprMatch, ExprPath, Label, Pat, Path, Stmt,
    Token,
    punctuated::Punctuated,
    spanned::Spanned,
    token::{Brace, Paren},
};

use crate::ir::Marker;

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

/// Puts an expression into parentheses.
pub fn paren(expr: Expr, paren_token: syn::token::Paren) -> Expr {
    Expr::Paren(syn::ExprParen { attrs: Vec::new(), paren_token, expr: Box::new(expr) })
}

/// Makes the parentheses around an expression the macro's own, where it stands in another place than the user's:
/// rustc's advice to leave them out is not about that.
pub fn own_parens(expr: &mut Expr) {
    if let Expr::Paren(paren) = expr {
        paren.paren_token = Paren(Span::mixed_site().located_at(paren.paren_token.span.join()));
    }
}

/// Tells whether an expression is `()`.
pub fn is_unit_value(expr: &Expr) -> bool {
    matches!(expr, Expr::Tuple(tuple) if tuple.elems.is_empty())
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
    Expr::If(ExprIf {
        attrs: Vec::new(),
        if_token: Token![if](span),
        cond: Box::new(let_expr(pat, value, span)),
        then_branch: then,
        else_branch: None,
    })
}

/// Makes the condition `let pat = value`.
pub fn let_expr(pat: Pat, value: Expr, span: Span) -> Expr {
    Expr::Let(syn::ExprLet {
        attrs: Vec::new(),
        let_token: Token![let](span),
        pat: Box::new(pat),
        eq_token: Token![=](span),
        expr: Box::new(value),
    })
}

/// Makes `left && right`.
pub fn and(left: Expr, right: Expr, span: Span) -> Expr {
    Expr::Binary(ExprBinary {
        attrs: Vec::new(),
        left: Box::new(left),
        op: syn::BinOp::And(Token![&&](span)),
        right: Box::new(right),
    })
}

/// Returns the value of a block that is nothing else.
pub fn sole_value(block: &Block) -> Option<&Expr> {
    match block.stmts.as_slice() {
        [Stmt::Expr(value, None)] => Some(value),
        _ => None,
    }
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

/// Makes `break`.
pub fn plain_break(span: Span) -> Expr {
    Expr::Break(syn::ExprBreak {
        attrs: Vec::new(),
        break_token: Token![break](span),
        label: None,
        expr: None,
    })
}

/// Makes `let pat = value;`.
pub fn let_stmt(pat: Pat, value: Expr, span: Span) -> Stmt {
    Stmt::Local(syn::Local {
        attrs: Vec::new(),
        let_token: Token![let](span),
        modifiers: syn::LocalModifiers::default(),
        pat,
        init: Some(syn::LocalInit {
            eq_token: Token![=](span),
            expr: Box::new(value),
            diverge: None,
        }),
        semi_token: Token![;](span),
    })
}

/// Makes `left = value;`.
pub fn assign_stmt(left: Expr, value: Expr, span: Span) -> Stmt {
    let assignment = Expr::Assign(syn::ExprAssign {
        attrs: Vec::new(),
        left: Box::new(left),
        eq_token: Token![=](span),
        right: Box::new(value),
    });
    Stmt::Expr(assignment, Some(Token![;](span)))
}

/// Makes an expression of one name.
pub fn name(ident: Ident) -> Expr {
    path_expr(ident.into())
}

/// Makes an expression of a path.
pub fn path_expr(path: Path) -> Expr {
    Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path })
}

/// Makes the path `::core::a::b`.
pub fn core_path(names: &[&str], span: Span) -> Path {
    let mut segments = Punctuated::new();
    for name in ["core"].iter().chain(names) {
        if !segments.is_empty() {
            segments.push_punct(Token![::](span));
        }
        segments.push_value(Ident::new(name, span).into());
    }
    Path { leading_colon: Some(Token![::](span)), segments }
}

/// Makes `function(argument)`.
pub fn call(function: Path, argument: Expr, span: Span) -> Expr {
    Expr::Call(syn::ExprCall {
        attrs: Vec::new(),
        func: Box::new(path_expr(function)),
        paren_token: Paren(span),
        args: Punctuated::from_iter([argument]),
    })
}

/// Makes the pattern `path(pat)`.
pub fn tuple_struct(path: Path, pat: Pat, span: Span) -> Pat {
    Pat::TupleStruct(syn::PatTupleStruct {
        attrs: Vec::new(),
        qself: None,
        path,
        paren_token: Paren(span),
        elems: Punctuated::from_iter([pat]),
    })
}

/// Makes the pattern `path`.
pub fn path_pat(path: Path) -> Pat {
    Pat::Path(ExprPath { attrs: Vec::new(), qself: None, path })
}

/// Makes the branch that `a && b` or `a || b` is, with the operator's attributes.
pub fn lazy_branch(expr: ExprBinary) -> ExprIf {
    let span = Span::mixed_site().located_at(expr.op.span());
    let (left, right) = (*expr.left, *expr.right);
    let constant = |value: bool| -> Block {
        let lit = syn::Lit::Bool(syn::LitBool::new(value, span));
        value_block(Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit }), span)
    };
    let mut branch = match expr.op {
        syn::BinOp::And(_) => if_else(left, value_block(right, span), constant(false), span),
        _ => if_else(left, constant(true), value_block(right, span), span),
    };
    branch.attrs = expr.attrs;
    branch
}

/// Returns where an expression stands, without printing all of it where its first and last token are
/// known.
pub fn span(expr: &Expr) -> Span {
    if let Some(span) = place(expr) {
        return span;
    }
    match ends(expr) {
        Some((first, last)) => first.join(last).unwrap_or(first),
        None => expr.span(),
    }
}

/// Returns where an expression of one token, one group or one marker stands.
fn place(expr: &Expr) -> Option<Span> {
    match expr {
        Expr::Path(path) if path.attrs.is_empty() => path.path.get_ident().map(Ident::span),
        Expr::Lit(literal) if literal.attrs.is_empty() => Some(literal.lit.span()),
        Expr::Block(block) if block.attrs.is_empty() && block.label.is_none() => {
            Some(block.block.brace_token.span.join())
        }
        Expr::Tuple(tuple) if tuple.attrs.is_empty() => Some(tuple.paren_token.span.join()),
        Expr::Field(field) if Marker::parse(expr).is_some() => Some(field.dot_token.span),
        _ => None,
    }
}

/// Returns where an expression begins.
pub fn start(expr: &Expr) -> Span {
    place(expr).or_else(|| ends(expr).map(|(first, _)| first)).unwrap_or_else(|| expr.span())
}

/// Returns where an expression ends, if its last token is known.
pub fn end(expr: &Expr) -> Option<Span> {
    Some(ends(expr)?.1)
}

/// Returns where an expression's first and last token stand.
fn ends(expr: &Expr) -> Option<(Span, Span)> {
    let last = |block: &Block| block.brace_token.span.join();
    let labelled = |label: &Option<Label>, or: Span| match label {
        Some(label) => label.name.apostrophe,
        None => or,
    };
    let (attrs, first, last) = match expr {
        Expr::Block(expr) => {
            let last = last(&expr.block);
            (&expr.attrs, labelled(&expr.label, last), last)
        }
        Expr::Loop(expr) => {
            (&expr.attrs, labelled(&expr.label, expr.loop_token.span), last(&expr.body))
        }
        Expr::While(expr) => {
            (&expr.attrs, labelled(&expr.label, expr.while_token.span), last(&expr.body))
        }
        Expr::If(expr) => {
            let last = match &expr.else_branch {
                Some((_, other)) => ends(other)?.1,
                None => last(&expr.then_branch),
            };
            (&expr.attrs, expr.if_token.span, last)
        }
        Expr::Match(expr) => (&expr.attrs, expr.match_token.span, expr.brace_token.span.join()),
        Expr::Path(expr) => {
            let (first, last) = (expr.path.segments.first()?, expr.path.segments.last()?);
            if expr.qself.is_some() || !last.arguments.is_none() {
                return None;
            }
            let first = match &expr.path.leading_colon {
                Some(colon) => colon.spans[0],
                None => first.ident.span(),
            };
            (&expr.attrs, first, last.ident.span())
        }
        Expr::Lit(expr) => (&expr.attrs, expr.lit.span(), expr.lit.span()),
        Expr::Field(expr) => {
            let last = match &expr.member {
                syn::Member::Named(name) => name.span(),
                syn::Member::Unnamed(index) => index.span,
            };
            (&expr.attrs, ends(&expr.base)?.0, last)
        }
        Expr::Tuple(expr) => {
            let span = expr.paren_token.span.join();
            (&expr.attrs, span, span)
        }
        Expr::MethodCall(expr) => {
            (&expr.attrs, ends(&expr.receiver)?.0, expr.paren_token.span.join())
        }
        Expr::Call(expr) => (&expr.attrs, ends(&expr.func)?.0, expr.paren_token.span.join()),
        Expr::Macro(expr) => {
            let first = expr.mac.path.segments.first()?.ident.span();
            (&expr.attrs, first, expr.mac.delimiter.span().close())
        }
        Expr::Reference(expr) => (&expr.attrs, expr.and_token.span, ends(&expr.expr)?.1),
        Expr::Binary(expr) => (&expr.attrs, ends(&expr.left)?.0, ends(&expr.right)?.1),
        Expr::Try(expr) => (&expr.attrs, ends(&expr.expr)?.0, expr.question_token.span),
        _ => return None,
    };
    attrs.is_empty().then_some((first, last))
}

/// Makes `Some(value)` or `None`.
pub fn option(value: Option<Expr>, span: Span) -> Expr {
    let variant = |name| core_path(&["option", "Option", name], span);
    match value {
        Some(value) => call(variant("Some"), value, span),
        None => path_expr(variant("None")),
    }
}

/// Puts parentheses around the value of a user's jump that gets a label, if it could be taken for the label's own
/// block or loop.
pub fn set_apart(value: &mut Expr) {
    let is_alike = match value {
        Expr::Block(block) => block.label.is_none(),
        Expr::Loop(block) => block.label.is_none(),
        Expr::While(block) => block.label.is_none(),
        Expr::ForLoop(block) => block.label.is_none(),
        _ => false,
    };
    if is_alike {
        let at = Span::mixed_site().located_at(span(value));
        let inner = std::mem::replace(value, Expr::Verbatim(<_>::default()));
        *value = paren(inner, Paren(at));
    }
}
