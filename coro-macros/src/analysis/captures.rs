//! What closures and `async` blocks capture.
//!
//! In: the body of one. Out: for each local outside that it mentions, what making it does to the local,
//! and whether its body takes what it captured, so that a closure can be called only once. Captures are
//! places (RFC 2229): fields, each on its own, up to where a `move` closure looks through a pointer. What
//! is only matched against `_` is not captured.

use syn::{Expr, ExprClosure};

use super::{
    events::{Event, Graph},
    operated::only_computes,
};
use crate::resolve::{
    knowledge::Knowledge,
    names::{Local, Locals},
    shape::Shape,
};

/// What a closure or an `async` block does to the locals outside.
pub struct Captures<'a> {
    events: Vec<Event>,
    by_move: bool,
    locals: &'a Locals,
    /// What looks like a move of a local with which the body only computes.
    computed: Vec<Local>,
}

impl<'a> Captures<'a> {
    /// Reads a closure.
    pub fn of_closure(closure: &ExprClosure, locals: &'a Locals) -> Self {
        let params = closure.inputs.iter().flat_map(|pat| locals.bound_by(pat)).collect();
        Self::of(&closure.body, closure.capture.is_some(), params, locals)
    }

    /// Reads an `async` block.
    pub fn of_async(block: &syn::ExprAsync, locals: &'a Locals) -> Self {
        let body = crate::scan::block_as_expr(&block.block);
        Self::of(&body, block.capture.is_some(), Vec::new(), locals)
    }

    fn of(body: &Expr, by_move: bool, params: Vec<Local>, locals: &'a Locals) -> Self {
        let mut events = Graph::events_in_closure(body, locals);
        let mut own = params;
        own.extend(events.iter().filter_map(|event| match event {
            Event::Define(local) | Event::Declare(local) => Some(*local),
            _ => None,
        }));
        events.retain(|event| !own.contains(&event.local()));
        let taken = events.iter().filter_map(|event| match event {
            Event::Move(local) => Some(*local),
            _ => None,
        });
        let computed = taken.filter(|local| only_computes(body, *local, locals)).collect();
        Self { events, by_move, locals, computed }
    }

    /// Tells whether no local outside is mentioned.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Lists what making the closure does to the locals; what is moved into it is moved once.
    pub fn made(&self) -> Vec<Event> {
        let mut made = Vec::with_capacity(self.events.len());
        for event in self.events.iter().map(|event| self.captured(*event)) {
            let moved = Event::Move(event.local());
            if made.contains(&moved) {
                continue;
            }
            if event == moved {
                made.retain(|event: &Event| event.local() != moved.local());
            }
            made.push(event);
        }
        made
    }

    fn captured(&self, event: Event) -> Event {
        match event {
            Event::UsePart(local) | Event::MovePart(local) if self.by_move => {
                if self.locals[local].shape.is_pointer() {
                    Event::Move(local)
                } else {
                    Event::MovePart(local)
                }
            }
            Event::Use(local)
            | Event::Unbox(local)
            | Event::Adapt(local)
            | Event::Fill(local)
            | Event::Define(local)
            | Event::Assign(local, _)
            | Event::Declare(local) => {
                if self.by_move {
                    Event::Move(local)
                } else {
                    Event::Use(local)
                }
            }
            Event::Name(_) | Event::UsePart(_) | Event::MovePart(_) | Event::Move(_) => event,
        }
    }

    /// Lists the locals of which something that may need dropping is captured by value, each with what the
    /// body does to it.
    fn held(&self) -> impl Iterator<Item = (Local, Event)> + Clone + '_ {
        self.events.iter().filter_map(|event| {
            let local = event.local();
            let held = match event {
                Event::Name(_) => false,
                Event::Move(_) => true,
                _ => self.by_move,
            };
            (held && !self.locals[local].knowledge.is_inert()).then_some((local, *event))
        })
    }

    /// Tells whether nothing that may need dropping is captured by value.
    pub fn borrows_only(&self) -> bool {
        self.held().next().is_none()
    }

    /// Lists the locals that are surely captured by reference: collections that are only looked at, and numbers.
    pub fn borrowed(&self) -> Vec<Local> {
        let made = self.made();
        let only_looked_at = |local: Local| {
            matches!(self.locals[local].shape, Shape::Collection | Shape::Array)
                && made.iter().all(|event| event.local() != local || *event == Event::Use(local))
        };
        let is_borrowed = |local: &Local| {
            self.locals[*local].knowledge == Knowledge::Primitive || only_looked_at(*local)
        };
        let mut borrowed = Vec::new();
        for local in self.events.iter().map(|event| event.local()).filter(is_borrowed) {
            if !borrowed.contains(&local) {
                borrowed.push(local);
            }
        }
        borrowed
    }

    /// Tells whether the body takes out what was captured.
    ///
    /// What looks like a move may be a copy. Where it takes all that is captured, that is one: if each of
    /// them were a copy, there would be nothing to drop. Otherwise what the body computes with is a copy.
    pub fn consumes(&self) -> bool {
        let takes_whole = |event: &Event| matches!(event, Event::Move(_));
        let takes =
            |(local, event): (Local, Event)| takes_whole(&event) && !self.computed.contains(&local);
        let takes_any = |(local, event): (Local, Event)| match event {
            Event::MovePart(_) => self.locals[local].shape.has_parts(),
            Event::Unbox(_) => self.locals[local].shape == Shape::Box,
            event => takes_whole(&event),
        };
        let is_taken = |held: Local| {
            let mut of_it = self.held().filter(|it| it.0 == held);
            of_it.clone().any(|(_, event)| takes_whole(&event)) || of_it.all(takes_any)
        };
        self.held().any(takes) || self.held().all(|(held, _)| is_taken(held))
    }
}
