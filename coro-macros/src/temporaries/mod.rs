//! Which expressions make temporaries that live on to the end of their statement.
//!
//! In: resolved syntax. Out: for one expression, the operand that is borrowed and not taken, so that
//! its value lives on; for a tree, whether it holds one. A macro cannot see whether a method takes
//! its receiver by value, so names decide: those that do so throughout the standard library count as
//! taking it, all others as borrowing what a call or a method has just made. Whether that has anything
//! to drop is decided by its type, at the suspension.

mod jumps;
mod patterns;
mod receivers;

use syn::{BinOp, Expr, UnOp};

pub use self::{
    jumps::{come_of_jumps, leaves_temporaries},
    patterns::{
        binds_by_reference, condition_takes_all, holds_mutable_reference, holds_reference,
        holds_wildcard, is_literal, keeps_matched, kept_by_guard, only_looks, outlive_tail,
        take_all, takes_nothing,
    },
    receivers::{is_guard, is_taken},
};
use crate::{
    known, scan,
    visit::{self, Visit},
};

/// Tells whether an operand of an expression becomes a temporary and outlives the expression.
fn has_temporary_operand(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => {
            is_made_here(place_of_value(&call.receiver)) && !receivers::is_taken(call)
        }
        Expr::Reference(reference) => is_borrowed_value(place_of_value(&reference.expr)),
        // What is called is borrowed, unless it is a function that is called once.
        Expr::Call(call) => is_made_to_call(&call.func),
        Expr::Index(index) => is_made_here(&index.expr),
        Expr::Field(field) => is_made_here(&field.base) || is_borrowed_value(&field.base),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) && is_made_here(&unary.expr),
        Expr::Binary(binary) => {
            scan::is_comparison(&binary.op)
                && (is_made_here(&binary.left) || is_made_behind_name(binary))
        }
        // What is matched lives on if the arms take nothing out of it.
        Expr::Match(branch) => {
            is_made_here(&branch.expr)
                && branch.arms.iter().all(|arm| only_looks(&arm.pat))
                && !branch.arms.iter().any(|arm| is_literal(&arm.pat))
        }
        // What the literal leaves of its base.
        Expr::Struct(literal) => literal.rest.as_ref().is_some_and(|base| is_made_here(base)),
        Expr::Paren(paren) => has_temporary_operand(&paren.expr),
        _ => false,
    }
}

/// Tells whether an operand makes nothing: it is a literal, or a place that can be looked at again.
fn rests(operand: &Expr) -> bool {
    matches!(operand, Expr::Lit(_)) || scan::is_stable_place(operand)
}

/// Tells whether the right operand of a comparison is made behind what needs no temporary.
fn is_made_behind_name(binary: &syn::ExprBinary) -> bool {
    let is_element = matches!(&*binary.left, Expr::Index(index)
        if rests(&index.expr) && matches!(*index.index, Expr::Lit(_) | Expr::Path(_)));
    (rests(&binary.left) || is_element)
        && is_made_here(&binary.right)
        && !scan::needs_lowering(&binary.right)
}

/// Tells whether arms may leave parts of what is matched, which is made there.
fn leaves_parts(branch: &syn::ExprMatch) -> bool {
    is_made_here(&branch.expr) && branch.arms.iter().any(|arm| patterns::leaves_part(&arm.pat))
}

/// Tells whether arms take parts of what is matched, which is made there, and leave others by `_`.
fn leaves_unnamed(branch: &syn::ExprMatch) -> bool {
    let pats = || branch.arms.iter().map(|arm| &arm.pat);
    is_made_here(&branch.expr)
        && pats().any(patterns::holds_wildcard)
        && !pats().all(only_looks)
        && !pats().any(is_literal)
}

/// Returns the operand of an expression that becomes a temporary and outlives the expression, if it is the first.
pub fn temporary_operand(expr: &mut Expr) -> Option<&mut Expr> {
    if has_temporary_operand(expr) { operand(expr) } else { None }
}

/// Returns the operand of an expression that has such an operand.
fn operand(expr: &mut Expr) -> Option<&mut Expr> {
    Some(match expr {
        Expr::MethodCall(call) => place_of_value_mut(&mut call.receiver),
        Expr::Reference(reference) => place_of_value_mut(&mut reference.expr),
        Expr::Call(call) => &mut call.func,
        Expr::Index(index) => &mut index.expr,
        Expr::Field(field) => &mut field.base,
        Expr::Unary(unary) => &mut unary.expr,
        Expr::Binary(binary) => {
            let left = is_made_here(&binary.left);
            if left { &mut binary.left } else { &mut binary.right }
        }
        Expr::Match(branch) => &mut branch.expr,
        Expr::Paren(paren) => return operand(&mut paren.expr),
        _ => return None,
    })
}

/// Returns the value that a place is part of, or the expression itself.
pub fn place_of_value(expr: &Expr) -> &Expr {
    match expr {
        Expr::Field(field) => place_of_value(&field.base),
        Expr::Paren(paren) => place_of_value(&paren.expr),
        Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_), expr, .. }) => place_of_value(expr),
        other => other,
    }
}

/// As [`place_of_value`].
pub fn place_of_value_mut(expr: &mut Expr) -> &mut Expr {
    match expr {
        Expr::Field(field) => place_of_value_mut(&mut field.base),
        Expr::Paren(paren) => place_of_value_mut(&mut paren.expr),
        Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_), expr, .. }) => place_of_value_mut(expr),
        other => other,
    }
}

/// Tells whether an expression holds a temporary that lives to the end of the statement it is in.
pub fn holds_temporary(expr: &Expr) -> bool {
    let mut scan = Holds { found: false };
    scan.visit_expr(expr);
    scan.found
}

/// Tells whether an expression surely makes no temporary that its end would drop: it is made of
/// names, literals and what takes them.
pub fn is_plain(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Lit(_) => true,
        Expr::Call(expr) => {
            !is_made_to_call(&expr.func) && is_plain(&expr.func) && expr.args.iter().all(is_plain)
        }
        Expr::MethodCall(expr) => {
            scan::is_stable_place(&expr.receiver) && expr.args.iter().all(is_plain)
        }
        Expr::Tuple(expr) => expr.elems.iter().all(is_plain),
        Expr::Array(expr) => expr.elems.iter().all(is_plain),
        Expr::Struct(expr) => {
            expr.rest.is_none() && expr.fields.iter().all(|field| is_plain(&field.expr))
        }
        Expr::Field(expr) => scan::is_stable_place(&expr.base),
        Expr::Cast(expr) => is_plain(&expr.expr),
        Expr::Unary(expr) => is_plain(&expr.expr),
        // What is compared is borrowed: a value that is made there is a temporary.
        Expr::Binary(expr) if scan::is_comparison(&expr.op) => {
            rests(&expr.left) && rests(&expr.right)
        }
        Expr::Binary(expr) => is_plain(&expr.left) && is_plain(&expr.right),
        _ => false,
    }
}

/// Tells whether an expression is a value whose temporaries surely end with it: around it, braces
/// change nothing.
pub fn end_inside(expr: &Expr) -> bool {
    match expr {
        Expr::Block(_) | Expr::Unsafe(_) | Expr::If(_) | Expr::Loop(_) | Expr::While(_) => true,
        Expr::Match(expr) => scan::is_stable_place(&expr.expr),
        Expr::ForLoop(expr) => scan::is_stable_place(&expr.expr) || is_plain(&expr.expr),
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) | Expr::Verbatim(_) => true,
        expr => !scan::is_place(expr) && is_plain(expr),
    }
}

/// Tells whether an initialiser borrows a value that lives as long as what the `let` declares.
pub fn extends(init: &Expr) -> bool {
    match init {
        Expr::Reference(_) => true,
        Expr::Paren(expr) => extends(&expr.expr),
        Expr::Cast(expr) => extends(&expr.expr),
        Expr::Tuple(expr) => expr.elems.iter().any(extends),
        Expr::Array(expr) => expr.elems.iter().any(extends),
        Expr::Struct(expr) => expr.fields.iter().any(|field| extends(&field.expr)),
        _ => false,
    }
}

/// Tells whether an expression is a value that a call or a suspension has just made.
pub fn is_made_here(expr: &Expr) -> bool {
    match expr {
        Expr::Call(_) | Expr::MethodCall(_) | Expr::Struct(_) | Expr::Yield(_) | Expr::Try(_) => {
            true
        }
        Expr::Macro(mac) => {
            let name = mac.mac.path.segments.last().map(|last| last.ident.to_string());
            name.is_some_and(|name| name == "vec" || name == "format" || name == "dbg")
                || known::parse(&mac.mac).is_none()
        }
        Expr::Paren(paren) => is_made_here(&paren.expr),
        Expr::Binary(binary) => is_arithmetic(binary),
        Expr::Unary(unary) => !matches!(unary.op, UnOp::Deref(_)),
        Expr::Tuple(tuple) => tuple.elems.iter().any(is_moved_or_made),
        Expr::Array(array) => array.elems.iter().any(is_moved_or_made),
        Expr::Repeat(array) => is_moved_or_made(&array.expr),
        Expr::Range(range) => range.start.iter().chain(&range.end).any(|end| is_made_here(end)),
        Expr::Block(block) => is_made_in(&block.block),
        Expr::Unsafe(block) => is_made_in(&block.block),
        Expr::If(branch) => {
            is_made_in(&branch.then_branch)
                || branch.else_branch.as_ref().is_some_and(|(_, other)| is_made_here(other))
        }
        Expr::Match(branch) => {
            branch.arms.iter().any(|arm| is_made_here(&arm.body) || scan::is_place(&arm.body))
        }
        Expr::Loop(_) => true,
        _ => false,
    }
}

/// Tells whether an element of a value brings in something made here, or the value of a place.
fn is_moved_or_made(element: &Expr) -> bool {
    !is_constant(element) && (scan::is_place(element) || is_made_here(element))
}

/// Tells whether an element of a value is a literal or a constant's name, or holds nothing else: rustc borrows a value
/// that is made of such ones for ever.
fn is_constant(element: &Expr) -> bool {
    match element {
        Expr::Lit(_) => true,
        Expr::Path(_) => !scan::is_local_name(element),
        Expr::Paren(paren) => is_constant(&paren.expr),
        Expr::Call(call) => {
            known::makes_std_variant(&call.func) && call.args.iter().all(is_constant)
        }
        _ => false,
    }
}

/// Tells whether what is called was just made. What a block moves out of a place is called once: `{ f }()`.
fn is_made_to_call(callee: &Expr) -> bool {
    match callee {
        Expr::Paren(paren) => is_made_to_call(&paren.expr),
        Expr::Closure(closure) => closure.capture.is_some(),
        Expr::Block(block) => {
            matches!(block.block.stmts.last(), Some(syn::Stmt::Expr(tail, None)) if is_made_to_call(tail))
        }
        callee => is_made_here(callee),
    }
}

/// Tells whether the value of a block is one that was made in it, or moved into it.
fn is_made_in(block: &syn::Block) -> bool {
    matches!(block.stmts.last(), Some(syn::Stmt::Expr(tail, None))
        if is_made_here(tail) || scan::is_place(tail))
}

/// Tells whether an operator makes a new value of what may be anything.
fn is_arithmetic(binary: &syn::ExprBinary) -> bool {
    let constant = matches!(*binary.left, Expr::Lit(_)) && matches!(*binary.right, Expr::Lit(_));
    let op = &binary.op;
    !(constant || scan::is_lazy(op) || scan::is_comparison(op) || scan::is_compound_assignment(op))
}

/// Tells whether borrowing an expression makes a temporary that may hold something to drop.
fn is_borrowed_value(expr: &Expr) -> bool {
    match expr {
        Expr::Call(_) | Expr::MethodCall(_) | Expr::Struct(_) | Expr::Yield(_) | Expr::Try(_) => {
            true
        }
        Expr::Block(_) | Expr::Unsafe(_) | Expr::If(_) | Expr::Match(_) | Expr::Loop(_) => true,
        Expr::Binary(binary) => is_arithmetic(binary),
        Expr::Unary(unary) => {
            !matches!(unary.op, UnOp::Deref(_)) && !matches!(*unary.expr, Expr::Lit(_))
        }
        Expr::Macro(mac) => {
            mac.mac.path.segments.last().is_none_or(|last| last.ident != "format_args")
        }
        Expr::Array(array) => array.elems.iter().any(is_moved_or_borrowed),
        Expr::Tuple(tuple) => tuple.elems.iter().any(is_moved_or_borrowed),
        Expr::Repeat(array) => is_moved_or_borrowed(&array.expr),
        Expr::Paren(paren) => is_borrowed_value(&paren.expr),
        _ => false,
    }
}

fn is_moved_or_borrowed(element: &Expr) -> bool {
    scan::is_local_name(element) || is_borrowed_value(element)
}

/// Tells whether temporaries that end with an expression have to be kept: a suspension follows them in it.
pub fn outlive_suspension(expr: &Expr) -> bool {
    scan::needs_lowering(expr) && (are_kept(expr) || come_of_jumps(expr))
}

/// As [`outlive_suspension`], for a value of which something ends before its temporaries do: what a `match` that is
/// all of it leaves is one of them.
pub fn outlive_parts(expr: &Expr) -> bool {
    scan::needs_lowering(expr) && (are_kept_in(expr, false) || come_of_jumps(expr))
}

/// Tells whether an expression makes a temporary before it suspends.
pub fn are_kept(expr: &Expr) -> bool {
    are_kept_in(expr, true)
}

fn are_kept_in(expr: &Expr, whole: bool) -> bool {
    let mut scan = Kept { made: false, found: false, whole };
    scan.visit_expr(expr);
    scan.found
}

/// Visits in order of evaluation.
struct Kept {
    /// A temporary of the statement has been made.
    made: bool,
    /// A suspension has come after one.
    found: bool,
    /// What comes next is all of the expression, or of the body of an arm.
    whole: bool,
}

impl Visit<'_> for Kept {
    fn visit_expr(&mut self, expr: &Expr) {
        if self.found {
            return;
        }
        if let (true, Expr::Paren(paren)) = (self.whole, expr) {
            return self.visit_expr(&paren.expr);
        }
        let whole = std::mem::take(&mut self.whole);
        let mut rest = has_temporary_operand(expr).then(|| expr.clone());
        if let Some(operand) = rest.as_mut().and_then(operand) {
            let nothing = Expr::Tuple(syn::ExprTuple {
                attrs: Vec::new(),
                paren_token: syn::token::Paren::default(),
                elems: syn::punctuated::Punctuated::new(),
            });
            let operand = std::mem::replace(operand, nothing);
            self.visit_expr(&operand);
            self.made = true;
            return rest.iter().for_each(|rest| self.visit_expr(rest));
        }
        match expr {
            Expr::Yield(expr) => {
                expr.expr.iter().for_each(|value| self.visit_expr(value));
                self.found |= self.made;
            }
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            Expr::Match(branch) => {
                self.found |= self.made && scan::needs_lowering(expr);
                self.visit_expr(&branch.expr);
                // What is matched lives on where the arms suspend or jump apart, behind what follows, too.
                self.made |= !whole && leaves_parts(branch);
                self.found |= self.made && scan::arms_need_lowering(branch);
                for arm in &branch.arms {
                    self.whole = true;
                    self.visit_expr(&arm.body);
                    self.whole = false;
                }
            }
            Expr::Struct(literal) => {
                visit::visit_expr_struct(self, literal);
                self.made |= has_temporary_operand(expr);
            }
            // The right side comes first.
            Expr::Assign(expr) => {
                self.visit_expr(&expr.right);
                self.visit_expr(&expr.left);
            }
            // What suspends as it is made is compared in its place, as all else.
            Expr::Binary(expr) if scan::is_comparison(&expr.op) => {
                self.visit_expr(&expr.left);
                self.visit_expr(&expr.right);
                self.made |= scan::needs_lowering(&expr.right) && is_made_here(&expr.right);
            }
            Expr::Binary(expr) if scan::is_compound_assignment(&expr.op) => {
                self.visit_expr(&expr.right);
                self.visit_expr(&expr.left);
            }
            other => {
                let ends_with_condition =
                    matches!(other, Expr::If(_) | Expr::While(_) | Expr::ForLoop(_))
                        || matches!(other, Expr::Binary(binary) if scan::is_lazy(&binary.op));
                let may_jump =
                    ends_with_condition || matches!(other, Expr::Loop(_) | Expr::Block(_));
                let made = self.made;
                // What jumps apart leaves the block, as a suspension does.
                self.found |= made && may_jump && scan::needs_lowering(other);
                visit::visit_expr(self, other);
                if ends_with_condition {
                    self.made = made;
                }
            }
        }
    }

    /// What is made in a block ends with it; its statements keep it themselves.
    fn visit_block(&mut self, block: &syn::Block) {
        if self.made {
            visit::visit_block(self, block);
        }
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if let Some(known) = known::parse(mac) {
            let ends_here = known.kind.is_statement(mac);
            for (index, arg) in known.args.iter().enumerate() {
                self.visit_expr(&arg.expr);
                let looked_at = !ends_here && !known.kind.by_value(index);
                self.made |= looked_at && is_made_here(&arg.expr);
            }
        }
    }

    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

struct Holds {
    found: bool,
}

impl Visit<'_> for Holds {
    fn visit_expr(&mut self, expr: &Expr) {
        if self.found {
            return;
        }
        if has_temporary_operand(expr) {
            self.found = true;
            return;
        }
        match expr {
            // What these hold ends with them.
            Expr::Closure(_)
            | Expr::Async(_)
            | Expr::Const(_)
            | Expr::Block(_)
            | Expr::Unsafe(_)
            | Expr::Loop(_)
            | Expr::While(_)
            | Expr::ForLoop(_) => {}
            Expr::If(_) => {}
            Expr::Match(branch) if leaves_unnamed(branch) => self.found = true,
            Expr::Match(expr) => self.visit_expr(&expr.expr),
            Expr::Binary(expr) if matches!(expr.op, BinOp::And(_) | BinOp::Or(_)) => {}
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if let Some(known) = known::parse(mac) {
            if known.kind.is_statement(mac) {
                return;
            }
            for arg in &known.args {
                self.visit_expr(&arg.expr);
            }
            self.found |= is_looked_at(&known);
        }
    }
}

/// Tells whether a macro only looks at what is made for it, and lives on behind it: `matches!(make(), …)`.
pub fn is_looked_at(known: &known::Known) -> bool {
    known.pattern.as_ref().is_some_and(|pattern| only_looks(pattern) && !is_literal(pattern))
        && known.args.iter().any(|arg| is_made_here(&arg.expr))
}

/// Tells whether the arguments of a macro hold a temporary that ends with the macro.
pub fn arguments_hold_temporary(known: &known::Known) -> bool {
    known.args.iter().any(|arg| holds_temporary(&arg.expr))
}
