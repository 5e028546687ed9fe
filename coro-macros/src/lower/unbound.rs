//! What patterns leave unbound of a value that was just made.
//!
//! In: a pattern whose code suspends. Out: the pattern with hidden locals for the parts that it does
//! not bind, and code that puts them before what it does bind: they are dropped after it.

use syn::Pat;

use super::Builder;
use crate::{
    ir::Decl,
    resolve::{names::Local, unbound},
};

impl Builder<'_> {
    /// Binds what a pattern leaves of a value; lists what has to be declared again for the order.
    pub(super) fn bind_unbound(&mut self, pat: &mut Pat) -> Vec<Local> {
        let left = unbound::bind_value(pat, self.locals);
        if left.is_empty() {
            return left;
        }
        let bound = super::stmt::bound_locals(pat, self);
        let named = bound.iter().filter(|local| !left.contains(local));
        let order: Vec<Local> = left.iter().rev().chain(named).copied().collect();
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
