//! What patterns leave unbound of a value that was just made.
//!
//! In: a pattern whose code suspends. Out: the pattern with hidden locals for the parts that it does
//! not bind, and code that puts them before what it does bind: they are dropped after it.

use syn::{BinOp, Expr, Pat};

use super::Builder;
use crate::{
    ir::Decl,
    resolve::{names::Local, unbound},
    scan,
};

impl Builder<'_> {
    /// Binds what a pattern leaves of a value; lists what has to be declared again for the order.
    pub(super) fn bind_unbound(&mut self, pat: &mut Pat) -> Vec<Local> {
        self.bind_all([pat])
    }

    /// Binds what the `let`s of a condition leave of the values that they take apart.
    pub(super) fn bind_condition(&mut self, cond: &mut Expr) -> Vec<Local> {
        let mut pats = Vec::new();
        patterns(cond, &mut pats);
        self.bind_all(pats)
    }

    fn bind_all<'p>(&mut self, pats: impl IntoIterator<Item = &'p mut Pat>) -> Vec<Local> {
        let mut bound = Vec::new();
        let mut order = Vec::new();
        let mut any = false;
        for pat in pats {
            let left = unbound::bind_value(pat, self.locals);
            let names = self.locals.bound_by(pat);
            any |= !left.is_empty();
            order.extend(left.iter().rev().copied());
            order.extend(names.iter().filter(|local| !left.contains(local)));
            bound.extend(names);
        }
        if !any {
            return Vec::new();
        }
        // What stands in the right order already need not be touched.
        let mut newest = None;
        let mut moved = false;
        order
            .into_iter()
            .filter(|local| {
                let at = bound.iter().position(|other| other == local);
                moved |= newest.is_some() && at < newest;
                newest = at;
                moved && !self.locals[*local].knowledge.is_inert()
            })
            .collect()
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

/// Lists the patterns of a condition that take apart a value that was made there.
fn patterns<'p>(cond: &'p mut Expr, pats: &mut Vec<&'p mut Pat>) {
    match cond {
        Expr::Let(cond) if !scan::is_place(&cond.expr) => pats.push(&mut cond.pat),
        Expr::Binary(cond) if matches!(cond.op, BinOp::And(_)) => {
            patterns(&mut cond.left, pats);
            patterns(&mut cond.right, pats);
        }
        _ => {}
    }
}
