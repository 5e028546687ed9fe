//! Branches whose ends all borrow what they make.
//!
//! In: a branch that a `let` borrows from, of which an arm suspends: `if c { yield_!(1); &mut [0; 4] } else { &mut [1; 4] }`.
//! Out: `&mut if c { yield_!(1); [0; 4] } else { [1; 4] }`, which makes one value for the `let` to extend. It is made, and
//! it ends, where rustc's own temporaries are and do; a reference to one could not be passed on beside it. Where locals of
//! an arm end behind its value, that stays refused: if one panicked, the value would not be dropped.

use syn::{Block, Expr, ExprReference, Stmt, Token};

use super::extended::makes_temporary;
use crate::{flow, resolve::names::Locals};

/// Moves the `&` of all ends of a branch in front of it, if each borrows a value.
pub fn borrow_once(expr: &mut Expr, locals: &Locals) -> bool {
    let mut borrows = Vec::new();
    if !all_borrow(expr, locals, &mut borrows) {
        return false;
    }
    let Some((and_token, mutability)) = borrows.first().copied() else { return false };
    if borrows.iter().any(|(_, other)| other.is_some() != mutability.is_some()) {
        return false;
    }
    take_values(expr);
    let branch = std::mem::replace(expr, super::unit(and_token.span));
    *expr = Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token,
        mutability,
        expr: Box::new(branch),
    });
    true
}

/// How ends borrow.
type Borrows = Vec<(Token![&], Option<Token![mut]>)>;

/// Lists how the ends borrow; tells whether all of them do, and borrow values that no local ends behind.
fn all_borrow(expr: &Expr, locals: &Locals, found: &mut Borrows) -> bool {
    if flow::diverges(expr) {
        return true;
    }
    match expr {
        Expr::If(branch) => branch.else_branch.as_ref().is_some_and(|(_, other)| {
            block_borrows(&branch.then_branch, locals, found) && all_borrow(other, locals, found)
        }),
        Expr::Match(branch) => branch.arms.iter().all(|arm| {
            let binds = !locals.bound_by(&arm.pat).is_empty();
            all_borrow(&arm.body, locals, found) && (!binds || flow::diverges(&arm.body))
        }),
        Expr::Block(block) if block.label.is_none() => block_borrows(&block.block, locals, found),
        Expr::Unsafe(block) => block_borrows(&block.block, locals, found),
        Expr::Reference(reference) if reference.attrs.is_empty() => {
            let mutable = reference.mutability.is_some();
            found.push((reference.and_token, reference.mutability));
            let mut value = &*reference.expr;
            while let Expr::Paren(paren) = value {
                value = &paren.expr;
            }
            makes_temporary(value, mutable)
        }
        _ => false,
    }
}

fn block_borrows(block: &Block, locals: &Locals, found: &mut Borrows) -> bool {
    let declares = || block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Local(_)));
    flow::block_diverges(block)
        || matches!(block.stmts.last(), Some(Stmt::Expr(tail, None))
            if all_borrow(tail, locals, found) && !declares())
}

/// Takes the `&` off the ends.
fn take_values(expr: &mut Expr) {
    if flow::diverges(expr) {
        return;
    }
    match expr {
        Expr::If(branch) => {
            take_value_of(&mut branch.then_branch);
            branch.else_branch.iter_mut().for_each(|(_, other)| take_values(other));
        }
        Expr::Match(branch) => branch.arms.iter_mut().for_each(|arm| take_values(&mut arm.body)),
        Expr::Block(block) => take_value_of(&mut block.block),
        Expr::Unsafe(block) => take_value_of(&mut block.block),
        Expr::Reference(reference) => {
            let nothing = super::unit(reference.and_token.span);
            *expr = std::mem::replace(&mut *reference.expr, nothing);
        }
        _ => {}
    }
}

fn take_value_of(block: &mut Block) {
    if flow::block_diverges(block) {
        return;
    }
    if let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
        take_values(tail);
    }
}
