//! Jump threading.
//!
//! In: the lowered body and the facts. Out: for each block, the block that a jump to it can go to
//! instead. A block that does nothing but jump on, and passes on all that it is passed, is left out:
//! whoever jumps to it jumps to its target. (Aho, Lam, Sethi, Ullman: *Compilers*, section 8.7.3.)

use syn::{Expr, Stmt};

use crate::{
    analysis::Facts,
    ir::{BlockId, Body, Exit, Marker},
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
        let next: Vec<Option<BlockId>> =
            (0..body.blocks.len()).map(|block| passes_on(body, facts, locals, block)).collect();
        let mut targets = Vec::with_capacity(next.len());
        for block in 0..next.len() {
            let mut target = block;
            let mut steps = 0;
            while let Some(next) = next[target] {
                target = next.0;
                steps += 1;
                if steps > body.blocks.len() {
                    // A loop that does nothing is kept as it is.
                    target = block;
                    break;
                }
            }
            targets.push(BlockId(target));
        }
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

/// Returns the block that a block only jumps on to.
fn passes_on(body: &Body, facts: &Facts, locals: &Locals, block: usize) -> Option<BlockId> {
    let data = &body.blocks[block];
    if data.input.is_some() || !facts.late[block].is_empty() {
        return None;
    }
    let (target, number) = only_jump(&data.code)?;
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
