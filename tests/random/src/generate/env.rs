//! The locals in scope and what is known of each at the point being generated.
//!
//! Invariants: a local whose status is not [`Status::Init`] is not read or moved; what branches
//! disagree on is [`Status::Maybe`]; in code that cannot be reached, `dead` is set and nothing
//! more is known.

use super::ty::Ty;

/// What is known of a local.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Never assigned on any path.
    Unborn,
    /// Holds a value on every path.
    Init,
    /// Holds none on any path.
    Gone,
    /// Paths differ.
    Maybe,
    /// Fields were moved out one by one.
    Parts(Vec<Status>),
}

impl Status {
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (a, b) if a == b => a,
            (Self::Parts(a), Self::Parts(b)) => {
                Self::Parts(a.into_iter().zip(b).map(|(a, b)| a.join(b)).collect())
            }
            (Self::Parts(a), Self::Init) | (Self::Init, Self::Parts(a)) => {
                Self::Parts(a.into_iter().map(|part| part.join(Self::Init)).collect())
            }
            (Self::Unborn, Self::Gone) | (Self::Gone, Self::Unborn) => Self::Gone,
            _ => Self::Maybe,
        }
    }

    /// Says whether code that was generated for `head` still holds here.
    pub fn covers(&self, head: &Self) -> bool {
        match (self, head) {
            (Self::Init, _) | (_, Self::Gone | Self::Maybe | Self::Unborn) => true,
            (Self::Parts(a), Self::Parts(b)) => a.iter().zip(b).all(|(a, b)| a.covers(b)),
            _ => false,
        }
    }
}

/// A local.
#[derive(Clone, Debug)]
pub struct Var {
    /// Its name, which a later local may shadow.
    pub name: String,
    /// Its type.
    pub ty: Ty,
    /// Whether it may be reassigned.
    pub mutable: bool,
    /// How many loops are around its declaration.
    pub loop_depth: usize,
    /// How many shared borrows of it are alive.
    pub shared: u32,
    /// How many exclusive borrows of it are alive.
    pub exclusive: u32,
}

/// What is known at one point of the flow.
#[derive(Clone, Debug)]
pub struct Flow {
    pub status: Vec<Status>,
    pub dead: bool,
}

/// The locals in scope.
#[derive(Clone, Debug, Default)]
pub struct Env {
    pub vars: Vec<Var>,
    pub status: Vec<Status>,
    pub dead: bool,
}

impl Env {
    /// Declares a local.
    pub fn declare(&mut self, var: Var, status: Status) -> usize {
        self.vars.push(var);
        self.status.push(status);
        self.vars.len() - 1
    }

    /// Ends the scopes of all locals from `mark` on.
    pub fn leave(&mut self, mark: usize) {
        self.vars.truncate(mark);
        self.status.truncate(mark);
    }

    /// Returns what is known of the first `mark` locals.
    pub fn flow(&self, mark: usize) -> Flow {
        Flow { status: self.status[..mark].to_vec(), dead: self.dead }
    }

    /// Goes back to a point of the flow.
    pub fn go_to(&mut self, flow: &Flow) {
        self.status[..flow.status.len()].clone_from_slice(&flow.status);
        self.dead = flow.dead;
    }

    /// Goes to where several paths meet.
    pub fn meet(&mut self, flows: Vec<Flow>) {
        let met = flows.into_iter().filter(|flow| !flow.dead).reduce(|a, b| Flow {
            status: a.status.into_iter().zip(b.status).map(|(a, b)| a.join(b)).collect(),
            dead: false,
        });
        match met {
            Some(flow) => self.go_to(&flow),
            None => self.dead = true,
        }
    }

    /// Says whether the name of this local means this local.
    pub fn is_visible(&self, index: usize) -> bool {
        let name = &self.vars[index].name;
        self.vars.iter().rposition(|var| var.name == *name) == Some(index)
    }

    /// Returns the visible locals that satisfy a condition.
    pub fn find(&self, condition: impl Fn(&Var, &Status) -> bool) -> Vec<usize> {
        (0..self.vars.len())
            .filter(|&index| condition(&self.vars[index], &self.status[index]))
            .filter(|&index| self.is_visible(index))
            .collect()
    }

    /// Says whether a local can be read.
    pub fn can_read(&self, index: usize) -> bool {
        self.status[index] == Status::Init && self.vars[index].exclusive == 0
    }

    /// Says whether a local can be moved out of, in this many loops.
    pub fn can_move(&self, index: usize, loop_depth: usize) -> bool {
        let var = &self.vars[index];
        self.can_read(index) && var.shared == 0 && (var.mutable || var.loop_depth >= loop_depth)
    }

    /// Says whether a local can be assigned to, in this many loops.
    pub fn can_assign(&self, index: usize, loop_depth: usize) -> bool {
        let var = &self.vars[index];
        let free = var.shared == 0 && var.exclusive == 0;
        free && (var.mutable
            || (self.status[index] == Status::Unborn && var.loop_depth >= loop_depth))
    }

    /// Says whether a local can be borrowed exclusively.
    pub fn can_change(&self, index: usize) -> bool {
        let var = &self.vars[index];
        self.can_read(index) && var.shared == 0 && var.mutable
    }
}
