//! Which locals surely have no value yet.
//!
//! In: the event graph. Out: for each block, the locals that were declared without a value and that
//! nothing has touched on any path to its start. A block that mentions such a local declares it
//! again, so that rustc sees a use of what has no value where the user wrote it.

use super::{
    events::{Event, Graph},
    set::LocalSet,
};
use crate::resolve::names::Locals;

/// Returns the locals without a value at the start of each block.
pub fn unset(graph: &Graph, locals: &Locals) -> Vec<LocalSet> {
    let none = LocalSet::new(locals.len());
    let mut events = graph.nodes.iter().flat_map(|node| &node.events);
    if !events.any(|event| matches!(event, Event::Declare(_))) {
        return vec![none; graph.entries.len()];
    }
    let mut incoming: Vec<Option<LocalSet>> = vec![None; graph.nodes.len()];
    let mut work: Vec<usize> = graph.entries.first().copied().into_iter().collect();
    incoming[work[0]] = Some(none.clone());
    while let Some(index) = work.pop() {
        let node = &graph.nodes[index];
        let mut unset = incoming[index].clone().unwrap_or_else(|| none.clone());
        for event in &node.events {
            match event {
                Event::Declare(local) => {
                    unset.insert(*local);
                }
                // Tokens that are not parsed may assign what they mention.
                Event::Name(local)
                | Event::Use(local)
                | Event::UsePart(local)
                | Event::MovePart(local)
                | Event::Fill(local)
                | Event::Unbox(local)
                | Event::Adapt(local)
                | Event::Move(local)
                | Event::Define(local)
                | Event::Assign(local, _) => {
                    unset.remove(*local);
                }
            }
        }
        let exit = node.exit.map(|(block, _)| graph.entries[block.0]);
        for next in node.next.iter().copied().chain(exit) {
            let changed = match &mut incoming[next] {
                Some(known) => known.retain(&unset),
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
    let at = |entry: &usize| incoming[*entry].clone().unwrap_or_else(|| none.clone());
    graph.entries.iter().map(at).collect()
}
