//! In which form each local is at hand.
//!
//! In: the event graph and liveness. Out: for each block and exit, each local's [`Form`]. A local
//! that is mentioned again is carried as it is. One that is not, but may hold something to drop, is
//! carried as a remnant; where only some paths initialise it, as an optional one. Solved forwards;
//! a block's entry form is the join over all exits that lead to it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    Facts, Ties,
    events::{Event, Graph},
    mentions::next_mention,
};
use crate::{
    ir::{BlockId, Body},
    resolve::names::{Local, Locals},
};

/// How a local is held.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    /// As itself.
    Value,
    /// Not mentioned again: what is left of it, if it has anything to drop.
    Remnant,
    /// A remnant that is there on some paths only.
    Flagged,
    /// As itself, but read through `*`: if it is a box, its content may have been moved out.
    Unboxed,
    /// What is left of such a local: nothing, if it is a box.
    Husk,
}

/// A set of forms that a local may be in, "none" included.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct FormSet(u8);

impl FormSet {
    const NONE: Self = Self(1);
    const VALUE: Self = Self(2);
    const REMNANT: Self = Self(4);
    const FLAGGED: Self = Self(8);
    const UNBOXED: Self = Self(16);
    const HUSK: Self = Self(32);

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn of(form: Option<Form>) -> Self {
        match form {
            None => Self::NONE,
            Some(Form::Value) => Self::VALUE,
            Some(Form::Remnant) => Self::REMNANT,
            Some(Form::Flagged) => Self::FLAGGED,
            Some(Form::Unboxed) => Self::UNBOXED,
            Some(Form::Husk) => Self::HUSK,
        }
    }

    /// Returns the one form in the set.
    #[allow(clippy::option_option)] // not one form; the form "none"; another form
    fn single(self) -> Option<Option<Form>> {
        match self {
            Self::NONE => Some(None),
            Self::VALUE => Some(Some(Form::Value)),
            Self::REMNANT => Some(Some(Form::Remnant)),
            Self::FLAGGED => Some(Some(Form::Flagged)),
            Self::UNBOXED => Some(Some(Form::Unboxed)),
            Self::HUSK => Some(Some(Form::Husk)),
            _ => None,
        }
    }

    /// The form in which a local that is not mentioned again arrives where these forms meet.
    fn joined(self) -> Option<Form> {
        let husk = Self::UNBOXED.or(Self::HUSK);
        if self.has(husk) {
            return Some(if self.0 & !husk.0 == 0 { Form::Husk } else { Form::Flagged });
        }
        if self.has(Self::FLAGGED) || (self.has(Self::NONE) && self.0 != Self::NONE.0) {
            Some(Form::Flagged)
        } else if self.has(Self::VALUE) || self.has(Self::REMNANT) {
            Some(Form::Remnant)
        } else {
            None
        }
    }
}

/// A local that is initialised on some paths to an exit only, which the code there cannot tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The local.
    pub local: Local,
    /// The block whose code leaves.
    pub block: BlockId,
}

type State = HashMap<Local, FormSet>;

/// Finds the forms.
pub fn forms(
    graph: &Graph,
    body: &Body,
    locals: &Locals,
    live: &[BTreeSet<Local>],
) -> Result<Facts, Conflict> {
    let mut incoming: Vec<Option<State>> = vec![None; body.blocks.len()];
    incoming[0] = Some(body.blocks[0].locals().map(|local| (local, FormSet::VALUE)).collect());
    propagate(graph, body, locals, live, &mut incoming, true);
    // What the blocks begin with has settled; what was derived from earlier guesses has not.
    let outs = propagate(graph, body, locals, live, &mut incoming, false);
    collect(graph, body, locals, live, &incoming, &outs)
}

/// Runs the events until nothing changes; returns the state at the end of each node. With `join`, the
/// exits' states flow into the blocks that they lead to.
fn propagate(
    graph: &Graph,
    body: &Body,
    locals: &Locals,
    live: &[BTreeSet<Local>],
    incoming: &mut [Option<State>],
    join: bool,
) -> Vec<Option<State>> {
    let mut states: Vec<Option<State>> = vec![None; graph.nodes.len()];
    let mut outs: Vec<Option<State>> = vec![None; graph.nodes.len()];
    loop {
        let mut changed = false;
        for (index, node) in graph.nodes.iter().enumerate() {
            if graph.entries[node.block] == index {
                let entry = incoming[node.block].as_ref().map(|incoming| {
                    entry_state(body, node.block, incoming, locals, &live[node.block])
                });
                states[index] = entry;
            }
            let Some(state) = &states[index] else { continue };
            let mut out = state.clone();
            for event in &node.events {
                apply(&mut out, *event);
            }
            if outs[index].as_ref() == Some(&out) {
                continue;
            }
            changed = true;
            for next in &node.next {
                merge(&mut states[*next], &out);
            }
            if let (Some((target, _)), true) = (node.exit, join) {
                merge(&mut incoming[target.0], &out);
            }
            outs[index] = Some(out);
        }
        if !changed {
            return outs;
        }
    }
}

fn merge(into: &mut Option<State>, from: &State) {
    match into {
        None => *into = Some(from.clone()),
        Some(into) => {
            for (local, set) in into.iter_mut() {
                let other = from.get(local).copied().unwrap_or(FormSet::NONE);
                *set = set.or(other);
            }
            for (local, set) in from {
                into.entry(*local).or_insert_with(|| FormSet::NONE.or(*set));
            }
        }
    }
}

fn apply(state: &mut State, event: Event) {
    match event {
        Event::Use(_) | Event::UsePart(_) => {}
        Event::Move(local) | Event::Declare(local) => {
            state.insert(local, FormSet::NONE);
        }
        Event::Define(local) | Event::Assign(local, _) => {
            state.insert(local, FormSet::VALUE);
        }
        Event::Unbox(local) => {
            let set = state.entry(local).or_insert(FormSet::NONE);
            if set.has(FormSet::VALUE) {
                *set = FormSet(set.0 & !FormSet::VALUE.0 | FormSet::UNBOXED.0);
            }
        }
    }
}

/// The form in which each local in scope arrives in a block.
fn entry_forms(
    body: &Body,
    block: usize,
    incoming: &State,
    locals: &Locals,
    live: &BTreeSet<Local>,
) -> BTreeMap<Local, Form> {
    let mut forms = BTreeMap::new();
    for local in body.blocks[block].locals() {
        if block == 0 {
            forms.insert(local, Form::Value);
            continue;
        }
        if live.contains(&local) && body.blocks[block].input != Some(local) {
            forms.insert(local, Form::Value);
        } else if !locals[local].knowledge.is_inert() && body.blocks[block].input != Some(local) {
            let set = incoming.get(&local).copied().unwrap_or(FormSet::NONE);
            if let Some(form) = set.joined() {
                forms.insert(local, form);
            }
        }
    }
    forms
}

fn entry_state(
    body: &Body,
    block: usize,
    incoming: &State,
    locals: &Locals,
    live: &BTreeSet<Local>,
) -> State {
    entry_forms(body, block, incoming, locals, live)
        .into_iter()
        .map(|(local, form)| (local, FormSet::of(Some(form))))
        .collect()
}

fn collect(
    graph: &Graph,
    body: &Body,
    locals: &Locals,
    live: &[BTreeSet<Local>],
    incoming: &[Option<State>],
    outs: &[Option<State>],
) -> Result<Facts, Conflict> {
    let nothing = State::new();
    let entry: Vec<BTreeMap<Local, Form>> = (0..body.blocks.len())
        .map(|block| {
            let incoming = incoming[block].as_ref().unwrap_or(&nothing);
            entry_forms(body, block, incoming, locals, &live[block])
        })
        .collect();
    let mut exits = HashMap::new();
    let mut sources = HashMap::new();
    let mut valueless = HashMap::new();
    let mut dead = BTreeSet::new();
    let mut mentioned: Vec<BTreeSet<Local>> = vec![BTreeSet::new(); body.blocks.len()];
    let mut defined: Vec<BTreeSet<Local>> = vec![BTreeSet::new(); body.blocks.len()];
    for (index, node) in graph.nodes.iter().enumerate() {
        for event in &node.events {
            match event {
                Event::Use(local)
                | Event::UsePart(local)
                | Event::Unbox(local)
                | Event::Move(local) => {
                    mentioned[node.block].insert(*local);
                }
                Event::Define(local) | Event::Assign(local, _) => {
                    mentioned[node.block].insert(*local);
                    defined[node.block].insert(*local);
                }
                Event::Declare(_) => {}
            }
        }
        let Some((target, exit)) = node.exit else { continue };
        sources.insert(exit, BlockId(node.block));
        let mut at_hand = BTreeMap::new();
        let Some(out) = outs[index].as_ref() else {
            // Never reached, but type-checked: values stand for whatever is expected.
            at_hand.extend(entry[target.0].keys().map(|local| (*local, Form::Value)));
            if incoming[target.0].is_some() {
                dead.insert(exit);
            }
            exits.insert(exit, at_hand);
            continue;
        };
        for (local, form) in &entry[target.0] {
            let set = out.get(local).copied().unwrap_or(FormSet::NONE);
            if *form == Form::Value {
                at_hand.insert(*local, Form::Value);
                if set.has(FormSet::NONE) && !locals[*local].hidden {
                    // An error, but for copies; it is mentioned here, too.
                    mentioned[node.block].insert(*local);
                    let next = next_mention(body, BlockId(node.block), target, *local, locals);
                    valueless.extend(next.map(|span| ((exit, *local), span)));
                }
                continue;
            }
            match set.single() {
                Some(Some(form)) => {
                    at_hand.insert(*local, form);
                }
                Some(None) => {}
                None => return Err(Conflict { local: *local, block: BlockId(node.block) }),
            }
        }
        exits.insert(exit, at_hand);
    }
    let mut late = Vec::with_capacity(body.blocks.len());
    let mut remnants = Vec::new();
    for (block, data) in body.blocks.iter().enumerate() {
        let mut here = Vec::new();
        for local in data.locals() {
            let form = entry[block].get(&local);
            if form == Some(&Form::Value) || data.input == Some(local) {
                continue;
            }
            if mentioned[block].contains(&local) {
                here.push(local);
                if form.is_some() && defined[block].contains(&local) {
                    remnants.push((BlockId(block), local));
                }
            }
        }
        late.push(here);
    }
    let ties = Ties::default();
    Ok(Facts { entry, exits, valueless, dead, late, mentioned, remnants, sources, ties })
}
