//! Braces that the output does without.
//!
//! In: the printed code of a block, in which each scope of the source that a suspension has taken apart
//! has its braces in each part. Out: the same code without those that make no difference.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Expr, ExprBlock, ExprBreak, Stmt, token::Brace};

use crate::{answer, ast, scan, temporaries};

/// Takes the only thing in a block without a label, if it is a `match`.
fn sole_match(expr: &mut Expr) -> Option<Expr> {
    let Expr::Block(block) = expr else { return None };
    match block.block.stmts.as_slice() {
        [Stmt::Expr(Expr::Match(_), None)] if block.label.is_none() => {
            let Some(Stmt::Expr(inner, None)) = block.block.stmts.pop() else { return None };
            Some(inner)
        }
        _ => None,
    }
}

/// A block without a label that consists of a name.
pub fn sole_name(expr: &mut Expr) -> Option<&mut Block> {
    let is_name = sole_value(expr).is_some_and(answer::is_name);
    match expr {
        Expr::Block(block) if is_name => Some(&mut block.block),
        _ => None,
    }
}

/// Returns the value of a block without a label that is nothing else.
pub fn sole_value(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Block(block) if block.label.is_none() => ast::sole_value(&block.block),
        _ => None,
    }
}

/// Tells whether a block only stands around a value that would need a semicolon without it.
pub fn checks_unit(block: &ExprBlock) -> bool {
    let ends_itself = |expr: &Expr| scan::is_block_like(expr) || matches!(expr, Expr::Verbatim(_));
    block.label.is_none()
        && matches!(block.block.stmts.as_slice(), [Stmt::Expr(expr, None)] if !ends_itself(expr))
}

/// Makes the value of a labelled block that only leaves itself with one that of a block without a label.
pub fn unlabel(expr: &mut Expr) {
    let ends_here = |value: &Expr| answer::is_name(value) || temporaries::end_inside(value);
    let Some(jump) = sole_break(expr) else { return };
    if !jump.expr.as_deref().is_some_and(ends_here) {
        return;
    }
    let value = jump.expr.take();
    if let (Expr::Block(block), Some(value)) = (expr, value) {
        block.block.stmts = vec![Stmt::Expr(*value, None)];
        block.label = None;
    }
}

/// Leaves at once with the value of a labelled block that only leaves itself with one: its temporaries end on the way.
pub fn leave_once(expr: &mut Expr) {
    let Expr::Break(outer) = expr else { return };
    let Some(inner) = outer.expr.as_deref_mut().and_then(sole_break) else { return };
    if inner.attrs.is_empty() {
        outer.expr = inner.expr.take();
    }
}

/// Gives a local the value of such a block: its temporaries end with the `let`, unless a reference in it has them live
/// on.
pub fn let_once(stmt: &mut Stmt) {
    let Stmt::Local(stmt) = stmt else { return };
    let Some(init) = stmt.init.as_mut().filter(|init| init.diverge.is_none()) else { return };
    let Some(jump) = sole_break(&mut init.expr).filter(|jump| jump.attrs.is_empty()) else {
        return;
    };
    let ends_with = |value: &mut Box<Expr>| !holds_reference(value.to_token_stream());
    if let Some(value) = jump.expr.take_if(ends_with) {
        init.expr = value;
    }
}

fn holds_reference(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => holds_reference(group.stream()),
        token => scan::is_punct(&token, '&'),
    })
}

/// Returns the jump of a labelled block that does nothing but leave itself with a value, in which nothing leaves it.
fn sole_break(value: &mut Expr) -> Option<&mut ExprBreak> {
    let Expr::Block(block) = value else { return None };
    let label = block.label.as_ref()?;
    let [Stmt::Expr(Expr::Break(jump), _)] = block.block.stmts.as_mut_slice() else { return None };
    let leaves = jump.label.as_ref().is_some_and(|target| target.ident == label.name.ident);
    let is_alone = |value: &Expr| !scan::expr_breaks_to(value, &label.name);
    (leaves && jump.expr.as_deref().is_some_and(is_alone)).then_some(jump)
}

/// Takes a value out of braces that stand around nothing else: what is taken is no place, with braces or without.
pub fn unwrap_taken(value: &mut Expr) {
    loop {
        unlabel(value);
        let is_taken = |value: &Expr| {
            matches!(value, Expr::Block(_) | Expr::Lit(_))
                || ast::is_unit_value(value)
                || answer::is_name(value)
        };
        if !sole_value(value).is_some_and(is_taken) {
            return;
        }
        let Expr::Block(block) = value else { return };
        let Some(Stmt::Expr(inner, None)) = block.block.stmts.pop() else { return };
        *value = inner;
    }
}

/// Replaces a block without a label that consists of one expression other than a name by it.
pub fn unwrap_sole_expr(expr: &mut Expr) {
    let Expr::Block(block) = expr else { return };
    let sole = match block.block.stmts.as_slice() {
        [Stmt::Expr(name, None)] if answer::is_name(name) => false,
        // Behind `else` a block can have no label.
        [Stmt::Expr(Expr::Block(inner), None)] if inner.label.is_some() => false,
        [Stmt::Expr(inner, None)] => block.label.is_none() && temporaries::end_inside(inner),
        _ => false,
    };
    if !sole {
        return;
    }
    if let Some(Stmt::Expr(inner, None)) = block.block.stmts.pop() {
        *expr = inner;
    }
}

/// Puts the statements of blocks into the block around them: of blocks that declare nothing, and of one
/// that control leaves the block around it by.
pub fn inline_blocks(stmts: &mut Vec<Stmt>) {
    for stmt in stmts.iter_mut() {
        // What is matched ends with the statement, with braces around it or without.
        if let Stmt::Expr(expr, semi) = stmt {
            if semi.is_some() && !scan::is_unit_form(expr) {
                continue;
            }
            if let Some(inner) = sole_match(expr) {
                *expr = inner;
            }
        }
    }
    let count = stmts.len();
    for stmt in stmts.iter_mut().take(count.saturating_sub(1)) {
        // Around what is left of the user's block, the user's braces are for no lint to judge. The temporaries of a
        // statement end with it in each edition.
        if let Stmt::Expr(Expr::Block(block), None) = stmt {
            if checks_unit(block) {
                let braces = block.block.brace_token.span.join();
                block.block.brace_token = Brace(Span::mixed_site().located_at(braces));
            }
        }
    }
    let mut index = 0;
    while index < stmts.len() {
        let last = index + 1 == stmts.len();
        let plain = match &stmts[index] {
            Stmt::Expr(Expr::Block(block), semi)
                if block.label.is_none() && block.attrs.is_empty() =>
            {
                let stmts = &block.block.stmts;
                let value = matches!(stmts.last(), Some(Stmt::Expr(_, None)));
                (last && leaves(stmts))
                    || (stmts.iter().all(|stmt| matches!(stmt, Stmt::Expr(..)))
                        && (!value || (last && semi.is_none())))
            }
            _ => false,
        };
        if plain {
            if let Stmt::Expr(Expr::Block(block), _) = stmts.remove(index) {
                let inner = block.block.stmts;
                let count = inner.len();
                stmts.splice(index..index, inner);
                index += count;
            }
        } else {
            index += 1;
        }
    }
}

/// Tells whether statements end with what leaves them, and name nothing that could also be seen from
/// in front of them.
fn leaves(stmts: &[Stmt]) -> bool {
    let Some((Stmt::Expr(Expr::Verbatim(_), _), before)) = stmts.split_last() else { return false };
    before.iter().all(|stmt| matches!(stmt, Stmt::Expr(..) | Stmt::Local(_)))
}

/// Takes a name out of the block of a condition that only binds it again.
pub fn unwrap_condition(cond: &mut Expr) {
    let Expr::Block(block) = &*cond else { return };
    let [Stmt::Local(stmt), Stmt::Expr(Expr::Path(value), None)] = block.block.stmts.as_slice()
    else {
        return;
    };
    let is_value = scan::rebound(stmt).is_some_and(|name| value.path.is_ident(name));
    if block.label.is_none() && is_value {
        *cond = Expr::Path(value.clone());
    }
}
