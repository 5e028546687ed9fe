//! Locals that surely are copied.
//!
//! In: the graph of a body. Out: the same graph, in which a local counts as looked at where it would be moved
//! although it is mentioned again before it is given a value. rustc only accepts that of a type that is `Copy`.
//! Control that goes from block to block is not followed: what a suspension carries says more where it is
//! wrong.

use super::events::{Event, Graph};
use crate::resolve::names::Local;

/// Turns such moves into looks. Where a value surely is taken, so is each other of the local's: it is noted to
/// be `Copy`. What is only known by the name of a method, or by a pattern, may have looked at the local.
pub fn settle(graph: &mut Graph) {
    let mut copied: Vec<Local> = Vec::new();
    let mut looks: Vec<(usize, usize)> = Vec::new();
    for (index, node) in graph.nodes.iter().enumerate() {
        for (place, event) in node.events.iter().enumerate() {
            if let Event::Move(local) = *event {
                if !copied.contains(&local) && is_mentioned_again(graph, index, place, local) {
                    if node.taken.contains(&place) {
                        copied.push(local);
                    } else {
                        looks.push((index, place));
                    }
                }
            }
        }
    }
    for (index, place) in looks {
        let event = &mut graph.nodes[index].events[place];
        *event = Event::Use(event.local());
    }
    if copied.is_empty() {
        return;
    }
    for event in graph.nodes.iter_mut().flat_map(|node| &mut node.events) {
        match *event {
            Event::Move(local) | Event::Unbox(local) if copied.contains(&local) => {
                *event = Event::Use(local);
            }
            Event::MovePart(local) if copied.contains(&local) => *event = Event::UsePart(local),
            _ => {}
        }
    }
    graph.copied = copied;
}

/// Tells whether a local is mentioned behind a move, before it is given a value.
fn is_mentioned_again(graph: &Graph, start: usize, place: usize, local: Local) -> bool {
    // The first thing that happens to it: whether its value has to be there. `let _ = x` takes any.
    let first = |events: &[Event]| {
        let mut of_local = events
            .iter()
            .filter(|event| event.local() == local && !matches!(event, Event::Name(_)));
        of_local.next().map(|event| event.mentions().is_some())
    };
    if let Some(mentioned) = first(&graph.nodes[start].events[place + 1..]) {
        return mentioned;
    }
    let mut seen = vec![false; graph.nodes.len()];
    let mut work = graph.nodes[start].next.clone();
    while let Some(index) = work.pop() {
        if std::mem::replace(&mut seen[index], true) {
            continue;
        }
        let node = &graph.nodes[index];
        match first(&node.events) {
            Some(true) => return true,
            Some(false) => {}
            None => work.extend(&node.next),
        }
    }
    false
}
