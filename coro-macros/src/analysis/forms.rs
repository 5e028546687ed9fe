//! In which form each local is at hand.
//!
//! In: the event graph and liveness. Out: for each block and exit, each local's [`Form`]. A local
//! that is mentioned again is carried as it is. One that is not, but may hold something to drop, is
//! carried as a remnant; where only some paths initialise it, as an optional one. Solved forwards;
//! a block's entry form is the join over all exits that lead to it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Facts, Ties, Unreached,
    events::{Event, Graph},
    mentions::{Mention, NextMentions},
    set::LocalSet,
};
use crate::{
    ir::{BlockId, Body},
    resolve::{
        knowledge::Knowledge,
        names::{Local, Locals},
    },
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
    /// As itself, but read through `*`, or given to an adaptor: if it is a box, its content may have been moved
    /// out, and if it is an iterator, an `Option` or a `Result`, all of it.
    Unboxed,
    /// What is left of such a local: nothing, if it is one of these.
    Husk,
}

/// The locals that are held somewhere, and how.
#[derive(Clone)]
pub struct Forms(Vec<Option<Form>>);

impl Forms {
    /// None of `count` locals is held.
    fn new(count: usize) -> Self {
        Self(vec![None; count])
    }

    fn insert(&mut self, local: Local, form: Form) {
        self.0[local.0] = Some(form);
    }

    /// Returns how a local is held.
    pub fn get(&self, local: Local) -> Option<Form> {
        self.0[local.0]
    }

    /// Tells whether a local is held.
    pub fn has(&self, local: Local) -> bool {
        self.0[local.0].is_some()
    }

    /// Lists the locals that are held.
    pub fn iter(&self) -> impl Iterator<Item = (Local, Form)> + '_ {
        self.0.iter().enumerate().filter_map(|(index, form)| form.map(|form| (Local(index), form)))
    }
}

/// A set of forms that a local may be in, "none" included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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

    fn of(form: Form) -> Self {
        match form {
            Form::Value => Self::VALUE,
            Form::Remnant => Self::REMNANT,
            Form::Flagged => Self::FLAGGED,
            Form::Unboxed => Self::UNBOXED,
            Form::Husk => Self::HUSK,
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
    /// Whether an adaptor may have taken it.
    pub adapted: bool,
}

/// For each local, the forms that it may be in.
type State = Vec<FormSet>;

/// Finds the forms.
pub fn forms(
    graph: &Graph,
    body: &Body,
    locals: &Locals,
    live: &[LocalSet],
) -> Result<Facts, Conflict> {
    let mut incoming: Vec<Option<State>> = vec![None; body.blocks.len()];
    let mut start = vec![FormSet::NONE; locals.len()];
    for local in body.blocks[0].locals() {
        start[local.0] = FormSet::VALUE;
    }
    incoming[0] = Some(start);
    let (mut outs, guessed) = propagate(graph, body, locals, live, &mut incoming, true);
    if guessed {
        // What the blocks begin with has settled; what was derived from earlier guesses has not.
        (outs, _) = propagate(graph, body, locals, live, &mut incoming, false);
    }
    collect(graph, body, locals, live, &incoming, &outs)
}

/// Runs the events until nothing changes; returns the state at the end of each node, and whether some
/// block was run with another state at its start before. With `join`, the exits' states flow into the
/// blocks that they lead to.
fn propagate(
    graph: &Graph,
    body: &Body,
    locals: &Locals,
    live: &[LocalSet],
    incoming: &mut [Option<State>],
    join: bool,
) -> (Vec<Option<State>>, bool) {
    let mut states: Vec<Option<State>> = vec![None; graph.nodes.len()];
    let mut outs: Vec<Option<State>> = vec![None; graph.nodes.len()];
    // The nodes whose state has changed since they were run.
    let mut changed = vec![false; graph.nodes.len()];
    let mut guessed = false;
    for (entry, incoming) in graph.entries.iter().zip(&*incoming) {
        changed[*entry] = incoming.is_some();
    }
    while changed.contains(&true) {
        for (index, node) in graph.nodes.iter().enumerate() {
            if !std::mem::take(&mut changed[index]) {
                continue;
            }
            if graph.entries[node.block] == index {
                let entry = incoming[node.block].as_ref().map(|incoming| {
                    entry_state(body, node.block, incoming, locals, &live[node.block])
                });
                if entry == states[index] {
                    continue;
                }
                guessed |= states[index].is_some();
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
            for next in &node.next {
                changed[*next] |= merge(&mut states[*next], &out);
            }
            if let (Some((target, _)), true) = (node.exit, join) {
                changed[graph.entries[target.0]] |= merge(&mut incoming[target.0], &out);
            }
            outs[index] = Some(out);
        }
    }
    (outs, guessed)
}

/// Adds the forms of one state to another's; tells whether any is new.
fn merge(into: &mut Option<State>, from: &State) -> bool {
    let Some(into) = into else {
        *into = Some(from.clone());
        return true;
    };
    let mut new = false;
    for (into, from) in into.iter_mut().zip(from) {
        new |= from.0 & !into.0 != 0;
        into.0 |= from.0;
    }
    new
}

fn apply(state: &mut State, event: Event) {
    match event {
        Event::Name(_) | Event::Use(_) | Event::UsePart(_) | Event::MovePart(_) => {}
        Event::Move(local) | Event::Declare(local) => {
            state[local.0] = FormSet::NONE;
        }
        Event::Define(local) | Event::Assign(local, _) => {
            state[local.0] = FormSet::VALUE;
        }
        Event::Fill(local) => {
            let set = &mut state[local.0];
            if set.has(FormSet::UNBOXED) {
                *set = FormSet(set.0 & !FormSet::UNBOXED.0 | FormSet::VALUE.0);
            }
        }
        Event::Unbox(local) | Event::Adapt(local) => {
            let set = &mut state[local.0];
            if set.has(FormSet::VALUE) {
                *set = FormSet(set.0 & !FormSet::VALUE.0 | FormSet::UNBOXED.0);
            }
        }
    }
}

/// The form in which each local in scope arrives in a block.
fn entry_forms<'a>(
    body: &'a Body,
    block: usize,
    incoming: &'a State,
    locals: &'a Locals,
    live: &'a LocalSet,
) -> impl Iterator<Item = (Local, Form)> + 'a {
    let data = &body.blocks[block];
    data.locals().filter_map(move |local| {
        let form = if block == 0 {
            Some(Form::Value)
        } else if data.input == Some(local) {
            None
        } else if live.contains(local) {
            Some(Form::Value)
        } else if locals[local].knowledge.is_inert() {
            None
        } else {
            incoming[local.0].joined()
        };
        form.map(|form| (local, form))
    })
}

fn entry_state(
    body: &Body,
    block: usize,
    incoming: &State,
    locals: &Locals,
    live: &LocalSet,
) -> State {
    let mut state = vec![FormSet::NONE; locals.len()];
    for (local, form) in entry_forms(body, block, incoming, locals, live) {
        state[local.0] = FormSet::of(form);
    }
    state
}

/// Notes what events mention, and what they give a value.
fn note_mentions(events: &[Event], mentioned: &mut LocalSet, defined: &mut LocalSet) {
    for event in events {
        if let Some(local) = event.mentions() {
            mentioned.insert(local);
        } else if let Event::Define(local) | Event::Assign(local, _) = event {
            mentioned.insert(*local);
            defined.insert(*local);
        }
    }
}

/// Lists what each block begins with.
fn entries(
    body: &Body,
    locals: &Locals,
    live: &[LocalSet],
    incoming: &[Option<State>],
) -> Vec<Forms> {
    let nothing = vec![FormSet::NONE; locals.len()];
    let begin = |block: usize| {
        let incoming = incoming[block].as_ref().unwrap_or(&nothing);
        let mut entry = Forms::new(locals.len());
        for (local, form) in entry_forms(body, block, incoming, locals, &live[block]) {
            entry.insert(local, form);
        }
        entry
    };
    (0..body.blocks.len()).map(begin).collect()
}

fn collect(
    graph: &Graph,
    body: &Body,
    locals: &Locals,
    live: &[LocalSet],
    incoming: &[Option<State>],
    outs: &[Option<State>],
) -> Result<Facts, Conflict> {
    let none_held = Forms::new(locals.len());
    let entry = entries(body, locals, live, incoming);
    let (mut exits, mut sources, mut left) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut leaves = vec![false; body.blocks.len()];
    let (mut valueless, mut places) = (BTreeMap::new(), BTreeMap::new());
    let (mut dead, mut lost) = (BTreeSet::new(), BTreeSet::new());
    let mut passed_on = BTreeSet::new();
    let mut mentioned = vec![LocalSet::new(locals.len()); body.blocks.len()];
    let mut defined = mentioned.clone();
    let mut next_mentions = NextMentions::new(body, locals);
    let declared = noted(graph, locals, |event| matches!(event, Event::Declare(_)));
    let adapted = noted(graph, locals, |event| matches!(event, Event::Adapt(_)));
    // What is taken out of a number, a `bool` or a `char` is a copy.
    let keeps_value =
        |local: Local| locals[local].knowledge == Knowledge::Primitive && !declared.contains(local);
    for (index, node) in graph.nodes.iter().enumerate() {
        note_mentions(&node.events, &mut mentioned[node.block], &mut defined[node.block]);
        let Some((target, exit)) = node.exit else { continue };
        sources.insert(exit, BlockId(node.block));
        let mut at_hand = none_held.clone();
        let Some(out) = outs[index].as_ref() else {
            // Never reached, but type-checked: values stand for whatever is expected.
            entry[target.0].iter().for_each(|(local, _)| at_hand.insert(local, Form::Value));
            if incoming[target.0].is_some() {
                dead.insert(exit);
            } else {
                entry[target.0]
                    .iter()
                    .for_each(|(local, _)| _ = mentioned[node.block].insert(local));
            }
            exits.insert(exit, at_hand);
            continue;
        };
        for (local, form) in entry[target.0].iter() {
            if form == Form::Value {
                at_hand.insert(local, Form::Value);
                if out[local.0].has(FormSet::NONE) && !locals[local].hidden {
                    // An error, but for copies; it is mentioned here, too.
                    mentioned[node.block].insert(local);
                    passed_on.insert(local);
                    if !keeps_value(local) {
                        match next_mentions.find(BlockId(node.block), target, local) {
                            Some(Mention { span, again: false, .. }) => {
                                valueless.insert((exit, local), span);
                            }
                            Some(Mention { span, bare: false, .. }) => {
                                lost.insert((exit, local));
                                places.insert((exit, local), (span, None));
                            }
                            _ => {} // It may be what took the value.
                        }
                    }
                }
                continue;
            }
            match out[local.0].single() {
                Some(Some(form)) => {
                    at_hand.insert(local, form);
                }
                Some(None) => {}
                None => {
                    let (block, adapted) = (BlockId(node.block), adapted.contains(local));
                    return Err(Conflict { local, block, adapted });
                }
            }
        }
        exits.insert(exit, at_hand);
        let behind = left_behind(out, &entry[target.0], locals);
        if !behind.is_empty() {
            left.insert(exit, behind);
            leaves[node.block] = true;
        }
    }
    let (late, remnants) = late(body, locals, &entry, &mentioned, &defined);
    Ok(Facts {
        entry,
        exits,
        left,
        leaves,
        passed_on,
        adapted,
        valueless,
        lost,
        places,
        dead,
        late,
        mentioned,
        remnants,
        sources,
        unreached: Unreached::default(),
        ties: Ties::default(),
        assigned_twice: false,
        hiding: Vec::new(),
    })
}

/// Lists the locals that such an event happens to.
fn noted(graph: &Graph, locals: &Locals, is_it: impl Fn(&Event) -> bool) -> LocalSet {
    let mut noted = LocalSet::new(locals.len());
    for event in graph.nodes.iter().flat_map(|node| &node.events).filter(|event| is_it(event)) {
        noted.insert(event.local());
    }
    noted
}

/// Lists for each block the locals in scope that do not arrive as values but that its code mentions, and
/// the assignments that end a remnant.
fn late(
    body: &Body,
    locals: &Locals,
    entry: &[Forms],
    mentioned: &[LocalSet],
    defined: &[LocalSet],
) -> (Vec<Vec<Local>>, Vec<(BlockId, Local)>) {
    let mut late = Vec::with_capacity(body.blocks.len());
    let mut remnants = Vec::new();
    for (block, data) in body.blocks.iter().enumerate() {
        let mut here = Vec::new();
        for local in data.locals() {
            let form = entry[block].get(local);
            // What code that is never reached mentions is not made anew for it.
            let is_anew = locals[local].made_anew && defined[block].contains(local);
            if form == Some(Form::Value) || data.input == Some(local) || is_anew {
                continue;
            }
            if mentioned[block].contains(local) {
                here.push(local);
                if form.is_some() && defined[block].contains(local) {
                    remnants.push((BlockId(block), local));
                }
            }
        }
        late.push(here);
    }
    (late, remnants)
}

/// Lists the locals that are not passed on and may hold something to drop.
fn left_behind(out: &State, passed: &Forms, locals: &Locals) -> LocalSet {
    let mut left = LocalSet::new(locals.len());
    for (index, forms) in out.iter().enumerate() {
        let local = Local(index);
        let held = *forms != FormSet::NONE && !locals[local].knowledge.is_inert();
        if held && !passed.has(local) {
            left.insert(local);
        }
    }
    left
}
