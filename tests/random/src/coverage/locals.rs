//! What a body does with its locals: moves, borrows, assignments, closures that capture them.
//!
//! In: a function and its body. Out: the names of features. Measured on the text; which locals have
//! something to drop is told by their written types and by the runtime's functions that make them.

use std::collections::BTreeSet;

use quote::ToTokens as _;
use syn::{Block, Expr, ExprClosure, Member, Pat, Stmt, visit::Visit};

use super::text::{Kind, borrowed, kind_of, names, path, root, suspends, words};
use crate::{generate::ty::Ty, program::Function};

#[derive(Clone, Debug)]
struct Local {
    name: String,
    kind: Kind,
    /// How many branches and how many loops are around its declaration.
    branches: usize,
    loops: usize,
    assigned: bool,
}

/// Calls `note` for each feature.
pub fn count(function: &Function, body: &Block, note: &mut dyn FnMut(&'static str)) {
    let mut walk = Walk { note, locals: Vec::new(), branches: 0, loops: 0 };
    for param in &function.params {
        let kind = match &param.ty {
            Ty::Ref(_) | Ty::Slice(_) => Kind::Reference,
            ty if ty.is_copy() || *ty == Ty::MutAcc => Kind::Other,
            _ => Kind::Droppable,
        };
        let name = param.pattern.trim_start_matches("mut ");
        walk.declare(name, kind, true);
    }
    walk.visit_block(body);
}

struct Walk<'a> {
    note: &'a mut dyn FnMut(&'static str),
    locals: Vec<Local>,
    branches: usize,
    loops: usize,
}

impl Walk<'_> {
    fn note(&mut self, name: &'static str) {
        (self.note)(name);
    }

    fn declare(&mut self, name: &str, kind: Kind, assigned: bool) {
        let (branches, loops) = (self.branches, self.loops);
        self.locals.push(Local { name: name.into(), kind, branches, loops, assigned });
    }

    fn local(&self, name: &str) -> Option<&Local> {
        self.locals.iter().rev().find(|local| local.name == name)
    }

    fn kind(&self, name: &str) -> Option<Kind> {
        self.local(name).map(|local| local.kind)
    }

    fn declare_pattern(&mut self, pat: &Pat, kind: Kind, assigned: bool) {
        for name in names(pat) {
            self.declare(&name, kind, assigned);
        }
    }

    /// An expression whose value is taken.
    fn taken(&mut self, expr: &Expr) {
        if let Expr::Field(field) = expr {
            let part = matches!(&field.member, Member::Named(name) if name == "a" || name == "b");
            let whole = root(expr).and_then(|name| self.kind(&name));
            if part && whole == Some(Kind::Droppable) {
                self.note("move: a part");
            }
        }
        let Some(name) = path(expr) else { return };
        let (branches, loops) = (self.branches, self.loops);
        let Some(local) = self.local(&name).filter(|local| local.kind == Kind::Droppable) else {
            return;
        };
        let (branched, repeated) = (local.branches < branches, local.loops < loops);
        self.note("move: a whole local");
        if branched {
            self.note("move: on some ways only");
        }
        if repeated {
            self.note("move: in a loop, of a local outside");
        }
    }

    fn within(&mut self, branches: usize, loops: usize, f: impl FnOnce(&mut Self)) {
        let count = self.locals.len();
        self.branches += branches;
        self.loops += loops;
        f(self);
        self.branches -= branches;
        self.loops -= loops;
        self.locals.truncate(count);
    }

    /// What can be said of a `let` by what follows it in its block.
    fn followed(&mut self, local: &syn::Local, rest: &[BTreeSet<String>]) {
        let Pat::Ident(ident) = &local.pat else { return };
        let name = ident.ident.to_string();
        let Some(first) = rest.iter().position(suspends) else { return };
        let (before, behind) = rest.split_at(first + 1);
        let used = |stmts: &[BTreeSet<String>]| stmts.iter().any(|stmt| stmt.contains(&name));
        if name.starts_with("_g") && !used(rest) {
            self.note("guard: only lives, across a suspension");
        }
        let init = local.init.as_ref().map(|init| &*init.expr);
        match init {
            Some(Expr::Closure(closure)) if closure.capture.is_some() && used(behind) => {
                self.note("closure: `move`, across a suspension");
            }
            Some(init) if used(behind) && borrowed(init).is_some() => {
                self.note("reference: used on both sides of a suspension");
            }
            Some(init) if !used(&before[first..]) && !used(behind) => {
                self.reborrowed(init, behind);
            }
            _ => {}
        }
    }

    /// A reference that is dead at a suspension.
    fn reborrowed(&mut self, init: &Expr, behind: &[BTreeSet<String>]) {
        let Some(owner) = borrowed(init) else { return };
        self.note("reference: dead at a suspension");
        if behind.iter().any(|stmt| stmt.contains(&owner)) {
            self.note("reference: borrowed again behind a suspension");
        }
    }

    fn closure(&mut self, closure: &ExprClosure) -> bool {
        let params: BTreeSet<String> = closure
            .inputs
            .iter()
            .map(|pat| pat.to_token_stream().to_string().split(' ').next().unwrap_or("").into())
            .collect();
        let captured = self.locals.iter().map(|local| local.name.clone());
        let mentioned = words(&closure.body);
        let captured: BTreeSet<_> =
            captured.filter(|name| !params.contains(name) && mentioned.contains(name)).collect();
        let text = closure.body.to_token_stream().to_string();
        let mut takes = false;
        for name in &captured {
            let own = text.trim_matches(|c| c == '{' || c == '}' || c == ' ');
            let taken = own == name || own.starts_with(&format!("{name} . into_"));
            let taken = taken && self.kind(name) == Some(Kind::Droppable);
            takes |= taken;
            let changed = ["bump", "b . bump", "add"]
                .iter()
                .any(|method| text.contains(&format!("{name} . {method} (")));
            self.note(match (closure.capture.is_some(), taken, changed) {
                (true, ..) => "closure: `move`, captures",
                (_, true, _) => "closure: captures by value",
                (_, _, true) => "closure: captures by unique reference",
                _ => "closure: captures by reference",
            });
        }
        takes
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_item(&mut self, _: &'ast syn::Item) {}

    fn visit_block(&mut self, block: &'ast Block) {
        let count = self.locals.len();
        let has_let = block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Local(_)));
        let words: Vec<_> =
            if has_let { block.stmts.iter().map(words).collect() } else { Vec::new() };
        for (index, stmt) in block.stmts.iter().enumerate() {
            self.visit_stmt(stmt);
            match stmt {
                Stmt::Local(local) => self.followed(local, &words[index + 1..]),
                Stmt::Expr(tail, None) => self.taken(tail),
                _ => {}
            }
        }
        self.locals.truncate(count);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        let mut kind = kind_of(local);
        if let Some(init) = &local.init {
            self.visit_expr(&init.expr);
            self.taken(&init.expr);
            if let Expr::Closure(closure) = &*init.expr {
                kind = Kind::Closure(self.closure(closure));
            }
            if let Some((_, other)) = &init.diverge {
                self.within(1, 0, |this| this.visit_expr(other));
            }
            self.bound(&local.pat, &init.expr);
        }
        self.declare_pattern(&local.pat, kind, local.init.is_some());
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::If(branch) => {
                self.within(0, 0, |this| {
                    this.visit_expr(&branch.cond);
                    this.within(1, 0, |this| this.visit_block(&branch.then_branch));
                });
                if let Expr::Let(matched) = &*branch.cond {
                    if borrowed(&matched.expr).is_some() && suspends(&words(&branch.then_branch)) {
                        self.note("reference: dead at a suspension");
                    }
                }
                if let Some((_, other)) = &branch.else_branch {
                    self.within(1, 0, |this| this.visit_expr(other));
                }
                return;
            }
            Expr::Match(choice) => {
                self.visit_expr(&choice.expr);
                for arm in &choice.arms {
                    self.bound(&arm.pat, &choice.expr);
                    self.within(1, 0, |this| {
                        this.declare_pattern(&arm.pat, Kind::Other, true);
                        this.visit_expr(&arm.body);
                        this.taken(&arm.body);
                    });
                }
                return;
            }
            Expr::Loop(repeat) => {
                return self.within(1, 1, |this| this.visit_block(&repeat.body));
            }
            Expr::While(repeat) => {
                return self.within(1, 1, |this| {
                    this.visit_expr(&repeat.cond);
                    this.visit_block(&repeat.body);
                });
            }
            Expr::ForLoop(repeat) => {
                self.visit_expr(&repeat.expr);
                self.taken(&repeat.expr);
                return self.within(1, 1, |this| {
                    this.declare_pattern(&repeat.pat, Kind::Other, true);
                    this.visit_block(&repeat.body);
                });
            }
            Expr::Let(matched) => {
                self.visit_expr(&matched.expr);
                self.bound(&matched.pat, &matched.expr);
                return self.declare_pattern(&matched.pat, Kind::Other, true);
            }
            Expr::Closure(closure) => {
                self.closure(closure);
                return;
            }
            Expr::Call(call) => {
                let callee = path(&call.func).and_then(|name| self.kind(&name));
                if callee == Some(Kind::Closure(true)) {
                    self.note("closure: called once");
                }
                call.args.iter().for_each(|argument| self.taken(argument));
            }
            Expr::MethodCall(call) => {
                if call.method.to_string().starts_with("into_") {
                    self.taken(&call.receiver);
                }
                call.args.iter().for_each(|argument| self.taken(argument));
            }
            Expr::Assign(assign) => {
                self.taken(&assign.right);
                let assigned = path(&assign.left).and_then(|name| self.local(&name).cloned());
                if assigned.is_some_and(|local| local.assigned) {
                    self.note("assign: a local again");
                }
            }
            Expr::Struct(literal) => {
                literal.fields.iter().for_each(|field| self.taken(&field.expr));
            }
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|item| self.taken(item)),
            Expr::Array(array) => array.elems.iter().for_each(|item| self.taken(item)),
            Expr::Return(jump) => jump.expr.iter().for_each(|value| self.taken(value)),
            Expr::Break(jump) => jump.expr.iter().for_each(|value| self.taken(value)),
            _ => {}
        }
        syn::visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let mut parsed = Vec::new();
        crate::rewrite::arguments_mut(&mut mac.clone(), |argument| parsed.push(argument.clone()));
        if mac.path.is_ident("yield_from") {
            if let Some(Expr::Call(call)) = parsed.first() {
                let name = path(&call.func).unwrap_or_default();
                if name.starts_with("sub") {
                    return self.delegated("delegation: to a coroutine", &parsed);
                }
            }
            return self.delegated("delegation: to an iterator", &parsed);
        }
        if mac.path.is_ident("yield_") || mac.path.is_ident("vec") {
            for argument in &parsed {
                self.taken(argument);
            }
        }
        for argument in &parsed {
            self.inner(argument);
        }
    }
}

impl Walk<'_> {
    fn delegated(&mut self, name: &'static str, arguments: &[Expr]) {
        self.note(name);
        for argument in arguments {
            self.taken(argument);
            self.inner(argument);
        }
    }

    /// What a macro's argument does: it lives only as long as this call.
    fn inner(&mut self, argument: &Expr) {
        let (branches, loops) = (self.branches, self.loops);
        let locals = self.locals.clone();
        let mut walk = Walk { note: &mut *self.note, locals, branches, loops };
        Visit::visit_expr(&mut walk, argument);
    }

    /// A pattern on outer data binds references.
    fn bound(&mut self, pat: &Pat, matched: &Expr) {
        let is_reference = path(matched).and_then(|name| self.kind(&name)) == Some(Kind::Reference);
        if is_reference && !names(pat).is_empty() && !matches!(pat, Pat::Ident(_)) {
            self.note("pattern: binds references to outer data");
        }
    }
}
