//! Which locals are mentioned again.
//!
//! In: the event graph. Out: for each block, the locals whose present value some path from its
//! start mentions. Giving a local a new value as a whole ends the life of the old one. Solved
//! backwards to the least fixed point (Aho, Lam, Sethi, Ullman: *Compilers*, section 9.2.5).

use super::{
    events::{Event, Graph},
    set::LocalSet,
};
use crate::{
    ir::Body,
    resolve::names::{Local, Locals},
};

/// What of a body is never reached, and mentions locals nevertheless.
struct Dead {
    /// Which nodes are reached from the starts of their blocks.
    reached: Vec<bool>,
    /// For each block, the locals that its reached code assigns as a whole, or borrows again: they are declared there,
    /// without the value that they had.
    assigned: Vec<LocalSet>,
    /// For each block, the locals that only code which is never reached mentions: they have to be there for that
    /// code to be type-checked.
    mentions: Vec<LocalSet>,
}

/// Returns the live locals at the start of each block, and those that code which is never reached mentions.
pub fn live_in(graph: &Graph, body: &Body, locals: &Locals) -> (Vec<LocalSet>, LocalSet) {
    let none = LocalSet::new(locals.len());
    let mut dead = Dead::of(graph, body, &none);
    let live = solve(graph, body, none.clone(), &mut dead);
    let mut mentioned = none;
    for mentions in &dead.mentions {
        mentioned.extend(mentions);
    }
    (live, mentioned)
}

/// As [`live_in`], but for what is mentioned in code that is never reached.
pub fn live_in_reached(graph: &Graph, body: &Body, locals: &Locals) -> Vec<LocalSet> {
    let none = LocalSet::new(locals.len());
    let nothing = vec![none.clone(); body.blocks.len()];
    let reached = vec![true; graph.nodes.len()];
    solve(graph, body, none, &mut Dead { reached, assigned: nothing.clone(), mentions: nothing })
}

/// Goes backwards until nothing changes.
fn solve(graph: &Graph, body: &Body, none: LocalSet, dead: &mut Dead) -> Vec<LocalSet> {
    let mut live: Vec<LocalSet> = vec![none.clone(); graph.nodes.len()];
    let mut set = none;
    let before = before(graph);
    // Which nodes are reached from the start of the body.
    let running = reached_from(graph, &graph.entries[..1], true);
    // The nodes after which something else is live than when they were run.
    let mut changed = vec![true; graph.nodes.len()];
    while changed.contains(&true) {
        for index in (0..graph.nodes.len()).rev() {
            if !std::mem::take(&mut changed[index]) {
                continue;
            }
            let node = &graph.nodes[index];
            set.clear();
            for next in &node.next {
                set.extend(&live[*next]);
            }
            if let Some((target, _)) = node.exit {
                let entry = graph.entries[target.0];
                // What never runs passes on to what does whatever is expected there.
                if running[index] || !running[entry] {
                    set.extend(&live[entry]);
                }
                if !dead.reached[index] && reached_only_dead(graph, &dead.reached, target) {
                    for local in body.blocks[node.block].locals() {
                        if live[entry].contains(local) && dead.mention(node.block, local) {
                            changed[graph.entries[node.block]] = true;
                        }
                    }
                }
            }
            for event in node.events.iter().rev() {
                if let Some(local) = event.mentions() {
                    set.insert(local);
                } else if let Event::Define(local)
                | Event::Assign(local, _)
                | Event::Declare(local) = event
                {
                    set.remove(*local);
                }
            }
            if graph.entries[node.block] == index {
                set.extend(&dead.mentions[node.block]);
            }
            if set != live[index] {
                std::mem::swap(&mut live[index], &mut set);
                for before in &before[index] {
                    changed[*before] = true;
                }
            }
        }
    }
    graph.entries.iter().map(|entry| live[*entry].clone()).collect()
}

/// Tells of each block whether control may come to it.
pub fn entered(graph: &Graph) -> Vec<bool> {
    let reached = reached_from(graph, &graph.entries[..1], true);
    graph.entries.iter().map(|entry| reached[*entry]).collect()
}

/// Tells which nodes are reached from some, within their blocks or also `through_exits`.
pub fn reached_from(graph: &Graph, starts: &[usize], through_exits: bool) -> Vec<bool> {
    let mut reached = vec![false; graph.nodes.len()];
    let mut stack = starts.to_vec();
    while let Some(index) = stack.pop() {
        if std::mem::replace(&mut reached[index], true) {
            continue;
        }
        let node = &graph.nodes[index];
        stack.extend(&node.next);
        let exit = node.exit.filter(|_| through_exits);
        stack.extend(exit.map(|(target, _)| graph.entries[target.0]));
    }
    reached
}

/// Lists for each node the nodes that lead to it.
fn before(graph: &Graph) -> Vec<Vec<usize>> {
    let mut before = vec![Vec::new(); graph.nodes.len()];
    for (index, node) in graph.nodes.iter().enumerate() {
        for next in graph.behind(node) {
            before[next].push(index);
        }
    }
    before
}

/// Tells whether only code that is never reached leads to a block.
fn reached_only_dead(graph: &Graph, reached: &[bool], target: crate::ir::BlockId) -> bool {
    graph
        .nodes
        .iter()
        .enumerate()
        .all(|(index, node)| !reached[index] || node.exit.is_none_or(|(other, _)| other != target))
}

impl Dead {
    fn of(graph: &Graph, body: &Body, none: &LocalSet) -> Self {
        let reached = reached_from(graph, &graph.entries, false);
        let nothing = vec![none.clone(); body.blocks.len()];
        let mut dead = Self { reached, assigned: nothing.clone(), mentions: nothing };
        for (node, _) in graph.nodes.iter().zip(&dead.reached).filter(|(_, reached)| **reached) {
            let borrows_again = body.reborrows.keys().any(|(block, _)| block.0 == node.block);
            for event in &node.events {
                match event {
                    Event::Assign(local, _) => _ = dead.assigned[node.block].insert(*local),
                    Event::Define(local) if borrows_again => {
                        dead.assigned[node.block].insert(*local);
                    }
                    _ => {}
                }
            }
        }
        for (index, node) in graph.nodes.iter().enumerate() {
            if dead.reached[index] {
                continue;
            }
            for local in node.events.iter().filter_map(|event| event.mentions()) {
                if body.blocks[node.block].locals().any(|in_scope| in_scope == local) {
                    dead.mention(node.block, local);
                }
            }
        }
        dead
    }

    /// Notes that a local has to be there in a block, unless the block declares it; tells whether that is new.
    fn mention(&mut self, block: usize, local: Local) -> bool {
        !self.assigned[block].contains(local) && self.mentions[block].insert(local)
    }
}
