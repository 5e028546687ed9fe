//! Which locals surely have no value yet.
//!
//! In: the event graph. Out: for each block, the locals that were declared without a value and that
//! nothing has touched on any path to its start. A block that mentions such a local declares it
//! again, so that rustc sees a use of what has no value where the user wrote it.

use std::collections::BTreeSet;

use super::events::{Event, Graph};
use crate::resolve::names::Local;

/// Returns the locals without a value at the start of each block.
pub fn unset(graph: &Graph) -> Vec<BTreeSet<Local>> {
    let declared: BTreeSet<Local> = graph
        .nodes
        .iter()
        .flat_map(|node| &node.events)
        .filter_map(|event| match event {
            Event::Declare(local) => Some(*local),
            _ => None,
        })
        .collect();
    let mut incoming: Vec<Option<BTreeSet<Local>>> = vec![None; graph.nodes.len()];
    let mut work: Vec<usize> = graph.entries.first().copied().into_iter().collect();
    if declared.is_empty() {
        return vec![BTreeSet::new(); graph.entries.len()];
    }
    incoming[work[0]] = Some(BTreeSet::new());
    while let Some(index) = work.pop() {
        let node = &graph.nodes[index];
        let mut unset = incoming[index].clone().unwrap_or_default();
        for event in &node.events {
            match event {
                Event::Declare(local) => {
                    unset.insert(*local);
                }
                // Tokens that are not parsed may assign what they mention.
                Event::Use(local)
                | Event::UsePart(local)
                | Event::Unbox(local)
                | Event::Move(local)
                | Event::Define(local)
                | Event::Assign(local, _) => {
                    unset.remove(local);
                }
            }
        }
        let exit = node.exit.map(|(block, _)| graph.entries[block.0]);
        for next in node.next.iter().copied().chain(exit) {
            let changed = match &mut incoming[next] {
                Some(known) => {
                    let before = known.len();
                    known.retain(|local| unset.contains(local));
                    known.len() != before
                }
                unknown => {
                    *unknown = Some(unset.clone());
                    true
                }
            };
            if changed {
                work.push(next);
            }
        }
    }
    graph.entries.iter().map(|entry| incoming[*entry].clone().unwrap_or_default()).collect()
}
