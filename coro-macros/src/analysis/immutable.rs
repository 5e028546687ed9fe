//! Assignments to locals that are not `mut`.
//!
//! In: the event graph. Out: the assignments that a local which is not `mut` may meet with a value.
//! rustc would not see them: where a suspension lies between the two values, the code after it
//! declares the local anew.

use std::collections::BTreeSet;

use proc_macro2::Span;

use super::events::{Event, Graph};
use crate::{
    ir::Body,
    resolve::names::{Local, Locals},
};

/// Lists second assignments: the local, and where it is assigned.
pub fn assigned_twice(graph: &Graph, body: &Body, locals: &Locals) -> Vec<(Local, Span)> {
    let mut incoming: Vec<Option<BTreeSet<Local>>> = vec![None; graph.nodes.len()];
    if let Some(start) = graph.entries.first() {
        incoming[*start] = Some(body.blocks[0].locals().collect());
    }
    let mut found = Vec::new();
    let mut work: Vec<usize> = graph.entries.first().copied().into_iter().collect();
    while let Some(index) = work.pop() {
        let node = &graph.nodes[index];
        let mut assigned = incoming[index].clone().unwrap_or_default();
        for event in &node.events {
            match event {
                Event::Declare(local) => {
                    assigned.remove(local);
                }
                Event::Define(local) => {
                    assigned.insert(*local);
                }
                Event::Assign(local, number) => {
                    let data = &locals[*local];
                    let twice = !assigned.insert(*local) && !data.mutable && !data.hidden;
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
                Some(known) => {
                    let before = known.len();
                    known.extend(assigned.iter().copied());
                    known.len() != before
                }
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
    found.into_iter().map(|(local, number)| (local, graph.assignments[number])).collect()
}
