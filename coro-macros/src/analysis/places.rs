//! Where errors about a local that leaves a block are shown, if not where it leaves.
//!
//! In: the event graph, and the forms in which locals arrive. Out: places in the text. A block that declares a
//! local anew learns its type from the value that it assigns; if other blocks gave it another type, that
//! value is the mistake. A `&mut` parameter that a loop borrows from is in error where it is used next.

use std::collections::BTreeMap;

use super::{
    Facts, Form,
    events::{Event, Graph, Place},
    mentions::NextMentions,
};
use crate::{
    ir::{BlockId, Body, Exit},
    resolve::names::{Local, Locals},
};

/// Finds the places of locals that a block assigns last, and of those that refer to what can be mutated.
pub fn places(
    graph: &Graph,
    body: &Body,
    locals: &Locals,
    facts: &Facts,
) -> BTreeMap<(Exit, Local), Place> {
    let mut places = BTreeMap::new();
    let borrows: Vec<Local> = locals.iter().filter(|it| locals[*it].mutable_borrow).collect();
    if graph.assignments.is_empty() && borrows.is_empty() {
        return places;
    }
    let mut next_mentions = NextMentions::new(body, locals);
    for (index, node) in graph.nodes.iter().enumerate() {
        let Some((target, exit)) = node.exit else { continue };
        let is_passed = |local: &Local| facts.entry[target.0].get(*local) == Some(Form::Value);
        for local in facts.late[node.block].iter().copied().filter(is_passed) {
            places.extend(last_value(graph, index, local).map(|value| ((exit, local), value)));
        }
        for local in borrows.iter().copied().filter(is_passed) {
            let mention = next_mentions.find(BlockId(node.block), target, local);
            let mention = mention.filter(|mention| !mention.again);
            places.extend(mention.map(|mention| ((exit, local), (mention.span, None))));
        }
    }
    places
}

/// Returns the value of the assignment that is the last thing that happens to a local up to the end of a
/// node.
fn last_value(graph: &Graph, mut index: usize, local: Local) -> Option<Place> {
    for _ in 0..graph.nodes.len() {
        let node = &graph.nodes[index];
        match node.events.iter().rev().find(|event| event.local() == local) {
            Some(Event::Assign(_, number)) => return Some(graph.assignments[*number].value),
            Some(_) => return None,
            None => {}
        }
        let mut before = (0..).zip(&graph.nodes).filter(|(_, other)| other.next.contains(&index));
        let (Some((only, _)), None) = (before.next(), before.next()) else { return None };
        index = only;
    }
    None
}
