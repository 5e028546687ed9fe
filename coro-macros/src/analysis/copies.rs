//! Locals that are copied, or only looked at.
//!
//! In: the graph of a body. Out: the same graph, in which a local counts as looked at where it would be moved
//! although it is mentioned again before it is given a value. rustc only accepts that of a type that is `Copy`,
//! or where control does not come there: then the suspension that saves the local asks for its type. Control
//! that goes from block to block is not followed: what a suspension carries says more where it is wrong.

use super::events::{Event, Graph, Node};
use crate::resolve::names::Local;

/// Turns such moves into looks. What is taken twice in a row is noted to be `Copy`: it has no destructor.
pub fn settle(graph: &mut Graph) {
    let mut copied: Vec<Local> = Vec::new();
    let mut looks: Vec<(usize, usize)> = Vec::new();
    // Those that stand for a value and are mentioned behind that: they are no boxes, nor are parts moved.
    let mut passed: Vec<Local> = Vec::new();
    for (index, node) in graph.nodes.iter().enumerate() {
        for (place, event) in node.events.iter().enumerate() {
            let Event::Move(local) = *event else { continue };
            if is_mentioned_again(graph, index, place, local) {
                looks.push((index, place));
                if node.taken.contains(&place) && !passed.contains(&local) {
                    passed.push(local);
                }
                if !copied.contains(&local) && is_taken_twice(node, place, local) {
                    copied.push(local);
                }
            }
        }
    }
    for (index, place) in looks {
        let event = &mut graph.nodes[index].events[place];
        *event = Event::Use(event.local());
    }
    if !passed.is_empty() {
        for event in graph.nodes.iter_mut().flat_map(|node| &mut node.events) {
            match *event {
                Event::Unbox(local) | Event::Adapt(local) if passed.contains(&local) => {
                    *event = Event::Use(local);
                }
                Event::MovePart(local) if passed.contains(&local) => *event = Event::UsePart(local),
                _ => {}
            }
        }
    }
    graph.copied = copied;
    only_looks_at_boxes(graph);
}

/// A local that is read through `*`, too, is a box or a pointer, which adaptors only look through.
fn only_looks_at_boxes(graph: &mut Graph) {
    let events = || graph.nodes.iter().flat_map(|node| &node.events);
    if !events().any(|event| matches!(event, Event::Adapt(_))) {
        return;
    }
    let read: Vec<Local> = events()
        .filter_map(|event| if let Event::Unbox(local) = event { Some(*local) } else { None })
        .collect();
    for event in graph.nodes.iter_mut().flat_map(|node| &mut node.events) {
        match *event {
            Event::Adapt(local) if read.contains(&local) => *event = Event::Use(local),
            _ => {}
        }
    }
}

/// Tells whether a local stands for a value at a place, and again behind it, without a way to leave in between.
fn is_taken_twice(node: &Node, place: usize, local: Local) -> bool {
    let next = (place + 1..node.events.len()).find(|at| node.events[*at].local() == local);
    let twice = |next: usize| node.events[next] == Event::Move(local) && node.taken.contains(&next);
    node.taken.contains(&place) && next.is_some_and(twice)
}

/// Tells whether a local is mentioned behind a move, before it is given a value.
fn is_mentioned_again(graph: &Graph, start: usize, place: usize, local: Local) -> bool {
    // The first thing that happens to it: whether its value has to be there. `let _ = x` takes any, and what
    // a name in an unknown macro is for is not known.
    let first = |node: &Node, from: usize| {
        let mut later = (from..node.events.len()).filter(|at| {
            let event = node.events[*at];
            event.local() == local && event != Event::Name(local) && !node.opaque.contains(at)
        });
        later.next().map(|at| node.events[at].mentions().is_some())
    };
    if let Some(mentioned) = first(&graph.nodes[start], place + 1) {
        return mentioned;
    }
    let mut seen = vec![false; graph.nodes.len()];
    let mut work = graph.nodes[start].next.clone();
    while let Some(index) = work.pop() {
        if std::mem::replace(&mut seen[index], true) {
            continue;
        }
        match first(&graph.nodes[index], 0) {
            Some(true) => return true,
            Some(false) => {}
            None => work.extend(&graph.nodes[index].next),
        }
    }
    false
}
