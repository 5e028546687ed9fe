//! How a body uses its tuples.
//!
//! In: the resolved body and the tuples that could be split. Out: those that should be: a part may be
//! moved on its own, and all that is done with the whole is to move it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::{Block, Expr, Macro, Pat, Stmt};

use super::{Tuple, part_of, whole};
use crate::{
    analysis::{moves, patterns},
    known,
    resolve::names::{Local, Locals},
    scan,
    visit::{self, Visit},
};

/// What the value of an expression is used for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It is moved or copied.
    Value,
    /// It is looked at in place, or a number.
    Place,
}

/// Goes through a body.
pub struct Uses<'a> {
    locals: &'a Locals,
    tuples: &'a mut BTreeMap<Local, Tuple>,
    moved: BTreeSet<Local>,
}

impl<'a> Uses<'a> {
    /// Starts with the tuples that could be split.
    pub fn new(locals: &'a Locals, tuples: &'a mut BTreeMap<Local, Tuple>) -> Self {
        Self { locals, tuples, moved: BTreeSet::new() }
    }

    /// Returns the tuples of which a part is moved.
    pub fn finish(self) -> BTreeSet<Local> {
        let tuples = self.tuples;
        self.moved.into_iter().filter(|local| tuples.contains_key(local)).collect()
    }

    /// Reads the body. Nothing suspends after its value.
    pub fn body(&mut self, block: &Block) {
        for (index, stmt) in block.stmts.iter().enumerate() {
            match stmt {
                Stmt::Expr(tail, None) if index + 1 == block.stmts.len() => self.last(tail),
                stmt => self.visit_stmt(stmt),
            }
        }
    }

    /// Reads the value that the coroutine returns.
    fn last(&mut self, value: &Expr) {
        let used = if part_of(value, self.locals).is_some() { Use::Place } else { Use::Value };
        self.expr(value, used);
    }

    fn expr(&mut self, expr: &Expr, used: Use) {
        if let Some((local, index)) = part_of(expr, self.locals) {
            match self.tuples.get_mut(&local) {
                Some(tuple) if index < tuple.len() => {
                    tuple.mentioned[index] = true;
                    if used == Use::Value && !tuple.knowledge[index].is_inert() {
                        self.moved.insert(local);
                    }
                }
                _ => self.give_up(local),
            }
            return;
        }
        if let Some(local) = whole(expr, self.locals) {
            match self.tuples.get_mut(&local) {
                Some(tuple) if used == Use::Value => tuple.mentioned.fill(true),
                _ => self.give_up(local),
            }
            return;
        }
        match expr {
            Expr::Field(field) => self.expr(&field.base, Use::Place),
            Expr::Paren(paren) => self.expr(&paren.expr, used),
            Expr::Reference(reference) => self.expr(&reference.expr, Use::Place),
            Expr::RawAddr(address) => self.expr(&address.expr, Use::Place),
            Expr::Index(index) => {
                self.expr(&index.expr, Use::Place);
                self.expr(&index.index, Use::Place);
            }
            Expr::Cast(cast) => self.expr(&cast.expr, Use::Place),
            Expr::Unary(unary) => {
                self.expr(&unary.expr, Use::Value);
            }
            Expr::Binary(binary) => {
                let used = if takes_operands(&binary.op) { Use::Value } else { Use::Place };
                self.expr(&binary.left, used);
                self.expr(&binary.right, used);
            }
            Expr::Assign(assign) => {
                if !self.is_whole(&assign.left) {
                    self.expr(&assign.left, Use::Place);
                }
                self.expr(&assign.right, Use::Value);
            }
            Expr::MethodCall(call) => {
                let by_value = moves::by_value(&call.method.to_string());
                if by_value || !self.is_whole(&call.receiver) {
                    self.expr(&call.receiver, if by_value { Use::Value } else { Use::Place });
                } else {
                    self.expr(&call.receiver, Use::Place);
                }
                call.args.iter().for_each(|arg| self.expr(arg, Use::Value));
            }
            Expr::Range(range) => {
                range.start.iter().for_each(|end| self.expr(end, Use::Value));
                range.end.iter().for_each(|end| self.expr(end, Use::Value));
            }
            Expr::If(expr) => {
                self.expr(&expr.cond, Use::Place);
                self.visit_block(&expr.then_branch);
                if let Some((_, other)) = &expr.else_branch {
                    self.expr(other, used);
                }
            }
            Expr::While(expr) => {
                self.expr(&expr.cond, Use::Place);
                self.visit_block(&expr.body);
            }
            Expr::Return(syn::ExprReturn { expr: Some(value), .. }) => self.last(value),
            Expr::Let(expr) => {
                self.scrutinee(&expr.expr, &expr.pat);
                self.visit_pat(&expr.pat);
            }
            Expr::Match(expr) if self.arms_of_part(expr) => {
                expr.arms.iter().for_each(|arm| self.visit_arm(arm));
            }
            Expr::Match(expr) => {
                for arm in &expr.arms {
                    self.scrutinee(&expr.expr, &arm.pat);
                }
                if expr.arms.is_empty() {
                    self.expr(&expr.expr, Use::Place);
                }
                expr.arms.iter().for_each(|arm| self.visit_arm(arm));
            }
            Expr::Closure(closure) => {
                let mut mentions = Mentions { locals: self.locals, found: Vec::new() };
                mentions.visit_expr(&closure.body);
                if closure.capture.is_some() {
                    self.moved.extend(mentions.found);
                }
                visit::visit_expr_closure(self, closure);
            }
            other => visit::visit_expr(self, other),
        }
    }

    /// A whole tuple that is assigned to needs nothing of it.
    fn is_whole(&self, expr: &Expr) -> bool {
        whole(expr, self.locals).is_some_and(|local| self.tuples.contains_key(&local))
    }

    /// What is matched is moved if the pattern takes it whole, and looked at otherwise.
    fn scrutinee(&mut self, expr: &Expr, pat: &Pat) {
        let takes = match pat {
            Pat::Ident(pat) => pat.by_ref.is_none() && self.locals.get(&pat.ident).is_some(),
            Pat::Type(typed) => return self.scrutinee(expr, &typed.pat),
            _ => false,
        };
        let moves = part_of(expr, self.locals).is_some() && !matches!(pat, Pat::Wild(_));
        let place = scan::is_place(expr) && !takes && !moves;
        self.expr(expr, if place { Use::Place } else { Use::Value });
    }

    /// Reads `let (a, _) = t;`, which is done part by part.
    fn taken_apart(&mut self, expr: &Expr, pat: &Pat) -> bool {
        let Some(local) = whole(expr, self.locals) else { return false };
        let (Some(tuple), Pat::Tuple(pat)) = (self.tuples.get_mut(&local), pat) else {
            return false;
        };
        let Some(pats) = each_part(pat, tuple.len()) else { return false };
        for (mentioned, pat) in tuple.mentioned.iter_mut().zip(&pats) {
            *mentioned |= !matches!(pat, Pat::Wild(_));
        }
        let taken = |pat: &Pat| is_name(pat, self.locals) && !matches!(pat, Pat::Wild(_));
        if pats.iter().any(taken) && !pats.iter().all(taken) {
            self.moved.insert(local);
        }
        true
    }

    /// Reads the head of `match t { (ref a, _) => … }`, which only needs a part.
    fn arms_of_part(&mut self, expr: &syn::ExprMatch) -> bool {
        let Some(local) = whole(&expr.expr, self.locals) else { return false };
        let Some(tuple) = self.tuples.get_mut(&local) else { return false };
        let Some(index) = sole_part(expr, tuple.len()) else { return false };
        tuple.mentioned[index] = true;
        if expr.arms.iter().any(|arm| patterns::moves_parts(bare(&arm.pat), self.locals)) {
            self.moved.insert(local);
        }
        true
    }

    fn give_up(&mut self, local: Local) {
        self.tuples.remove(&local);
    }

    /// Reads a macro's tokens: only parts are left as they are.
    fn tokens(&mut self, tokens: TokenStream, by_value: bool) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream(), by_value),
                TokenTree::Ident(ident) => {
                    let Some(local) = self.locals.get(&ident) else { continue };
                    if !self.tuples.contains_key(&local) {
                        continue;
                    }
                    let dot = matches!(tokens.peek(), Some(TokenTree::Punct(dot)) if dot.as_char() == '.');
                    let index = dot
                        .then(|| {
                            tokens.next();
                            tokens.peek().map(ToString::to_string)
                        })
                        .flatten()
                        .filter(|index| index.starts_with(|c: char| c.is_ascii_digit()));
                    let Some(index) = index else {
                        self.give_up(local);
                        continue;
                    };
                    let (index, _) = split_index(&index);
                    match self.tuples.get_mut(&local) {
                        Some(tuple) if index < tuple.len() => {
                            tuple.mentioned[index] = true;
                            if by_value && !tuple.knowledge[index].is_inert() {
                                self.moved.insert(local);
                            }
                        }
                        _ => self.give_up(local),
                    }
                }
                // A format string names what it captures.
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    if text.contains("__coro") {
                        let locals = self.locals;
                        self.tuples
                            .retain(|local, _| !text.contains(&locals.ident(*local).to_string()));
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}

impl Visit<'_> for Uses<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        self.expr(expr, Use::Value);
    }

    fn visit_stmt(&mut self, stmt: &Stmt) {
        match stmt {
            // A place as a statement is looked at, if it has no value to drop.
            Stmt::Expr(expr, Some(_)) if scan::is_place(expr) => self.expr(expr, Use::Value),
            other => visit::visit_stmt(self, other),
        }
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        if let Some(init) = &stmt.init {
            if init.diverge.is_some() || !self.taken_apart(&init.expr, &stmt.pat) {
                self.scrutinee(&init.expr, &stmt.pat);
            }
            if let Some((_, diverge)) = &init.diverge {
                self.expr(diverge, Use::Value);
            }
        }
        self.visit_pat(&stmt.pat);
    }

    fn visit_field_value(&mut self, field: &syn::FieldValue) {
        match whole(&field.expr, self.locals) {
            Some(local) if field.colon_token.is_none() => self.give_up(local),
            _ => self.expr(&field.expr, Use::Value),
        }
    }

    fn visit_macro(&mut self, mac: &Macro) {
        let known = known::parse(mac);
        let looked_into = known.is_some() || known::is_delegation(mac);
        if looked_into {
            let by_value = known.is_none_or(|known| known.kind.by_value(0));
            self.tokens(mac.tokens.clone(), by_value);
        } else {
            let mut found = Vec::new();
            names(mac.tokens.clone(), self.locals, &mut found);
            for local in found {
                self.give_up(local);
            }
        }
    }

    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Reads the index of `t.0`, or the two of `t.0.1`, which is one number to the lexer.
pub fn split_index(text: &str) -> (usize, Option<usize>) {
    let (first, second) = text.split_once('.').unwrap_or((text, ""));
    (first.parse().unwrap_or(usize::MAX), second.parse().ok())
}

/// Returns a pattern for each of the parts of a tuple, of which a pattern leaves out some by `..`.
pub fn each_part(pat: &syn::PatTuple, len: usize) -> Option<Vec<Pat>> {
    let mut pats: Vec<Pat> = pat.elems.iter().cloned().collect();
    if let Some(rest) = pats.iter().position(|pat| matches!(pat, Pat::Rest(_))) {
        let left = (len + 1).checked_sub(pats.len())?;
        let wild = Pat::Wild(syn::PatWild {
            attrs: Vec::new(),
            underscore_token: syn::Token![_](proc_macro2::Span::mixed_site()),
        });
        pats.splice(rest..=rest, std::iter::repeat_n(wild, left));
    }
    (pats.len() == len).then_some(pats)
}

/// Returns the only part of a tuple that the arms of a `match` look at.
pub fn sole_part(expr: &syn::ExprMatch, len: usize) -> Option<usize> {
    let mut sole = None;
    for arm in &expr.arms {
        let pats = match bare(&arm.pat) {
            Pat::Wild(_) => continue,
            Pat::Tuple(pat) => each_part(pat, len)?,
            _ => return None,
        };
        for index in (0..len).filter(|index| !matches!(pats[*index], Pat::Wild(_))) {
            if sole.is_some_and(|sole| sole != index) {
                return None;
            }
            sole = Some(index);
        }
    }
    sole
}

/// Returns an arm's pattern without its guard.
fn bare(pat: &Pat) -> &Pat {
    match pat {
        Pat::Guard(guarded) => &guarded.pat,
        pat => pat,
    }
}

/// Tells whether a pattern is `_` or a name for a value that is moved.
pub fn is_name(pat: &Pat, locals: &Locals) -> bool {
    match pat {
        Pat::Wild(_) => true,
        Pat::Ident(pat) => {
            pat.by_ref.is_none() && pat.subpat.is_none() && locals.get(&pat.ident).is_some()
        }
        _ => false,
    }
}

fn names(tokens: TokenStream, locals: &Locals, found: &mut Vec<Local>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => names(group.stream(), locals, found),
            TokenTree::Ident(ident) => found.extend(locals.get(&ident)),
            _ => {}
        }
    }
}

/// Lists the locals that an expression mentions.
struct Mentions<'a> {
    locals: &'a Locals,
    found: Vec<Local>,
}

impl Visit<'_> for Mentions<'_> {
    fn visit_expr_path(&mut self, path: &syn::ExprPath) {
        self.found.extend(self.locals.at_path(&path.path));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        names(mac.tokens.clone(), self.locals, &mut self.found);
    }
}

/// Tells whether an operator takes its operands.
fn takes_operands(op: &syn::BinOp) -> bool {
    !(scan::is_lazy(op) || scan::is_comparison(op) || scan::is_compound_assignment(op))
}
