//! Inputs that are lent for one resume, and kept in a local that lives on.
//!
//! In: a lowered body and its facts. Out: the places where a local is given such an input, by an assignment or into a
//! list, from which control comes to a suspension that saves the local. Other ways to keep one are left to rustc.

use std::collections::BTreeMap;

use proc_macro2::Span;
use syn::{Expr, Pat};

use super::Lent;
use crate::{
    analysis::{Facts, Form, lending, lends},
    ast,
    ir::{BlockId, Body, Exit, Marker},
    resolve::{
        knowledge::is_constructor,
        names::{Local, Locals},
        shape::Shape,
    },
    scan,
    visit::{self, Visit},
};

/// A local that keeps an input.
pub struct Kept {
    /// The local.
    pub holder: Local,
    /// The input.
    pub input: Local,
    /// Where it is given.
    pub span: Span,
}

/// Lists the locals that keep an input behind the next suspension.
pub fn kept(lent: &Lent, body: &Body, facts: &Facts, locals: &Locals) -> Vec<Kept> {
    let (given, exits, others) = (Vec::new(), Vec::new(), Vec::new());
    let mut walk = Walk { lent, locals, given, exits, others, targets: BTreeMap::new() };
    for block in &body.blocks {
        for given in &mut walk.given {
            given.open = false;
        }
        block.code.iter().for_each(|stmt| walk.visit_stmt(stmt));
    }
    let Walk { given, exits, others, targets, .. } = walk;
    let reaches = |index: usize, holder: Local| {
        let mut seen = vec![false; body.blocks.len()];
        let mut next: Vec<Exit> =
            exits.iter().filter(|(of, _)| *of == index).map(|(_, exit)| *exit).collect();
        while let Some(exit) = next.pop() {
            let goes_on = facts.exits.get(&exit).and_then(|forms| forms.get(holder));
            if goes_on != Some(Form::Value) {
                continue;
            }
            // A suspension has no other.
            let Some(target) = targets.get(&exit).map(|block| body.destination(*block)) else {
                return true;
            };
            if !std::mem::replace(&mut seen[target.0], true) {
                let of = facts.sources.iter().filter(|(_, block)| **block == target);
                next.extend(of.map(|(exit, _)| *exit));
            }
        }
        false
    };
    let kept = given.into_iter().enumerate().filter(|(index, given)| {
        let holder = given.kept.holder;
        !others.contains(&holder) && reaches(*index, holder)
    });
    kept.map(|(_, given)| given.kept).collect()
}

struct Given {
    kept: Kept,
    /// Whether control has just been there.
    open: bool,
}

struct Walk<'a> {
    lent: &'a Lent,
    locals: &'a Locals,
    given: Vec<Given>,
    /// Where control may leave a block behind each of them.
    exits: Vec<(usize, Exit)>,
    /// Locals that are assigned something else.
    others: Vec<Local>,
    /// Where jumps lead.
    targets: BTreeMap<Exit, BlockId>,
}

impl Walk<'_> {
    fn input(&self, value: &Expr) -> Option<Local> {
        match value {
            Expr::Paren(paren) => self.input(&paren.expr),
            Expr::Call(call) if is_constructor(&call.func) => {
                call.args.iter().find_map(|part| self.input(part))
            }
            // A part of what it refers to.
            Expr::MethodCall(_) if self.lent.is_std => self.input(lends::lent_of(value)?.0),
            value => self.locals.of_expr(value).filter(|it| self.lent.locals.contains(it)),
        }
    }

    fn give(&mut self, holder: Local, input: Local, span: Span) {
        let kept = Kept { holder, input, span };
        self.given.push(Given { kept, open: true });
    }

    /// Finds what a local is given that another one keeps: it is moved there as it is, or delegated to.
    fn kept_by(&self, value: &Expr) -> Option<(Local, Span)> {
        let holder = lending::moved(value, self.locals)?;
        let kept = self.given.iter().rev().map(|given| &given.kept);
        kept.filter(|kept| kept.holder == holder).map(|kept| (kept.input, kept.span)).next()
    }

    /// Visits several ways, of which control goes one, each from the same state.
    fn ways<T>(&mut self, ways: impl IntoIterator<Item = T>, visit: impl Fn(&mut Self, T)) {
        let before: Vec<bool> = self.given.iter().map(|given| given.open).collect();
        let mut behind = before.clone();
        for way in ways {
            for (given, open) in self.given.iter_mut().zip(&before) {
                given.open = *open;
            }
            visit(self, way);
            behind.resize(self.given.len(), false);
            for (open, given) in behind.iter_mut().zip(&self.given) {
                *open |= given.open;
            }
            // What another way gives, this one has not seen.
            for given in self.given.iter_mut().skip(before.len()) {
                given.open = false;
            }
        }
        for (given, open) in self.given.iter_mut().zip(behind) {
            given.open = open;
        }
    }
}

impl Visit<'_> for Walk<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let exit = match Marker::parse(expr) {
            Some(Marker::Suspend(id)) => Exit::Suspend(id),
            Some(Marker::Goto(block, number)) => {
                self.targets.insert(Exit::Goto(number), block);
                Exit::Goto(number)
            }
            Some(_) => return,
            None => return visit::visit_expr(self, expr),
        };
        let open = self.given.iter().enumerate().filter(|(_, given)| given.open);
        self.exits.extend(open.map(|(index, _)| (index, exit)));
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        visit::visit_local(self, stmt);
        let (Pat::Ident(pat), Some(init)) = (&stmt.pat, &stmt.init) else { return };
        let Some(holder) = self.locals.get(&pat.ident) else { return };
        if self.lent.locals.contains(&holder) {
            return;
        }
        let value = match &*init.expr {
            Expr::Call(call) if self.lent.is_std && scan::is_into_iter(&call.func) => {
                call.args.first().unwrap_or(&init.expr)
            }
            value => value,
        };
        let input = self.input(value).map(|input| (input, ast::start(value)));
        if let Some((input, span)) = input.or_else(|| self.kept_by(&init.expr)) {
            self.give(holder, input, span);
        }
    }

    fn visit_expr_if(&mut self, expr: &syn::ExprIf) {
        self.visit_expr(&expr.cond);
        self.ways([true, false], |walk, holds| match &expr.else_branch {
            _ if holds => walk.visit_block(&expr.then_branch),
            Some((_, other)) => walk.visit_expr(other),
            None => {}
        });
    }

    fn visit_expr_match(&mut self, expr: &syn::ExprMatch) {
        self.visit_expr(&expr.expr);
        self.ways(&expr.arms, |walk, arm| walk.visit_expr(&arm.body));
    }

    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        visit::visit_expr_assign(self, expr);
        let Some(holder) = self.locals.of_expr(&expr.left) else { return };
        match self.input(&expr.right) {
            // It is an input itself.
            _ if self.lent.locals.contains(&holder) => {}
            Some(input) => self.give(holder, input, ast::span(&expr.right)),
            None => self.others.push(holder),
        }
    }

    fn visit_expr_method_call(&mut self, expr: &syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, expr);
        let Some(list) = self.locals.of_expr(&expr.receiver) else { return };
        let stores = ["push", "push_back", "push_front", "insert"];
        if self.locals[list].shape == Shape::Collection
            && stores.iter().any(|name| expr.method == name)
        {
            if let Some((value, input)) =
                expr.args.iter().find_map(|arg| Some((arg, self.input(arg)?)))
            {
                self.give(list, input, ast::span(value));
            }
        }
    }

    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}
