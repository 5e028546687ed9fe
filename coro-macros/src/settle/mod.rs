//! Branches and [`loops`] behind which a local is gone, whichever way was taken.
//!
//! In: a resolved body and a local that only some arms of a branch move, where nothing mentions it
//! behind the branch. Out: the body in which a second local takes what the arms leave, so that the
//! branch stays as it is, and references to other locals live over it:
//!
//! ```text
//! let q = …;                      let q = …; let q_left;
//! if c { out.push(q); }      →    if c { q_left = None; out.push(q); } else { q_left = Some(q); }
//! ```
//!
//! Invariants: the second local is declared directly behind the first and ends in its place. All else
//! (a branch that suspends, or that another local has taken apart, a use behind it) is left to
//! [`force`](crate::force).

mod arms;
mod loops;
mod undo;

use std::cell::Cell;

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Block, Expr, ExprIf, Pat, Stmt, Token};

pub use self::undo::Settled;

use self::arms::{Heads, Left, leaves, value_of};
use crate::{
    ast,
    lower::visit_operands,
    params::Params,
    resolve::{
        knowledge::Knowledge,
        names::{Labels, Local, Locals},
        unbound,
    },
    scan,
    source::ident_pat,
    temporaries,
    visit::Visit,
    visit_mut::{self, VisitMut},
};

/// Gives what the arms of a branch leave of `local` to a local of its own, which is returned.
fn settle(
    body: &mut Block,
    params: &Params,
    local: Local,
    locals: &mut Locals,
    labels: &mut Labels,
) -> Option<Local> {
    let in_macro = locals.macros.values().any(|found| found.mentioned.contains(&local));
    if locals[local].hidden || in_macro {
        return None;
    }
    let span = Span::mixed_site().located_at(locals[local].name.span());
    let name = locals.display(local);
    let name = format!("{}_left", name.trim_start_matches("r#"));
    let mut settle = Settle {
        local,
        locals,
        labels,
        name,
        left: None,
        span,
        spelling: String::new(),
        borrowed: false,
        typed: Cell::new(false),
        found: None,
        newer: Vec::new(),
    };
    settle.spelling = settle.locals.ident(local).to_string();
    if let Some(newer) = newer(&params.order, local) {
        settle.newer = newer;
        settle.scope(body, 0, true);
    } else {
        settle.visit_block_mut(body);
    }
    settle.left.filter(|_| settle.found == Some(true))
}

struct Settle<'a> {
    local: Local,
    locals: &'a mut Locals,
    labels: &'a mut Labels,
    /// What the second local is called.
    name: String,
    /// The second local, once it is needed.
    left: Option<Local>,
    span: Span,
    spelling: String,
    /// Whether something in front of the branch may be a reference to the local.
    borrowed: bool,
    /// Whether the value of the branch has a type to become.
    typed: Cell<bool>,
    /// Whether the scope of the local was found, and the branch settled.
    found: Option<bool>,
    /// The locals that are declared behind it at once, in order.
    newer: Vec<Local>,
}

/// Lists the locals that are declared behind one, if it is among these.
fn newer(declared: &[Local], local: Local) -> Option<Vec<Local>> {
    let at = declared.iter().position(|other| *other == local)?;
    Some(declared[at + 1..].to_vec())
}

impl Settle<'_> {
    /// Looks at the scope in which the local lives, from its first statement on; `outer` if the local ends
    /// behind the temporaries of the scope's tail.
    fn scope(&mut self, block: &mut Block, first: usize, outer: bool) {
        self.found = Some(false);
        // Where it was declared again, for what another local leaves, it is the newest from there on.
        let again = block.stmts.iter().rposition(|stmt| self.declares(stmt));
        let first = again.map_or(first, |at| at + 1);
        let tail_waits = matches!(block.stmts.last(), Some(Stmt::Expr(tail, None))
            if temporaries::holds_temporary(tail));
        if outer && tail_waits {
            return;
        }
        let Some(branch) = self.last_branch(&mut block.stmts, first, false) else { return };
        let is_branch = matches!(branch, Expr::If(_) | Expr::Match(_));
        if scan::needs_lowering(branch)
            || is_branch && (self.replaces(branch) || !self.can_settle(branch))
            || !self.goes_apart(branch)
        {
            return;
        }
        let left = self.locals.hidden(&self.name, self.span);
        if self.locals[self.local].knowledge.is_closure() {
            self.locals[left].knowledge = Knowledge::Closure;
        }
        self.left = Some(left);
        if is_branch {
            self.branch(branch);
        } else if !self.looping(branch) {
            return;
        }
        let declared = Stmt::Local(syn::Local {
            attrs: Vec::new(),
            let_token: Token![let](self.span),
            pat: ident_pat(None, self.locals.ident(left)),
            init: None,
            modifiers: syn::LocalModifiers::default(),
            semi_token: Token![;](self.span),
        });
        // What drops before the local still drops before the second one.
        let newer = self.newer.iter().filter(|local| !self.locals[**local].knowledge.is_inert());
        let again: Vec<_> = newer.map(|local| unbound::rebind(*local, self.locals)).collect();
        block.stmts.splice(first..first, std::iter::once(declared).chain(again));
        self.found = Some(true);
    }

    /// Finds the branch that mentions the local last, in plain blocks, too.
    fn last_branch<'b>(
        &mut self,
        stmts: &'b mut [Stmt],
        first: usize,
        nested: bool,
    ) -> Option<&'b mut Expr> {
        let last =
            stmts.iter().rposition(|stmt| self.mentions(stmt)).filter(|last| *last >= first)?;
        self.borrowed |= stmts[first..last].iter().any(|stmt| {
            let gives = matches!(stmt, Stmt::Local(_) | Stmt::Expr(Expr::Assign(_), _));
            gives && self.mentions(stmt) || self.lends(stmt)
        });
        let is_tail = last + 1 == stmts.len();
        let mut expr = match &mut stmts[last] {
            Stmt::Expr(expr, semi) if nested || semi.is_some() || !is_tail => expr,
            Stmt::Local(syn::Local { init: Some(init), pat, .. }) if init.diverge.is_none() => {
                self.typed.set(matches!(pat, Pat::Type(_)));
                &mut init.expr
            }
            _ => return None,
        };
        if let Expr::Assign(assign) = expr {
            // What is left of its old value ends where it is given another.
            if self.mentions(&assign.left) {
                return None;
            }
            expr = &mut assign.right;
        }
        let is_operation = !scan::is_block_like(expr);
        let expr = self.operand(expr);
        self.typed.set(self.typed.get() || is_operation);
        match expr {
            Expr::If(_) | Expr::Match(_) => {
                let mut heads = Heads { settle: self, mention: false };
                heads.visit_expr(expr);
                self.borrowed |= heads.mention;
                Some(expr)
            }
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => Some(expr),
            Expr::Block(syn::ExprBlock { label: Some(_), .. }) => Some(expr),
            Expr::Block(inner) => self.last_branch(&mut inner.block.stmts, 0, true),
            Expr::Unsafe(inner) => self.last_branch(&mut inner.block.stmts, 0, true),
            _ => None,
        }
    }

    /// Finds the operand of an operation that alone mentions the local, however deep it is in it.
    fn operand<'b>(&self, expr: &'b mut Expr) -> &'b mut Expr {
        let parts = operands(expr).into_iter().enumerate();
        let mut mentioning = parts.filter(|(_, operand)| self.mentions(operand));
        let first = mentioning.next().map(|(index, _)| index);
        let only = first.filter(|_| mentioning.next().is_none());
        match only {
            Some(only) => self.operand(operands(expr).swap_remove(only)),
            None => expr,
        }
    }

    /// Tells whether a statement borrows the local: a value of another's may keep that.
    fn lends(&self, stmt: &Stmt) -> bool {
        struct Lends<'a>(&'a Settle<'a>, bool);
        impl Visit<'_> for Lends<'_> {
            fn visit_expr_reference(&mut self, expr: &syn::ExprReference) {
                self.1 |= self.0.mentions(&expr.expr);
            }
        }
        let mut lends = Lends(self, false);
        lends.visit_stmt(stmt);
        lends.1
    }

    /// Tells whether a statement declares the local.
    fn declares(&self, stmt: &Stmt) -> bool {
        matches!(stmt, Stmt::Local(stmt) if self.locals.bound_by(&stmt.pat).contains(&self.local))
    }

    /// Notes what is declared behind the local, if it is among what is bound.
    fn takes_newer(&mut self, bound: Vec<Local>) -> bool {
        let newer = newer(&bound, self.local);
        let is_bound = newer.is_some();
        self.newer.extend(newer.into_iter().flatten());
        is_bound
    }

    fn mentions(&self, tokens: &impl ToTokens) -> bool {
        tokens.to_token_stream().to_string().contains(&self.spelling)
    }

    /// Settles a branch.
    fn branch(&mut self, branch: &mut Expr) {
        match branch {
            Expr::If(branch) => {
                let takes = self.condition_takes(&branch.cond);
                self.arm(&mut branch.then_branch.stmts, takes);
                match branch.else_branch.as_mut().map(|(_, other)| &mut **other) {
                    Some(Expr::Block(other)) => self.arm(&mut other.block.stmts, false),
                    Some(other) => self.branch(other),
                    None => self.add_else(branch),
                }
            }
            Expr::Match(branch) => {
                let takes: Vec<_> =
                    branch.arms.iter().map(|arm| self.arm_takes(branch, arm)).collect();
                for (arm, takes) in branch.arms.iter_mut().zip(takes) {
                    if let Expr::Block(body) = &mut *arm.body {
                        if body.label.is_none() {
                            self.arm(&mut body.block.stmts, takes);
                            continue;
                        }
                    }
                    let span = Span::mixed_site().located_at(ast::span(&arm.body));
                    let body = std::mem::replace(&mut *arm.body, Expr::Verbatim(<_>::default()));
                    let mut stmts = vec![Stmt::Expr(body, None)];
                    self.arm(&mut stmts, takes);
                    *arm.body = match (stmts.len(), stmts.pop()) {
                        (1, Some(Stmt::Expr(body, None))) => body,
                        (_, last) => {
                            stmts.extend(last);
                            ast::block_expr(ast::block(stmts, span))
                        }
                    };
                }
            }
            _ => {}
        }
    }

    /// Adds the `else` in which all of the local is left.
    fn add_else(&mut self, branch: &mut ExprIf) {
        let stmts = vec![self.keep(Left::All)];
        let other = ast::block_expr(ast::block(stmts, self.span));
        // It is none of the user's for lints.
        let if_span = Span::mixed_site().located_at(branch.if_token.span);
        branch.if_token = Token![if](if_span);
        branch.else_branch = Some((Token![else](self.span), Box::new(other)));
    }

    /// Keeps what an arm leaves, nothing if its pattern `takes` the local.
    fn arm(&mut self, stmts: &mut Vec<Stmt>, takes: bool) {
        if stmts.last().is_some_and(leaves) {
            return;
        }
        if takes {
            return stmts.insert(0, self.keep(Left::Nothing));
        }
        let last = stmts.iter().rposition(|stmt| self.mentions(stmt));
        if let Some(Stmt::Expr(inner @ (Expr::If(_) | Expr::Match(_)), _)) =
            last.map(|last| &mut stmts[last])
        {
            if self.moves(inner) && self.can_settle(inner) {
                return self.branch(inner);
            }
        }
        if let Some(whole) = last.and_then(|last| arms::whole_mut(&mut stmts[last])) {
            if self.operand_settles(whole) {
                let typed = self.typed.replace(true);
                let inner = self.operand(whole);
                self.branch(inner);
                self.typed.set(typed);
                return;
            }
        }
        if self.left_by(stmts) == Some(Left::Nothing) {
            return stmts.insert(0, self.keep(Left::Nothing));
        }
        let all = self.keep(Left::All);
        let has_value = value_of(stmts).is_some();
        match (has_value, stmts.last_mut()) {
            (false, _) => self.push(stmts, all),
            (true, Some(Stmt::Expr(value, None))) if last.is_some() || self.borrowed => {
                let local = self.locals.hidden("value", self.span);
                let name = self.locals.ident(local);
                let value = std::mem::replace(value, ast::name(name.clone()));
                let named = ast::let_stmt(ident_pat(None, name), value, self.span);
                let end = stmts.len() - 1;
                stmts.splice(end..end, [named, all]);
            }
            (true, _) => stmts.insert(0, all),
        }
    }

    /// Puts a statement behind others, of which the last is no value.
    fn push(&self, stmts: &mut Vec<Stmt>, stmt: Stmt) {
        if let Some(Stmt::Expr(last, semi @ None)) = stmts.last_mut() {
            *semi = (!scan::is_block_like(last)).then(|| Token![;](self.span));
        }
        stmts.push(stmt);
    }

    /// Makes `local_left = Some(local);` or `local_left = None;`.
    fn keep(&self, left: Left) -> Stmt {
        let span = self.span;
        let all = matches!(left, Left::All).then(|| ast::name(self.locals.ident(self.local)));
        let value = ast::option(all, span);
        let place = self.left.expect("the second local is declared");
        ast::assign_stmt(ast::name(self.locals.ident(place)), value, span)
    }
}

/// Lists the operands of an operation that evaluates all of them.
fn operands(expr: &mut Expr) -> Vec<&mut Expr> {
    let mut operands = Vec::new();
    match expr {
        Expr::Paren(paren) => operands.push(&mut *paren.expr),
        Expr::Binary(binary) if scan::is_lazy(&binary.op) => {}
        Expr::Array(_)
        | Expr::Binary(_)
        | Expr::Call(_)
        | Expr::Cast(_)
        | Expr::Index(_)
        | Expr::MethodCall(_)
        | Expr::Range(_)
        | Expr::Struct(_)
        | Expr::Tuple(_)
        | Expr::Unary(_) => visit_operands(expr, &mut |operand| operands.push(operand)),
        _ => {}
    }
    operands
}

impl VisitMut for Settle<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        if let Some(index) = block.stmts.iter().position(|stmt| self.declares(stmt)) {
            let Stmt::Local(stmt) = &block.stmts[index] else { return };
            self.found = Some(false);
            // One that is declared without a value may have none in the arms.
            if stmt.init.is_some() && self.takes_newer(self.locals.bound_by(&stmt.pat)) {
                self.scope(block, index + 1, false);
            }
            return;
        }
        for stmt in &mut block.stmts {
            if self.found.is_none() {
                self.visit_stmt_mut(stmt);
            }
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::ForLoop(expr) if self.takes_newer(self.locals.bound_by(&expr.pat)) => {
                self.scope(&mut expr.body, 0, true);
            }
            Expr::While(expr) if self.takes_newer(self.locals.bound_by_condition(&expr.cond)) => {
                self.scope(&mut expr.body, 0, true);
            }
            Expr::If(expr) if self.takes_newer(self.locals.bound_by_condition(&expr.cond)) => {
                self.scope(&mut expr.then_branch, 0, true);
            }
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) | Expr::Macro(_) => {}
            expr => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        if self.takes_newer(self.locals.bound_by(&arm.pat)) {
            match &mut *arm.body {
                Expr::Block(body) if body.label.is_none() => self.scope(&mut body.block, 0, true),
                _ => self.found = Some(false),
            }
            return;
        }
        visit_mut::visit_arm_mut(self, arm);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
