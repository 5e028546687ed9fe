//! The graph of events.
//!
//! In: what the walker of [`events`](super) finds. Out: the data that the analyses read: nodes of straight-line code, and
//! where locals are assigned.

use proc_macro2::Span;

use crate::{
    ir::{BlockId, Exit},
    resolve::names::Local,
};

/// One thing that happens to a local.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// It is named, and nothing else: matched against `_`.
    Name(Local),
    /// It is looked at, or mutated in place.
    Use(Local),
    /// A field of it is looked at.
    UsePart(Local),
    /// A field of it is moved out, if the field's type is not `Copy`.
    MovePart(Local),
    /// What it points to is taken by value: moved out of it, if it is a box, and copied otherwise.
    Unbox(Local),
    /// A method is called on it that takes it if it is what an adaptor takes: an iterator, an `Option`, a `Result`.
    Adapt(Local),
    /// What it points to is given a value: a box that was empty is whole again.
    Fill(Local),
    /// It is moved out, if its type is not `Copy`.
    Move(Local),
    /// It is given a value as a whole.
    Define(Local),
    /// It is assigned as a whole, at the place of this number in [`Graph::assignments`].
    Assign(Local, usize),
    /// It is declared without a value.
    Declare(Local),
}

impl Graph {
    /// Lists the nodes that control comes to from a node, in other blocks, too.
    pub fn behind<'a>(&'a self, node: &'a Node) -> impl Iterator<Item = usize> + 'a {
        let entered = node.exit.map(|(block, _)| self.entries[block.0]);
        node.next.iter().copied().chain(entered)
    }
}

impl Event {
    /// Returns the local whose value has to be there.
    pub fn mentions(self) -> Option<Local> {
        match self {
            Self::Name(local)
            | Self::Use(local)
            | Self::UsePart(local)
            | Self::MovePart(local)
            | Self::Unbox(local)
            | Self::Adapt(local)
            | Self::Fill(local)
            | Self::Move(local) => Some(local),
            Self::Define(_) | Self::Assign(..) | Self::Declare(_) => None,
        }
    }

    /// Returns the local that it happens to.
    pub fn local(self) -> Local {
        match self {
            Self::Define(local) | Self::Assign(local, _) | Self::Declare(local) => local,
            event => event.mentions().expect("all others mention it"),
        }
    }
}

/// Straight-line code.
#[derive(Default, Debug)]
pub struct Node {
    /// What happens, in order.
    pub events: Vec<Event>,
    /// Which of them are a local where a value stands: it is moved or copied, whatever its type.
    pub taken: Vec<usize>,
    /// Which of them are only names in tokens whose meaning is not known.
    pub opaque: Vec<usize>,
    /// Where control goes on in the same block.
    pub next: Vec<usize>,
    /// The block that control goes on in, and the exit that leads there.
    pub exit: Option<(BlockId, Exit)>,
    /// The block that the node belongs to.
    pub block: usize,
}

/// Where something begins and, if that is known, ends.
pub type Place = (Span, Option<Span>);

/// Where a local is assigned as a whole.
pub struct Assignment {
    /// The local.
    pub place: Span,
    /// Where its new value begins and, if that is known, ends; the local, where that is a part of what is
    /// assigned.
    pub value: Place,
}

/// The nodes of all blocks.
#[derive(Default)]
pub struct Graph {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The first node of each block.
    pub entries: Vec<usize>,
    /// Where locals are assigned.
    pub assignments: Vec<Assignment>,
    /// Locals whose types are surely `Copy`.
    pub copied: Vec<Local>,
}
