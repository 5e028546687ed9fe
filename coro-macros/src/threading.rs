//! Jump threading.
//!
//! In: the lowered body and the facts. Out: for each block, the block that a jump to it can go to
//! instead. A block that does nothing but jump on, and passes on all that it is passed, is left out:
//! whoever jumps to it jumps to its target. (Aho, Lam, Sethi, Ullman: *Compilers*, section 8.7.3.)
//!
//! A join that does nothing but end scopes is left out before there are facts: the jumps to it come
//! out of the same scopes, which end there as well when control leaves them for the join's target. So is one that then
//! returns a value that it is passed, or none: the jumps to it return, which needs nothing of what ends.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Expr, ExprBreak, Lifetime, Pat, Stmt};

use crate::{
    analysis::Facts,
    ir::{BlockData, BlockId, BlockKind, Body, Exit, Marker},
    known,
    resolve::names::Locals,
    scan,
    visit_mut::{self, VisitMut},
};

/// Where jumps go.
pub struct Threading {
    targets: Vec<BlockId>,
    kept: Vec<bool>,
}

impl Threading {
    /// Finds the blocks that can be left out.
    pub fn new(body: &Body, facts: &Facts, locals: &Locals) -> Self {
        let targets = follow(body.blocks.len(), |block| passes_on(body, facts, locals, block));
        let is_end = |(block, target): (usize, &BlockId)| target.0 == block;
        let kept = targets.iter().enumerate().map(is_end);
        let kept = kept.zip(&body.blocks).map(|(is_end, data)| is_end && !data.unreached).collect();
        Self { targets, kept }
    }

    /// Returns where a jump to `block` goes.
    pub fn target(&self, block: BlockId) -> BlockId {
        self.targets[block.0]
    }

    /// Tells whether a block is in the output.
    pub fn is_kept(&self, block: BlockId) -> bool {
        self.kept[block.0]
    }
}

/// Returns for each block where a jump to it can go, past the joins that do nothing but end scopes.
pub fn past_joins(blocks: &[BlockData]) -> Vec<BlockId> {
    follow(blocks.len(), |block| match &blocks[block] {
        BlockData { kind: BlockKind::Join, input: None, code, .. } => {
            only_jump(code).map(|(target, _)| target)
        }
        _ => None,
    })
}

/// Has the jumps to joins that do nothing but return do so themselves; `label` is what a return breaks.
pub fn return_at_jumps(body: &mut Body, label: &Lifetime, locals: &Locals) {
    loop {
        let returned = body.blocks.iter().map(|block| match block {
            BlockData { kind: BlockKind::Join, input: None, unreached: false, code, .. } => {
                only_return(code, label, locals)
            }
            _ => None,
        });
        let returned: Vec<Option<Expr>> = returned.collect();
        if !returned.iter().any(Option::is_some) {
            return;
        }
        for (index, is_left_out) in returned.iter().map(Option::is_some).enumerate() {
            body.blocks[index].unreached |= is_left_out;
            if !body.blocks[index].unreached {
                let mut code = std::mem::take(&mut body.blocks[index].code);
                let mut jumps = Jumps { body, returned: &returned };
                for stmt in &mut code {
                    jumps.visit_stmt_mut(stmt);
                }
                jumps.return_at_once(&mut code);
                body.blocks[index].code = code;
            }
        }
    }
}

/// Puts what blocks return in the places of the jumps to them.
struct Jumps<'a> {
    body: &'a Body,
    returned: &'a [Option<Expr>],
}

impl Jumps<'_> {
    /// Returns a local by its own name where it was only given another: `let value = { input }; break value;`.
    fn return_at_once(&self, stmts: &mut Vec<Stmt>) {
        let [.., Stmt::Local(given), Stmt::Expr(Expr::Break(returned), _)] = &mut stmts[..] else {
            return;
        };
        let (Pat::Ident(name), Some(init), Some(value)) =
            (&given.pat, &given.init, &mut returned.expr)
        else {
            return;
        };
        let local = passed(&init.expr, &|stmt| self.reopens_one(stmt));
        if let Some(local) = local.filter(|_| is_name(value, &name.ident)) {
            **value = local.clone();
            stmts.remove(stmts.len() - 2);
        }
    }

    /// Tells whether a statement only opens a scope again that holds no more than one local.
    fn reopens_one(&self, stmt: &Stmt) -> bool {
        matches!(stmt, Stmt::Expr(expr, _)
            if matches!(Marker::parse(expr), Some(Marker::Reopen(block, scope))
                if self.body.blocks[block.0].scope(scope).count() <= 1))
    }
}

impl VisitMut for Jumps<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Some(Marker::Goto(target, _)) = Marker::parse(expr) {
            if let Some(returned) = &self.returned[self.body.destination(target).0] {
                *expr = returned.clone();
            }
        } else {
            visit_mut::visit_expr_mut(self, expr);
        }
    }
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        visit_mut::visit_block_mut(self, block);
        self.return_at_once(&mut block.stmts);
    }
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if !holds_marker(mac.tokens.clone()) {
            return;
        }
        if let Some(mut known) = known::parse(mac) {
            known.exprs_mut().for_each(|expr| self.visit_expr_mut(expr));
            mac.tokens = known.tokens();
        }
    }
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Tells whether tokens may hold a marker, which begins with `_`.
fn holds_marker(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "_",
        TokenTree::Group(group) => holds_marker(group.stream()),
        _ => false,
    })
}

/// Follows jumps to their ends.
fn follow(blocks: usize, jump: impl Fn(usize) -> Option<BlockId>) -> Vec<BlockId> {
    let next: Vec<Option<BlockId>> = (0..blocks).map(jump).collect();
    let end = |block: usize| {
        let mut target = block;
        for _ in 0..=blocks {
            match next[target] {
                Some(next) => target = next.0,
                None => return BlockId(target),
            }
        }
        // A loop that does nothing is kept as it is.
        BlockId(block)
    };
    (0..blocks).map(end).collect()
}

/// Returns the block that a block only jumps on to.
fn passes_on(body: &Body, facts: &Facts, locals: &Locals, block: usize) -> Option<BlockId> {
    let destination = body.destination(BlockId(block));
    if destination.0 != block {
        return Some(destination);
    }
    let data = &body.blocks[block];
    if data.input.is_some() || !facts.late[block].is_empty() {
        return None;
    }
    let (target, number) = only_jump(&data.code)?;
    let target = body.destination(target);
    let entry = &facts.entry[block];
    let passed = &facts.entry[target.0];
    let unchanged = passed.iter().all(|(local, form)| entry.get(local) == Some(form));
    let nothing_dropped =
        entry.iter().all(|(local, _)| passed.has(local) || locals[local].knowledge.is_inert());
    let at_hand = facts.exits.get(&Exit::Goto(number));
    let same_forms = at_hand
        .is_some_and(|at_hand| passed.iter().all(|(local, form)| at_hand.get(local) == Some(form)));
    (unchanged && nothing_dropped && same_forms).then_some(target)
}

/// Returns the jump that code consists of, if it does nothing else.
fn only_jump(code: &[Stmt]) -> Option<(BlockId, usize)> {
    let (last, rest) = code.split_last()?;
    if !rest.iter().all(does_nothing) {
        return None;
    }
    match last {
        Stmt::Expr(Expr::Block(block), _) if block.label.is_none() => only_jump(&block.block.stmts),
        Stmt::Expr(expr, _) => match Marker::parse(expr)? {
            Marker::Goto(target, number) => Some((target, number)),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the return that code consists of, if it does nothing else: it returns what it is passed, or nothing.
fn only_return(code: &[Stmt], label: &Lifetime, locals: &Locals) -> Option<Expr> {
    let (last, rest) = code.split_last()?;
    let Stmt::Expr(last, _) = last else { return None };
    let mut returned = match last {
        Expr::Block(block) if block.label.is_none() => {
            only_return(&block.block.stmts, label, locals)?
        }
        Expr::Break(jump) if jump.label.as_ref().is_some_and(|to| to.ident == label.ident) => {
            let mut jump = jump.clone();
            if let Some(value) = &mut jump.expr {
                **value = passed(value, &does_nothing)?.clone();
            }
            Expr::Break(jump)
        }
        _ => return None,
    };
    // What was only passed on is returned by the name that it had before.
    for stmt in rest.iter().rev().filter(|stmt| !does_nothing(stmt)) {
        let Stmt::Local(given) = stmt else { return None };
        let name = given_name(&given.pat)?;
        let value = passed(&given.init.as_ref()?.expr, &does_nothing)?;
        let Expr::Break(ExprBreak { expr: Some(returned), .. }) = &mut returned else {
            return None;
        };
        let is_hidden = locals.get(name).is_some_and(|local| locals[local].hidden);
        if !is_hidden || !is_name(returned, name) {
            return None;
        }
        **returned = value.clone();
    }
    Some(returned)
}

/// Returns the local that an expression is, or that a block passes on behind what `is_idle` says does nothing.
fn passed<'e>(expr: &'e Expr, is_idle: &dyn Fn(&Stmt) -> bool) -> Option<&'e Expr> {
    match expr {
        Expr::Block(block) if block.label.is_none() => {
            let (Stmt::Expr(tail, None), rest) = block.block.stmts.split_last()? else {
                return None;
            };
            passed(tail, is_idle).filter(|_| rest.iter().all(is_idle))
        }
        expr => scan::is_local_name(expr).then_some(expr),
    }
}

/// Returns the name that a `let` gives, whether or not it gives a type.
fn given_name(pat: &Pat) -> Option<&Ident> {
    match pat {
        Pat::Ident(pat) => Some(&pat.ident),
        Pat::Type(pat) => given_name(&pat.pat),
        _ => None,
    }
}

fn is_name(expr: &Expr, name: &Ident) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}

fn does_nothing(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(Expr::Block(block), _) => {
            block.label.is_none() && block.block.stmts.iter().all(does_nothing)
        }
        Stmt::Expr(Expr::Tuple(tuple), _) => tuple.elems.is_empty(),
        Stmt::Expr(expr, _) => matches!(Marker::parse(expr), Some(Marker::Reopen(..))),
        _ => false,
    }
}
