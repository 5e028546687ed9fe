//! Receivers that are made where their method is called.
//!
//! In: a method call. Out: whether it takes its receiver, so that nothing of it lives on. Names and numbers
//! of arguments decide, and what makes the receiver: a lock's guard is only looked through.

use syn::{Expr, ExprMethodCall};

use crate::{analysis::moves, known, resolve::shape};

/// Tells whether a method takes a receiver that was just made.
pub fn is_taken(call: &ExprMethodCall) -> bool {
    let method = call.method.to_string();
    if is_guard(&call.receiver) {
        return false;
    }
    match (method.as_str(), call.args.len()) {
        // Of an option or a cell: the iterators' have an argument.
        ("take", 0) => false,
        // Of slices, or of iterators.
        ("last" | "is_sorted", 0) => !is_list(&call.receiver),
        ("bytes" | "split", _) => shape::makes_reader(&call.receiver),
        // Of slices; a thread's has no argument.
        ("join", 1) => false,
        // Of what is compared by reference; the iterators' take another iterator.
        ("eq" | "ne" | "lt" | "le" | "cmp", 1) => !matches!(call.args[0], Expr::Reference(_)),
        _ => moves::takes_temporary(&method),
    }
}

/// Tells whether an expression gives the guard of a lock or a cell.
pub fn is_guard(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(paren) => is_guard(&paren.expr),
        Expr::Try(inner) => is_locked(&inner.expr),
        Expr::MethodCall(call) => match call.method.to_string().as_str() {
            "borrow" | "borrow_mut" => call.args.is_empty(),
            "unwrap" | "expect" | "unwrap_or_else" => is_locked(&call.receiver),
            _ => false,
        },
        _ => false,
    }
}

/// Tells whether an expression gives a guard, or why there is none.
fn is_locked(expr: &Expr) -> bool {
    let Expr::MethodCall(call) = expr else { return false };
    call.args.is_empty()
        && matches!(
            call.method.to_string().as_str(),
            "lock"
                | "read"
                | "write"
                | "try_lock"
                | "try_read"
                | "try_write"
                | "try_borrow"
                | "try_borrow_mut"
        )
}

/// Tells whether an expression surely gives a list, whose methods look at it.
fn is_list(expr: &Expr) -> bool {
    match expr {
        Expr::Array(_) | Expr::Repeat(_) => true,
        Expr::Paren(paren) => is_list(&paren.expr),
        Expr::Macro(expr) => known::Kind::of(&expr.mac)
            .is_some_and(|kind| matches!(kind, known::Kind::Vec | known::Kind::VecRepeat)),
        Expr::MethodCall(call) => {
            matches!(call.method.to_string().as_str(), "to_vec" | "into_vec" | "into_boxed_slice")
        }
        _ => false,
    }
}
