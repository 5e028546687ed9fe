//! Which locals are mentioned again.
//!
//! In: the event graph. Out: for each block, the locals whose present value some path from its
//! start mentions. Giving a local a new value as a whole ends the life of the old one. Solved
//! backwards to the least fixed point (Aho, Lam, Sethi, Ullman: *Compilers*, section 9.2.5).

use super::{
    events::{Event, Graph},
    set::LocalSet,
};
use crate::{ir::Body, resolve::names::Locals};

/// Returns the live locals at the start of each block, and those that code which is never reached mentions.
pub fn live_in(graph: &Graph, body: &Body, locals: &Locals) -> (Vec<LocalSet>, LocalSet) {
    let none = LocalSet::new(locals.len());
    let (reached, mut dead_mentions) = dead_mentions(graph, body, &none);
    let live = solve(graph, body, none.clone(), &reached, &mut dead_mentions);
    let mut dead = none;
    for mentions in &dead_mentions {
        dead.extend(mentions);
    }
    (live, dead)
}

/// As [`live_in`], but for what is mentioned in code that is never reached.
pub fn live_in_reached(graph: &Graph, body: &Body, locals: &Locals) -> Vec<LocalSet> {
    let none = LocalSet::new(locals.len());
    let (reached, mut dead_mentions) =
        (vec![true; graph.nodes.len()], vec![none.clone(); body.blocks.len()]);
    solve(graph, body, none, &reached, &mut dead_mentions)
}

/// Goes backwards until nothing changes.
fn solve(
    graph: &Graph,
    body: &Body,
    none: LocalSet,
    reached: &[bool],
    dead_mentions: &mut [LocalSet],
) -> Vec<LocalSet> {
    let mut live: Vec<LocalSet> = vec![none.clone(); graph.nodes.len()];
    let mut set = none;
    let before = before(graph);
    let (assigned, running) = (assigned(graph, body, reached, &set), running(graph));
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
                if !reached[index] && reached_only_dead(graph, reached, target) {
                    for local in body.blocks[node.block].locals() {
                        let is_late = assigned[node.block].contains(local);
                        if live[entry].contains(local)
                            && !is_late
                            && dead_mentions[node.block].insert(local)
                        {
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
                set.extend(&dead_mentions[node.block]);
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

/// Tells which nodes are reached from the start of the body.
fn running(graph: &Graph) -> Vec<bool> {
    let mut running = vec![false; graph.nodes.len()];
    let mut stack: Vec<usize> = graph.entries.first().copied().into_iter().collect();
    while let Some(index) = stack.pop() {
        if std::mem::replace(&mut running[index], true) {
            continue;
        }
        let node = &graph.nodes[index];
        stack.extend(&node.next);
        stack.extend(node.exit.map(|(target, _)| graph.entries[target.0]));
    }
    running
}

/// Lists for each node the nodes that lead to it.
fn before(graph: &Graph) -> Vec<Vec<usize>> {
    let mut before = vec![Vec::new(); graph.nodes.len()];
    for (index, node) in graph.nodes.iter().enumerate() {
        let exit = node.exit.map(|(target, _)| graph.entries[target.0]);
        for next in node.next.iter().copied().chain(exit) {
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

/// Lists for each block the locals that its reached code assigns as a whole: they are declared there, without the
/// value that they had.
fn assigned(graph: &Graph, body: &Body, reached: &[bool], none: &LocalSet) -> Vec<LocalSet> {
    let mut assigned = vec![none.clone(); body.blocks.len()];
    for (node, _) in graph.nodes.iter().zip(reached).filter(|(_, reached)| **reached) {
        for event in &node.events {
            if let Event::Assign(local, _) = event {
                assigned[node.block].insert(*local);
            }
        }
    }
    assigned
}

/// Tells which nodes are reached, and, for each block, the locals that only code which is never reached
/// mentions: they have to be there for that code to be type-checked.
fn dead_mentions(graph: &Graph, body: &Body, none: &LocalSet) -> (Vec<bool>, Vec<LocalSet>) {
    let mut reached = vec![false; graph.nodes.len()];
    let mut stack: Vec<usize> = graph.entries.clone();
    while let Some(node) = stack.pop() {
        if std::mem::replace(&mut reached[node], true) {
            continue;
        }
        stack.extend(&graph.nodes[node].next);
    }
    let assigned = assigned(graph, body, &reached, none);
    let mut mentions = vec![none.clone(); body.blocks.len()];
    for (index, node) in graph.nodes.iter().enumerate() {
        if reached[index] {
            continue;
        }
        for event in &node.events {
            let Some(local) = event.mentions() else { continue };
            if assigned[node.block].contains(local) {
                continue;
            }
            if body.blocks[node.block].locals().any(|in_scope| in_scope == local) {
                mentions[node.block].insert(local);
            }
        }
    }
    (reached, mentions)
}
