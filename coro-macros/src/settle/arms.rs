//! What the arms of a branch leave of a local.
//!
//! In: a branch that does not suspend. Out: for each arm, whether it surely moves the local, or surely does
//! not, and where the local can be put aside. In doubt there is no answer.

use std::ptr;

use syn::{Expr, ExprMatch, Pat, Stmt};

use super::Settle;
use crate::{
    analysis::{
        events::{Event, Graph},
        patterns,
    },
    ast, known,
    lower::root,
    scan, temporaries,
    visit::{self, Visit},
};

/// What is left of the local where an arm ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// All of it.
    All,
    /// Nothing: it was moved.
    Nothing,
}

impl Settle<'_> {
    /// Tells whether each arm of a branch surely moves the local, or surely does not.
    pub(super) fn can_settle(&self, branch: &Expr) -> bool {
        match branch {
            Expr::If(branch) => {
                let then = if self.condition_takes(&branch.cond) {
                    !self.mentions(&branch.then_branch)
                } else {
                    self.condition_looks(&branch.cond)
                        && self.left_by(&branch.then_branch.stmts).is_some()
                };
                then && branch.else_branch.iter().all(|(_, other)| match &**other {
                    Expr::Block(other) if other.label.is_none() => {
                        self.left_by(&other.block.stmts).is_some()
                    }
                    other => self.can_settle(other),
                })
            }
            Expr::Match(branch) => {
                let copied = patterns::copies(branch);
                let arm_settles = |arm: &syn::Arm| {
                    if self.arm_takes(branch, arm) {
                        return !self.mentions(&arm.body);
                    }
                    let binds = !self.locals.bound_by(&arm.pat).is_empty();
                    !(binds && self.is_of_local(&branch.expr) && !copied)
                        && self.left_by_arm(&arm.body).is_some()
                };
                branch.arms.len() > 1
                    && self.scrutinee_looks(&branch.expr)
                    && branch.arms.iter().all(arm_settles)
            }
            _ => false,
        }
    }

    /// Tells whether a condition leaves the local as it is.
    fn condition_looks(&self, cond: &Expr) -> bool {
        match cond {
            Expr::Binary(cond) if scan::is_lazy(&cond.op) => {
                self.condition_looks(&cond.left) && self.condition_looks(&cond.right)
            }
            Expr::Let(cond) => {
                let binds = !self.locals.bound_by(&cond.pat).is_empty();
                !(self.is_of_local(&cond.expr) && binds) && self.scrutinee_looks(&cond.expr)
            }
            cond => !self.moves(cond),
        }
    }

    /// Tells whether a condition moves the local if its pattern matches, and leaves it whole if not.
    pub(super) fn condition_takes(&self, cond: &Expr) -> bool {
        matches!(cond, Expr::Let(cond) if self.takes(&cond.expr, &cond.pat))
    }

    pub(super) fn arm_takes(&self, branch: &ExprMatch, arm: &syn::Arm) -> bool {
        !patterns::copies(branch) && self.takes(&branch.expr, &arm.pat)
    }

    /// Tells whether what is matched leaves the local as it is, whatever its patterns do.
    fn scrutinee_looks(&self, scrutinee: &Expr) -> bool {
        root(scrutinee, self.locals).is_some() || !self.moves(scrutinee)
    }

    fn takes(&self, scrutinee: &Expr, pat: &Pat) -> bool {
        self.locals.of_expr(scrutinee) == Some(self.local) && patterns::moves(pat, self.locals)
    }

    fn is_of_local(&self, place: &Expr) -> bool {
        scan::is_place(place) && self.mentions(place)
    }

    fn left_by_arm(&self, body: &Expr) -> Option<Left> {
        self.left_by(&stmts_of(body))
    }

    /// Tells what the statements of an arm leave, if that is the same on each way to its end, or if the branch in
    /// them that makes the difference can be settled: then nothing is left to be put aside.
    pub(super) fn left_by(&self, stmts: &[Stmt]) -> Option<Left> {
        let branch = stmts.iter().rev().find(|stmt| self.mentions(*stmt));
        let settles = match branch {
            Some(Stmt::Expr(inner @ (Expr::If(_) | Expr::Match(_)), _)) => {
                self.moves(inner) && self.can_settle(inner)
            }
            _ => false,
        };
        if settles || branch.and_then(whole).is_some_and(|whole| self.operand_settles(whole)) {
            return Some(Left::Nothing);
        }
        self.surely_left_by(stmts)
    }

    /// Tells what statements leave, if that is the same on each way to their end.
    fn surely_left_by(&self, stmts: &[Stmt]) -> Option<Left> {
        // It can only be put aside behind its last use.
        let can_wait = value_of(stmts).is_none_or(|value| self.can_name(value));
        let Some(last) = stmts.iter().rposition(|stmt| self.mentions(stmt)) else {
            return (can_wait || !self.borrowed).then_some(Left::All);
        };
        let expr = whole(&stmts[last])?;
        if !self.moves(expr) {
            return (can_wait && !self.take_part(stmts)).then_some(Left::All);
        }
        let mut surely = Surely { settle: self, is: true };
        surely.visit_expr(expr);
        surely.is.then_some(Left::Nothing)
    }

    /// Tells whether the value of an arm can be made in front of its end: nothing says what it is to
    /// become, and it leaves no temporaries.
    fn can_name(&self, value: &Expr) -> bool {
        let is_made = matches!(
            value,
            Expr::Macro(_)
                | Expr::MethodCall(_)
                | Expr::Call(_)
                | Expr::Binary(_)
                | Expr::Unary(_)
                | Expr::Field(_)
                | Expr::Lit(_)
        );
        is_made && !self.typed.get() && !temporaries::holds_temporary(value)
    }

    /// Tells whether a branch that is an operand, which alone mentions the local, can be settled.
    pub(super) fn operand_settles(&self, expr: &Expr) -> bool {
        let mut copy = expr.clone();
        let whole: *const Expr = &raw const copy;
        let found = self.operand(&mut copy);
        if ptr::eq(found, whole)
            || !matches!(found, Expr::If(_) | Expr::Match(_))
            || !self.moves(found)
        {
            return false;
        }
        let typed = self.typed.replace(true);
        let settles = self.can_settle(found);
        self.typed.set(typed);
        settles
    }

    /// Tells whether a branch moves the local in each of its arms.
    fn each_arm_moves(&self, branch: &Expr) -> bool {
        let is_moved = |left: Option<Left>| left == Some(Left::Nothing);
        match branch {
            Expr::If(branch) => {
                self.condition_looks(&branch.cond)
                    && is_moved(self.surely_left_by(&branch.then_branch.stmts))
                    && branch.else_branch.as_ref().is_some_and(|(_, other)| match &**other {
                        Expr::Block(other) if other.label.is_none() => {
                            is_moved(self.surely_left_by(&other.block.stmts))
                        }
                        other => self.each_arm_moves(other),
                    })
            }
            Expr::Match(branch) => {
                !self.is_of_local(&branch.expr)
                    && self.scrutinee_looks(&branch.expr)
                    && branch
                        .arms
                        .iter()
                        .all(|arm| is_moved(self.surely_left_by(&stmts_of(&arm.body))))
            }
            _ => false,
        }
    }

    /// Tells whether an expression may move the whole local.
    pub(super) fn moves(&self, expr: &Expr) -> bool {
        self.mentions(expr) && self.any_event(expr, |event| matches!(event, Event::Move(_)))
    }

    /// Tells whether statements take a part of the local. Where all of it is moved behind that, the part
    /// was copied.
    fn take_part(&self, stmts: &[Stmt]) -> bool {
        let block = ast::block_expr(ast::block(stmts.to_vec(), self.span));
        self.any_event(&block, |event| matches!(event, Event::MovePart(_)))
    }

    fn any_event(&self, expr: &Expr, is_it: impl Fn(&Event) -> bool) -> bool {
        let events = Graph::events_of(expr, self.locals);
        events.iter().any(|event| event.local() == self.local && is_it(event))
    }

    /// Tells whether a branch gives the local a value, or takes what it points to.
    pub(super) fn replaces(&self, branch: &Expr) -> bool {
        self.any_event(branch, |event| {
            !matches!(
                event,
                Event::Name(_)
                    | Event::Use(_)
                    | Event::UsePart(_)
                    | Event::MovePart(_)
                    | Event::Adapt(_)
                    | Event::Move(_)
            )
        })
    }
}

/// Whether what patterns in a branch bind may be references to the local.
pub struct Heads<'a> {
    /// The local.
    pub settle: &'a Settle<'a>,
    /// Whether anything that is matched mentions it.
    pub mention: bool,
}

impl Heads<'_> {
    fn head(&mut self, matched: &Expr) {
        self.mention |=
            self.settle.locals.of_expr(matched).is_none() && self.settle.mentions(matched);
    }
}

impl Visit<'_> for Heads<'_> {
    fn visit_expr_match(&mut self, expr: &ExprMatch) {
        self.head(&expr.expr);
        visit::visit_expr_match(self, expr);
    }
    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        self.head(&expr.expr);
    }
}

/// Whether an expression that moves the local does so on each way to its end.
struct Surely<'a> {
    settle: &'a Settle<'a>,
    is: bool,
}

impl Visit<'_> for Surely<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let head = match expr {
            Expr::If(branch) => Some(&branch.cond),
            Expr::Match(branch) => Some(&branch.expr),
            Expr::Binary(binary) if scan::is_lazy(&binary.op) => Some(&binary.left),
            Expr::ForLoop(expr) => Some(&expr.expr),
            _ => None,
        };
        let goes_apart = match expr {
            Expr::Block(expr) => expr.label.is_some(),
            Expr::Macro(_) | Expr::Loop(_) | Expr::While(_) | Expr::Async(_) => true,
            _ => head.is_some(),
        };
        // What only looks at it, or changes it in the head; or each way through it does.
        if goes_apart {
            self.is &= !self.settle.moves(expr) || self.settle.each_arm_moves(expr);
            return;
        }
        visit::visit_expr(self, expr);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether control never comes behind a statement.
pub fn leaves(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(expr, _) => match expr {
            Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
            Expr::Macro(expr) => never(&expr.mac),
            _ => false,
        },
        Stmt::Macro(stmt) => never(&stmt.mac),
        _ => false,
    }
}

fn never(mac: &syn::Macro) -> bool {
    known::Kind::of(mac) == Some(known::Kind::Panic)
}

/// Returns the statements of an arm's body.
fn stmts_of(body: &Expr) -> Vec<Stmt> {
    match body {
        Expr::Block(body) if body.label.is_none() => body.block.stmts.clone(),
        body => vec![Stmt::Expr(body.clone(), None)],
    }
}

/// Returns the expression that a statement evaluates.
fn whole(stmt: &Stmt) -> Option<&Expr> {
    match stmt {
        Stmt::Expr(expr, _) => Some(expr),
        Stmt::Local(syn::Local { init: Some(init), .. }) if init.diverge.is_none() => {
            Some(&init.expr)
        }
        _ => None,
    }
}

/// As [`whole`].
pub fn whole_mut(stmt: &mut Stmt) -> Option<&mut Expr> {
    match stmt {
        Stmt::Expr(expr, _) => Some(expr),
        Stmt::Local(syn::Local { init: Some(init), .. }) if init.diverge.is_none() => {
            Some(&mut init.expr)
        }
        _ => None,
    }
}

/// Returns the value of an arm, unless it is the end of a statement.
pub fn value_of(stmts: &[Stmt]) -> Option<&Expr> {
    match stmts.last() {
        Some(Stmt::Expr(tail, None)) if !ends_itself(tail) => Some(tail),
        _ => None,
    }
}

/// Tells whether the tail of an arm can become a statement: its temporaries end there all the same.
fn ends_itself(tail: &Expr) -> bool {
    scan::is_surely_unit(tail) && !temporaries::holds_temporary(tail)
}
