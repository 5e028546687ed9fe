//! What is in scope where control leaves a block.
//!
//! In: a lowered body with its event graph, and what arrives in each block. Out: locals that code binds
//! inside a block in front of one of their name that is mentioned in their scope, or that an exit there
//! passes on or ties to a type, so that they need a name of their own. (What two blocks share is declared
//! in their scopes, and not looked at here.)

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Arm, Block, Expr, Pat, Stmt};

use super::{
    Facts, LocalSet,
    events::{Event, Graph},
};
use crate::{
    ir::{Body, Exit, Marker},
    known,
    resolve::names::{Local, Locals},
    visit::{self, Visit},
};

/// Lists the locals that hide one that is passed on, each with the hidden one.
pub fn hiding(graph: &Graph, body: &Body, locals: &Locals, facts: &Facts) -> Vec<(Local, Local)> {
    let mut found = Vec::new();
    let alike = named_alike(locals);
    if alike.is_empty() {
        return found;
    }
    let placed = placed(graph, body, locals);
    let mut anywhere = LocalSet::new(locals.len());
    for here in &placed {
        anywhere.extend(here);
    }
    for (data, here) in body.blocks.iter().zip(&placed) {
        // What closures and `async` blocks bind is placed nowhere, and may be here.
        let may_be_here = |local: &Local| here.contains(*local) || !anywhere.contains(*local);
        let suspects: Vec<Local> = alike.iter().copied().filter(may_be_here).collect();
        let shares_name = |local: &Local| {
            let name = locals.display(*local);
            suspects.iter().any(|other| other != local && locals.display(*other) == name)
        };
        if !suspects.iter().any(shares_name) {
            continue;
        }
        let declared = data.locals().chain(data.input).collect();
        let in_scope = data.input.into_iter().collect();
        let mut walk = Walk { body, locals, facts, suspects: &suspects, declared, in_scope, found };
        walk.stmts(&data.code);
        found = walk.found;
    }
    found
}

/// Lists the locals that are not the only ones of their name.
fn named_alike(locals: &Locals) -> Vec<Local> {
    let mut alike = LocalSet::new(locals.len());
    for local in locals.iter() {
        let name = locals.display(local);
        for other in locals.iter().take_while(|other| *other < local) {
            if locals.display(other) == name {
                alike.insert(local);
                alike.insert(other);
            }
        }
    }
    locals.iter().filter(|local| alike.contains(*local)).collect()
}

/// Returns for each block the locals in scope where it begins, and those that its code binds.
fn placed(graph: &Graph, body: &Body, locals: &Locals) -> Vec<LocalSet> {
    let mut placed = vec![LocalSet::new(locals.len()); body.blocks.len()];
    for (data, here) in body.blocks.iter().zip(&mut placed) {
        for local in data.locals().chain(data.input) {
            here.insert(local);
        }
    }
    for node in &graph.nodes {
        for event in &node.events {
            if let Event::Define(local) | Event::Declare(local) = event {
                placed[node.block].insert(*local);
            }
        }
    }
    placed
}

/// Visits code with what is in scope.
struct Walk<'a> {
    body: &'a Body,
    locals: &'a Locals,
    facts: &'a Facts,
    /// The locals that may be in the block with another one of their name.
    suspects: &'a [Local],
    /// What the scopes declare that the block begins in.
    declared: Vec<Local>,
    /// What is in scope, newest last.
    in_scope: Vec<Local>,
    found: Vec<(Local, Local)>,
}

impl Walk<'_> {
    /// Runs `visit` in a scope of its own.
    fn scoped(&mut self, visit: impl FnOnce(&mut Self)) {
        let len = self.in_scope.len();
        visit(self);
        self.in_scope.truncate(len);
    }

    /// Notes what a pattern binds.
    fn bind(&mut self, pat: &Pat) {
        self.in_scope.extend(self.locals.bound_by(pat));
    }

    fn stmts(&mut self, stmts: &[Stmt]) {
        for stmt in stmts {
            self.visit_stmt(stmt);
        }
    }

    fn leave(&mut self, marker: Marker) {
        let (target, exit) = match marker {
            Marker::Goto(target, number) => (self.body.destination(target), Exit::Goto(number)),
            Marker::Suspend(id) => (self.body.suspends[id.0].resume, Exit::Suspend(id)),
            Marker::Reopen(block, scope) => {
                return self.in_scope.extend(self.body.blocks[block.0].scope(scope));
            }
            Marker::DropInput(_) => return,
        };
        for &passed in self.suspects {
            let is_tied = self.facts.ties.at(exit).any(|tied| tied == passed);
            let is_named = || self.body.lapsing.get(&exit).is_some_and(|it| it.contains(&passed));
            if is_tied || self.facts.entry[target.0].has(passed) || is_named() {
                self.seen(passed, is_tied);
            }
        }
    }

    /// Notes what hides a local here; what the block began with may count or not.
    fn seen(&mut self, local: Local, all: bool) {
        let Some(at) = self.in_scope.iter().rposition(|other| *other == local) else { return };
        for inner in &self.in_scope[at + 1..] {
            let pair = (*inner, local);
            if (all || !self.declared.contains(inner))
                && self.locals.display(*inner) == self.locals.display(local)
                && !self.found.contains(&pair)
            {
                self.found.push(pair);
            }
        }
    }

    fn mention(&mut self, ident: &Ident) {
        if let Some(local) = self.locals.get(ident).filter(|local| self.suspects.contains(local)) {
            self.seen(local, false);
        }
    }

    /// Looks for mentions in the tokens of a macro.
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => self.mention(&ident),
                TokenTree::Literal(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

impl Visit<'_> for Walk<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if let Some(marker) = Marker::parse(expr) {
            return self.leave(marker);
        }
        match expr {
            Expr::Let(expr) => {
                self.visit_expr(&expr.expr);
                self.bind(&expr.pat);
            }
            Expr::If(expr) => {
                self.scoped(|this| {
                    this.visit_expr(&expr.cond);
                    this.visit_block(&expr.then_branch);
                });
                if let Some((_, otherwise)) = &expr.else_branch {
                    self.visit_expr(otherwise);
                }
            }
            Expr::While(expr) => self.scoped(|this| {
                this.visit_expr(&expr.cond);
                this.visit_block(&expr.body);
            }),
            Expr::ForLoop(expr) => {
                self.visit_expr(&expr.expr);
                self.scoped(|this| {
                    this.bind(&expr.pat);
                    this.visit_block(&expr.body);
                });
            }
            Expr::Closure(expr) => self.scoped(|this| {
                expr.inputs.iter().for_each(|input| this.bind(input));
                this.visit_expr(&expr.body);
            }),
            Expr::Const(_) => {}
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_expr_path(&mut self, expr: &syn::ExprPath) {
        if let Some(ident) = expr.path.get_ident() {
            self.mention(ident);
        }
    }

    fn visit_local(&mut self, local: &syn::Local) {
        if let Some(init) = &local.init {
            self.visit_expr(&init.expr);
            if let Some((_, diverge)) = &init.diverge {
                self.visit_expr(diverge);
            }
        }
        self.bind(&local.pat);
    }

    fn visit_arm(&mut self, arm: &Arm) {
        self.scoped(|this| {
            this.bind(&arm.pat);
            if let Pat::Guard(guarded) = &arm.pat {
                this.visit_expr(&guarded.guard);
            }
            this.visit_expr(&arm.body);
        });
    }

    fn visit_block(&mut self, block: &Block) {
        self.scoped(|this| this.stmts(&block.stmts));
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if let Some(known) = known::parse_control(mac) {
            for arg in &known.args {
                self.visit_expr(&arg.expr);
            }
        } else {
            self.tokens(mac.tokens.clone());
        }
    }

    fn visit_item(&mut self, _: &syn::Item) {}
}
