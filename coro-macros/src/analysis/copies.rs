//! Locals that surely are copied.
//!
//! In: the graph of a body. Out: the same graph, in which a local counts as looked at where it would be moved
//! again and again: in a loop that goes round without giving it a value. rustc only accepts that of a type that
//! is `Copy`. Loops that suspend go round from block to block; of them nothing is asked.

use super::events::{Event, Graph};
use crate::resolve::names::Local;

/// Turns the moves of such locals into looks.
pub fn settle(graph: &mut Graph) {
    let goes_round = |(index, next): (usize, &Vec<usize>)| next.iter().any(|next| *next <= index);
    if !graph.nodes.iter().map(|node| &node.next).enumerate().any(goes_round) {
        return;
    }
    let mut copied: Vec<Local> = Vec::new();
    for (index, node) in graph.nodes.iter().enumerate() {
        for (place, event) in node.events.iter().enumerate() {
            if let Event::Move(local) = *event {
                if !copied.contains(&local) && comes_again(graph, index, place, local) {
                    copied.push(local);
                }
            }
        }
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
}

/// Tells whether control comes back to a move without giving the local a value.
fn comes_again(graph: &Graph, start: usize, place: usize, local: Local) -> bool {
    let gives = |events: &[Event]| {
        events.iter().any(|event| event.local() == local && event.mentions().is_none())
    };
    let events = &graph.nodes[start].events;
    if gives(&events[place + 1..]) || gives(&events[..place]) {
        return false;
    }
    let mut seen = vec![false; graph.nodes.len()];
    let mut work = graph.nodes[start].next.clone();
    while let Some(index) = work.pop() {
        if index == start {
            return true;
        }
        let node = &graph.nodes[index];
        if std::mem::replace(&mut seen[index], true) || gives(&node.events) {
            continue;
        }
        work.extend(&node.next);
    }
    false
}
