//! Graph → facts.
//!
//! In: a lowered body. Out: [`Facts`]: for each block, in which form each local arrives, and for
//! each place where control leaves a block, in which form each local is at hand there. The parts:
//! [`events`] reads the code, [`liveness`] goes backwards, [`forms`] goes forwards.
//! Invariants: those that `verify::facts` checks.

pub mod captured_places;
pub mod captures;
pub mod collected;
mod copies;
pub mod events;
mod forms;
mod given;
mod immutable;
pub mod lending;
pub mod lends;
mod lent_places;
pub mod liveness;
mod mentions;
pub mod moves;
mod operated;
pub mod outer;
pub mod patterns;
mod places;
mod scopes;
mod set;
mod ties;
mod unset;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Span;

use crate::{
    ir::{BlockId, Body, Exit},
    resolve::{
        knowledge::Knowledge,
        names::{Local, Locals},
    },
};

pub use self::{
    forms::{Conflict, Form, Forms},
    set::LocalSet,
    ties::Ties,
};

/// What the analyses found.
pub struct Facts {
    /// For each block, the form of each local that arrives in it.
    pub entry: Vec<Forms>,
    /// For each exit, the forms at hand of the locals that arrive at its other end.
    pub exits: BTreeMap<Exit, Forms>,
    /// For each exit, the locals that it does not pass on but that may hold something to drop there.
    pub left: BTreeMap<Exit, LocalSet>,
    /// For each block, whether such a local is left behind at one of its exits.
    pub leaves: Vec<bool>,
    /// Locals that an exit passes on although they may have lost their value.
    pub passed_on: BTreeSet<Local>,
    /// Locals that an adaptor takes if their types are ones that it takes.
    pub adapted: LocalSet,
    /// Of [`Facts::passed_on`], those that are mentioned next, and where.
    pub valueless: BTreeMap<(Exit, Local), Span>,
    /// Locals that an exit passes on although they may have lost their value, and that part of an expression
    /// mentions next.
    pub lost: BTreeSet<(Exit, Local)>,
    /// Where errors about locals that an exit passes on are shown, if not at the exit.
    pub places: BTreeMap<(Exit, Local), events::Place>,
    /// Jumps that are never reached, to blocks that are.
    pub dead: BTreeSet<Exit>,
    /// For each block, the locals in scope that do not arrive as values but that its code mentions.
    pub late: Vec<Vec<Local>>,
    /// For each block, the locals that its code mentions.
    pub mentioned: Vec<LocalSet>,
    /// Assignments that end a remnant: block and local.
    pub remnants: Vec<(BlockId, Local)>,
    /// For each exit, the block whose code it leaves.
    pub sources: BTreeMap<Exit, BlockId>,
    /// What code that is never reached mentions.
    pub unreached: Unreached,
    /// Where locals are tied to one type.
    pub ties: Ties,
    /// Whether locals that are not `mut` are assigned again, which rustc tells.
    pub assigned_twice: bool,
    /// Locals that hide one of their name which an exit in their scope passes on, each with it.
    pub hiding: Vec<(Local, Local)>,
}

/// Why a body has no facts.
pub enum Problem {
    /// A local is initialised on some paths only.
    Conflict(Conflict),
    /// Locals that are not `mut` are assigned again.
    AssignedTwice(Vec<(Local, Span)>),
}

/// What code that is never reached mentions.
#[derive(Default)]
pub struct Unreached {
    mentioned: Option<LocalSet>,
    /// For each block, the locals that arrive there for such code only.
    unused: Vec<LocalSet>,
    /// For each block, whether control may come to it.
    entered: Vec<bool>,
}

impl Unreached {
    /// Tells whether such code mentions a local.
    pub fn mentions(&self, local: Local) -> bool {
        self.mentioned.as_ref().is_some_and(|set| set.contains(local))
    }

    /// Tells whether control never comes to a block.
    pub fn holds(&self, block: BlockId) -> bool {
        !self.entered.get(block.0).copied().unwrap_or(true)
    }

    /// Tells whether a local arrives in a block for such code only.
    pub fn is_unused(&self, local: Local, block: BlockId) -> bool {
        self.unused.get(block.0).is_some_and(|set| set.contains(local))
    }
}

/// Analyses a lowered body, or names the local that is initialised on some paths only.
///
/// What is surely `Copy` is noted to have no destructor.
pub fn analyse(body: &Body, locals: &mut Locals) -> Result<Facts, Problem> {
    let graph = events::Graph::of_body(body, locals);
    for local in &graph.copied {
        if locals[*local].knowledge == Knowledge::Unknown {
            locals[*local].knowledge = Knowledge::NoDrop;
        }
    }
    let locals = &*locals;
    let twice = immutable::assigned_twice(&graph, body, locals);
    let declared = |local: &Local| graph.declares(*local);
    if twice.iter().any(|(local, _)| declared(local)) {
        return Err(Problem::AssignedTwice(twice));
    }
    let (mut live, mut dead) = liveness::live_in(&graph, body, locals);
    for (live, unset) in live.iter_mut().zip(unset::unset(&graph, locals)) {
        live.remove_all(&unset);
    }
    // One that has a value from the start is carried to its second, so that rustc sees both.
    for (live, block) in live.iter_mut().zip(&body.blocks).skip(1) {
        for (local, _) in &twice {
            if block.locals().any(|other| other == *local) {
                live.insert(*local);
            }
        }
    }
    let mut facts = forms::forms(&graph, body, locals, &live).map_err(Problem::Conflict)?;
    // One that may be lost, and that only code which is never reached mentions, need not be passed on: it
    // is declared there.
    let mut lost = LocalSet::new(locals.len());
    for (_, local) in facts.valueless.keys() {
        lost.insert(*local);
    }
    for (local, _) in &twice {
        lost.remove(*local);
    }
    let reached =
        if dead.is_empty() { Vec::new() } else { liveness::live_in_reached(&graph, body, locals) };
    let unused = reached.iter().map(|reached| {
        let mut unused = dead.clone();
        unused.remove_all(reached);
        unused
    });
    let unreached = Unreached {
        mentioned: Some(dead.clone()),
        unused: unused.collect(),
        entered: liveness::entered(&graph),
    };
    dead.retain(&lost);
    if !dead.is_empty() {
        for (live, unused) in live.iter_mut().zip(&unreached.unused) {
            let mut unused = unused.clone();
            unused.retain(&lost);
            live.remove_all(&unused);
        }
        facts = forms::forms(&graph, body, locals, &live).map_err(Problem::Conflict)?;
    }
    let places = places::places(&graph, body, locals, &facts);
    facts.places.extend(places);
    facts.unreached = unreached;
    facts.ties = ties::ties(&graph, body, locals, &facts);
    facts.hiding = scopes::hiding(&graph, body, locals, &facts);
    facts.assigned_twice = !twice.is_empty();
    Ok(facts)
}
