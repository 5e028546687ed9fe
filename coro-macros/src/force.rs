//! Branches that have to be taken apart although nothing in them suspends.
//!
//! In: a resolved body and a local that only some paths move or initialise. Out: the body in which
//! the branches that make the difference are marked, so that lowering lets each of their arms jump
//! with what it has left.

use std::collections::HashMap;

use syn::{
    Attribute, BinOp, Block, Expr, parse_quote,
    visit::Visit,
    visit_mut::{self, VisitMut},
};

use crate::{
    analysis::events::{Event, Graph},
    resolve::names::{Local, Locals},
    scan,
};

/// Marks the branches that change what is left of `local`; tells whether any was new.
pub fn force(
    body: &mut Block,
    local: Local,
    locals: &Locals,
    local_macros: &HashMap<String, Vec<Local>>,
) -> bool {
    // A branch lets its arms jump apart; only where that is not enough, a loop or a labelled block
    // its `break`s.
    [false, true].into_iter().any(|leaves| {
        let mut force = Force { local, locals, local_macros, leaves, marked: false };
        force.visit_block_mut(body);
        force.marked
    })
}

struct Force<'a> {
    local: Local,
    locals: &'a Locals,
    local_macros: &'a HashMap<String, Vec<Local>>,
    /// Whether loops and labelled blocks are marked, and not branches.
    leaves: bool,
    marked: bool,
}

impl Force<'_> {
    fn changes(&self, expr: &Expr) -> bool {
        if declares(expr, self.local, self.locals) {
            return false;
        }
        Graph::events_of(expr, self.locals, self.local_macros).iter().any(|event| {
            matches!(event, Event::Move(local) | Event::Unbox(local) | Event::Define(local) | Event::Assign(local, _) if *local == self.local)
        })
    }

    fn mark(&mut self, attrs: &mut Vec<Attribute>) {
        if !scan::is_forced(attrs) {
            attrs.push(parse_quote!(#[__coro_forced]));
            self.marked = true;
        }
    }
}

impl VisitMut for Force<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if matches!(expr, Expr::Closure(_) | Expr::Async(_) | Expr::Const(_)) {
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
        let candidate = match expr {
            Expr::If(_) | Expr::Match(_) => !self.leaves,
            Expr::Binary(expr) => !self.leaves && matches!(expr.op, BinOp::And(_) | BinOp::Or(_)),
            Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => self.leaves,
            Expr::Block(expr) => self.leaves && expr.label.is_some(),
            _ => false,
        };
        if !candidate || !self.changes(expr) {
            return;
        }
        match expr {
            Expr::If(expr) => self.mark(&mut expr.attrs),
            Expr::Match(expr) => self.mark(&mut expr.attrs),
            Expr::Binary(expr) => self.mark(&mut expr.attrs),
            Expr::Loop(expr) => self.mark(&mut expr.attrs),
            Expr::While(expr) => self.mark(&mut expr.attrs),
            Expr::ForLoop(expr) => self.mark(&mut expr.attrs),
            Expr::Block(expr) => self.mark(&mut expr.attrs),
            _ => {}
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

fn declares(expr: &Expr, local: Local, locals: &Locals) -> bool {
    struct Declares<'a> {
        local: Local,
        locals: &'a Locals,
        found: bool,
    }
    impl Visit<'_> for Declares<'_> {
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            self.found |= self.locals.get(&pat.ident) == Some(self.local);
        }
    }
    let mut scan = Declares { local, locals, found: false };
    scan.visit_expr(expr);
    scan.found
}
