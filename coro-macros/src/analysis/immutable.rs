//! Assignments to locals that are not `mut`.
//!
//! In: the event graph. Out: the assignments that a local which is not `mut` may meet with a value.
//! rustc would not see them: where a suspension lies between the two values, the code after it
//! declares the local anew.

use proc_macro2::Span;

use super::{
    events::{Event, Graph},
    set::LocalSet,
};
use crate::{
    ir::Body,
    resolve::names::{Local, Locals},
};

/// Lists second assignments: the local, and where it is assigned.
pub fn assigned_twice(graph: &Graph, body: &Body, locals: &Locals) -> Vec<(Local, Span)> {
    let cannot = |local: Local| !locals[local].mutable && !locals[local].hidden;
    let assigned = graph.nodes.iter().flat_map(|node| &node.events);
    if !assigned.into_iter().any(|event| matches!(event, Event::Assign(local, _) if cannot(*local)))
    {
        return Vec::new();
    }
    let none = LocalSet::new(locals.len());
    let mut incoming: Vec<Option<LocalSet>> = vec![None; graph.nodes.len()];
    if let Some(start) = graph.entries.first() {
        let mut given = none.clone();
        for local in body.blocks[0].locals() {
            given.insert(local);
        }
        incoming[*start] = Some(given);
    }
    let mut found = Vec::new();
    let mut work: Vec<usize> = graph.entries.first().copied().into_iter().collect();
    while let Some(index) = work.pop() {
        let node = &graph.nodes[index];
        let mut assigned = incoming[index].clone().unwrap_or_else(|| none.clone());
        for event in &node.events {
            match event {
                Event::Declare(local) => {
                    assigned.remove(*local);
                }
                Event::Define(local) => {
                    assigned.insert(*local);
                }
                Event::Assign(local, number) => {
                    let twice = !assigned.insert(*local) && cannot(*local);
                    let problem = (*local, *number);
                    if twice && !found.contains(&problem) {
                        found.push(problem);
                    }
                }
                _ => {}
            }
        }
        let exit = node.exit.map(|(block, _)| graph.entries[block.0]);
        for next in node.next.iter().copied().chain(exit) {
            let changed = match &mut incoming[next] {
                Some(known) => known.extend(&assigned),
                unknown => {
                    *unknown = Some(assigned.clone());
                    true
                }
            };
            if changed {
                work.push(next);
            }
        }
    }
    found.into_iter().map(|(local, number)| (local, graph.assignments[number].place)).collect()
}
