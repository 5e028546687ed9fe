//! Jump threading.
//!
//! In: the lowered body and the facts. Out: for each block, the block that a jump to it can go to
//! instead. A block that does nothing but jump on, and passes on all that it is passed, is left out:
//! whoever jumps to it jumps to its target. (Aho, Lam, Sethi, Ullman: *Compilers*, section 8.7.3.)
//!
//! A join that does nothing but end scopes is left out before there are facts: the jumps to it come
//! out of the same scopes, which end there as well when control leaves them for the join's target.

use syn::{Expr, Stmt};

use crate::{
    analysis::Facts,
    ir::{BlockData, BlockId, BlockKind, Body, Exit, Marker},
    resolve::names::Locals,
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
        let kept = targets.iter().enumerate().map(|(block, target)| target.0 == block).collect();
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
