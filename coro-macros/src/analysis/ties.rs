//! Which locals are declared in more than one block.
//!
//! In: the event graph and the facts. Out: where such a local has to be tied to the type that it has
//! elsewhere. A local that is carried has one type in all blocks, that of its field; one that is not
//! needed at a suspension and gets a new value after it is declared anew, and would have a type of
//! its own there.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Facts, Form,
    events::{Event, Graph},
};
use crate::{
    ir::{BlockId, Body, Exit},
    resolve::names::{Local, LocalData, Locals},
};

/// Where locals have to be tied to one type each.
#[derive(Default)]
pub struct Ties {
    /// The locals.
    pub locals: BTreeSet<Local>,
    /// Exits at which a local has a value.
    pub with_value: BTreeMap<Exit, Vec<Local>>,
    /// Exits at which it is not known to have one.
    pub without_value: BTreeMap<Exit, Vec<Local>>,
    /// Blocks that declare it.
    pub declared: BTreeMap<BlockId, Vec<Local>>,
    /// Blocks in which it is assigned in code that never runs.
    pub assigned: BTreeSet<(BlockId, Local)>,
    /// Those of them that bind it to a value, although it is not `mut`, and assign it nowhere else.
    pub bound: BTreeSet<(BlockId, Local)>,
}

impl Ties {
    /// Lists the locals that are tied at an exit.
    pub fn at(&self, exit: Exit) -> impl Iterator<Item = Local> + '_ {
        let with_value = self.with_value.get(&exit).into_iter().flatten();
        with_value.chain(self.without_value.get(&exit).into_iter().flatten()).copied()
    }
}

/// Finds the ties.
pub fn ties(graph: &Graph, body: &Body, locals: &Locals, facts: &Facts) -> Ties {
    let mut ties = Ties::default();
    let late: BTreeSet<Local> = facts.late.iter().flatten().copied().collect();
    for local in late {
        if !locals[local].hidden && locals[local].ty.is_none() {
            tie(local, graph, body, facts, &locals[local], &mut ties);
        }
    }
    ties
}

fn tie(local: Local, graph: &Graph, body: &Body, facts: &Facts, data: &LocalData, ties: &mut Ties) {
    let (is_mutable, is_inert) = (data.mutable, data.knowledge.is_inert());
    let carried = |block: BlockId| facts.entry[block.0].get(local) == Some(Form::Value);
    // What is not `mut` and has its value is given no other, even where that may have been taken.
    let passes = |block: usize, exit: &Exit| {
        !facts.valueless.contains_key(&(*exit, local))
            || !is_mutable && assigns(graph, block, local)
    };
    let exits = |block: usize| {
        graph.nodes.iter().filter(move |node| node.block == block).filter_map(|node| node.exit)
    };
    let mut apart = Vec::new();
    // The first block that passes the local on, and the exit.
    let mut joined = None;
    for block in 0..body.blocks.len() {
        let declared = facts.late[block].contains(&local)
            || (facts.mentioned[block].contains(local) && defines(graph, block, local));
        let passed = exits(block).find(|(target, exit)| carried(*target) && passes(block, exit));
        if carried(BlockId(block)) || declared {
            match passed {
                Some((_, exit)) => joined = joined.or(Some((block, exit))),
                None if !carried(BlockId(block)) => apart.push(block),
                None => {}
            }
        }
    }
    if apart.len() + usize::from(joined.is_some()) < 2 {
        return;
    }
    ties.locals.insert(local);
    match joined {
        Some((block, _)) if facts.late[block].contains(&local) => apart.insert(0, block),
        Some((_, exit)) => ties.with_value.entry(exit).or_default().push(local),
        None => {}
    }
    for block in apart {
        let in_scope = |target: BlockId| body.blocks[target.0].locals().any(|other| other == local);
        let passed_by = exits(block).find(|(target, _)| in_scope(*target));
        let is_bound = !is_mutable && !assigns(graph, block, local);
        // A name in a pattern that is matched against a reference cannot be `mut`. (A reference is copied.)
        let is_late = facts.late[block].contains(&local);
        let is_there = is_bound && !is_late && (is_inert || !moves(graph, block, local));
        if let (Some((_, exit)), true) = (passed_by, is_there) {
            ties.with_value.entry(exit).or_default().push(local);
            continue;
        }
        ties.assigned.insert((BlockId(block), local));
        if is_late {
            ties.declared.entry(BlockId(block)).or_default().push(local);
            continue;
        }
        if let Some((_, exit)) = passed_by {
            ties.without_value.entry(exit).or_default().push(local);
            if is_bound {
                ties.bound.insert((BlockId(block), local));
            }
        }
    }
}

/// Tells whether a block gives a local its value.
fn defines(graph: &Graph, block: usize, local: Local) -> bool {
    events(graph, block).any(|event| matches!(event, Event::Define(other) if *other == local))
        || assigns(graph, block, local)
}

/// Tells whether a block may take a local, or a part of it.
fn moves(graph: &Graph, block: usize, local: Local) -> bool {
    events(graph, block).any(|event| {
        let takes = matches!(
            event,
            Event::Move(_) | Event::MovePart(_) | Event::Unbox(_) | Event::Adapt(_)
        );
        takes && event.local() == local
    })
}

/// Tells whether a block assigns a local.
fn assigns(graph: &Graph, block: usize, local: Local) -> bool {
    events(graph, block).any(|event| matches!(event, Event::Assign(other, _) if *other == local))
}

fn events(graph: &Graph, block: usize) -> impl Iterator<Item = &Event> {
    graph.nodes.iter().filter(move |node| node.block == block).flat_map(|node| &node.events)
}
