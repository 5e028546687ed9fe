//! What patterns leave unbound, or borrow, of a value that was just made.
//!
//! In: a pattern whose code suspends. Out: the pattern with hidden locals for the parts that it does
//! not take, code that puts them before what it does take: they are dropped after it, and code that borrows
//! those that it binds by `ref`.

use proc_macro2::Span;
use syn::{BinOp, Expr, Local as LetStmt, Pat, Stmt};

use super::Builder;
use crate::{
    analysis::events::Graph,
    ast,
    ir::Decl,
    resolve::{
        names::{Local, Locals},
        unbound::{self, Reference},
        value::Value,
    },
    scan, temporaries,
};

impl Builder<'_> {
    /// Binds what a pattern leaves of a value; lists what has to be declared behind it.
    pub(super) fn bind_unbound(&mut self, pat: &mut Pat) -> Behind {
        self.bind_all([pat], Vec::new())
    }

    /// Binds what the `let`s of a condition leave of the values that they take apart.
    pub(super) fn bind_condition(&mut self, cond: &mut Expr) -> Behind {
        let mut parts = Vec::new();
        self.borrow_in_chain(cond, true, &mut parts);
        let mut pats = Vec::new();
        patterns(cond, self.locals, &mut pats);
        self.bind_all(pats, parts)
    }

    /// Tells whether a value surely has no destructor: a pattern leaves nothing of it.
    pub(super) fn is_inert(&self, value: &Expr) -> bool {
        is_inert(value, self.locals)
    }

    /// Has the `let`s of a chain borrow parts where something follows them that may mention those.
    fn borrow_in_chain(&mut self, cond: &mut Expr, last: bool, parts: &mut Vec<Local>) {
        let own = match &mut *cond {
            Expr::Binary(chain) => {
                self.borrow_in_chain(&mut chain.left, false, parts);
                &mut *chain.right
            }
            other => other,
        };
        let references = match own {
            Expr::Let(own) if !last && !scan::is_place(&own.expr) => {
                unbound::bind_references(&mut own.pat, self.locals)
            }
            _ => return,
        };
        for reference in references {
            parts.push(reference.part);
            let borrow = reference.borrow_in_chain(self.locals);
            let span = ast::span(&borrow);
            let left = std::mem::replace(cond, super::unit(span));
            *cond = ast::and(left, borrow, span);
        }
    }

    /// Binds what a `let` leaves of a value that a `ref` in its pattern makes live as long as what it declares.
    pub(super) fn bind_extended(&mut self, local: &mut LetStmt) -> Option<Behind> {
        let init = local.init.as_mut()?;
        if !temporaries::holds_reference(&local.pat) {
            return None;
        }
        // Where the pattern takes nothing, what the place is in lives as long, or all of the value does.
        if scan::is_place(&init.expr)
            || is_borrow(&init.expr)
            || temporaries::takes_nothing(&local.pat)
        {
            let mut kept = Vec::new();
            self.extended_operand(&mut init.expr, true, &mut kept);
            self.end_before_else(local, kept);
            return None;
        }
        let behind = self.bind_unbound(&mut local.pat);
        (!behind.references.is_empty()).then_some(behind)
    }

    /// As [`Self::bind_unbound`], where some parts are bound already.
    fn bind_all<'p>(
        &mut self,
        pats: impl IntoIterator<Item = &'p mut Pat>,
        mut left: Vec<Local>,
    ) -> Behind {
        let mut bound = Vec::new();
        let mut order = Vec::new();
        let mut references = Vec::new();
        let mut untaken = Vec::new();
        for pat in pats {
            let (parts, borrowed) = unbound::bind_value(pat, self.locals);
            let is_borrowed = |part: &Local| borrowed.iter().any(|it| it.part == *part);
            untaken.extend(parts.iter().filter(|part| !is_borrowed(part)));
            left.extend(parts);
            if let Pat::Guard(guarded) = pat {
                borrow_in_guard(&mut guarded.guard, &borrowed, self.locals);
            }
            references.extend(borrowed);
            let names = self.locals.bound_by(pat);
            order.extend(names.iter().rev().filter(|local| left.contains(local)));
            order.extend(names.iter().filter(|local| !left.contains(local)));
            bound.extend(names);
        }
        if left.is_empty() {
            return Behind::default();
        }
        // What stands in the right order already need not be touched.
        let mut newest = None;
        let mut moved = false;
        let again = order
            .into_iter()
            .filter(|local| {
                let at = bound.iter().position(|other| other == local);
                moved |= newest.is_some() && at < newest;
                newest = at;
                moved && !self.locals[*local].knowledge.is_inert()
            })
            .collect();
        Behind { again, references, untaken }
    }

    /// Declares what stands behind a pattern.
    pub(super) fn declare_behind(&mut self, behind: &Behind) {
        self.rebind(&behind.again);
        for reference in &behind.references {
            let stmt = reference.borrow(self.locals);
            self.push(stmt);
            self.declare(Decl::Local(reference.name));
        }
    }

    /// Declares locals again, in this order.
    pub(super) fn rebind(&mut self, order: &[Local]) {
        for local in order {
            let stmt = unbound::rebind(*local, self.locals);
            self.push(stmt);
            self.declare(Decl::Local(*local));
        }
    }
}

/// What is declared behind a pattern.
#[derive(Default)]
pub(super) struct Behind {
    /// Locals that it binds, again, for the order in which they are dropped.
    pub again: Vec<Local>,
    /// References to its parts.
    pub references: Vec<Reference>,
    /// The parts that it neither takes nor borrows.
    pub untaken: Vec<Local>,
}

/// Has a guard borrow the parts that it mentions by reference.
fn borrow_in_guard(guard: &mut Expr, references: &[Reference], locals: &Locals) {
    let events = Graph::events_of(guard, locals);
    let seen = |reference: &&Reference| {
        events.iter().any(|event| event.mentions() == Some(reference.name))
    };
    // A guard only looks.
    let shared = |reference: &Reference| Reference { mutable: false, ..*reference };
    let mut stmts: Vec<Stmt> =
        references.iter().filter(seen).map(|reference| shared(reference).borrow(locals)).collect();
    if stmts.is_empty() {
        return;
    }
    let span = Span::mixed_site().located_at(ast::span(guard));
    let looked = std::mem::replace(guard, super::unit(span));
    stmts.push(Stmt::Expr(looked, None));
    *guard = super::block_expr(ast::block(stmts, span));
}

fn is_inert(value: &Expr, locals: &Locals) -> bool {
    Value::of_expr(value, locals).knowledge().is_inert()
}

/// Tells whether a pattern may leave something of a value that was made, or borrows a part of it. (A `ref` behind a
/// borrow, which the older edition lets stand there, borrows from what that is of.)
pub(super) fn may_leave(pat: &Pat, is_inert: bool, is_borrow: bool) -> bool {
    !is_inert || temporaries::holds_reference(pat) && !is_borrow
}

/// Tells whether a value is a borrow that is made there.
pub(super) fn is_borrow(value: &Expr) -> bool {
    match value {
        Expr::Paren(paren) => is_borrow(&paren.expr),
        value => matches!(value, Expr::Reference(_)),
    }
}

/// Lists the patterns of a condition that take apart a value that was made there.
fn patterns<'p>(cond: &'p mut Expr, locals: &Locals, pats: &mut Vec<&'p mut Pat>) {
    match cond {
        Expr::Let(cond)
            if !scan::is_place(&cond.expr)
                && may_leave(&cond.pat, is_inert(&cond.expr, locals), is_borrow(&cond.expr)) =>
        {
            pats.push(&mut cond.pat);
        }
        Expr::Binary(cond) if matches!(cond.op, BinOp::And(_)) => {
            patterns(&mut cond.left, locals, pats);
            patterns(&mut cond.right, locals, pats);
        }
        _ => {}
    }
}
