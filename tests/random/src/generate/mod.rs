//! The generator: random coroutine bodies that rustc accepts.
//!
//! In: a seed and a [`Config`]. Out: a [`Program`](crate::program::Program). The generator keeps
//! track of types, of initialisation and moves, and of borrows, so that nearly every program
//! compiles; what it leaves out on purpose is listed in [`Config`].

mod adaptor;
mod any;
mod assign;
mod block;
mod branch;
mod closure;
mod delegate;
mod different;
mod env;
mod ex;
mod expr;
mod function;
mod jump;
mod leaf;
mod lets;
mod loops;
mod macros;
mod matching;
mod operand;
mod pattern;
mod scalar;
mod statement;
pub mod ty;
mod value;
mod window;

pub use self::function::program;
use self::{
    env::{Env, Flow},
    ex::Ex,
    ty::Ty,
};
use crate::rng::Rng;

/// What the generator may produce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Config {
    /// Temporaries that drop at the end of a statement which suspends after making them.
    pub temporaries: bool,
    /// The documented differences to rustc's coroutines: temporaries of scrutinees, what is left of a
    /// value of which a part was moved, and the statements of the module `different`.
    pub differences: bool,
    /// Borrows of locals across a suspension within one expression, which rustc's movable
    /// coroutines refuse.
    pub immovable: bool,
    /// Patterns that leave a part of a matched value unbound while the arms suspend.
    pub rests: bool,
    /// Temporaries of tails and of the scrutinee of an `if let` in a statement that suspends, which
    /// live longer before the 2024 edition.
    pub tails: bool,
    /// Let chains, which need the 2024 edition.
    pub chains: bool,
    /// About how many expressions a body has.
    pub size: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            temporaries: true,
            rests: true,
            differences: false,
            tails: true,
            immovable: true,
            chains: true,
            size: 40,
        }
    }
}

/// Whether a part of the program must suspend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    Must,
    May,
    No,
}

/// Where a `break` or `continue` can go.
#[derive(Clone, Debug)]
struct Target {
    label: Option<String>,
    /// Whether it is a labelled block, which is no loop.
    block: bool,
    /// Whether what is being generated is the condition of this loop.
    in_head: bool,
    /// What a `break` must carry, if it carries a value.
    value: Option<Ty>,
    /// How many loops are around the target.
    outer_depth: usize,
    /// How many locals are declared outside.
    mark: usize,
    /// What was known at the head.
    head: Flow,
    /// What is known at each `break`.
    breaks: Vec<Flow>,
}

/// Another coroutine of the program, to delegate to.
#[derive(Clone, Debug)]
struct Sub {
    name: String,
    params: Vec<Ty>,
    ret: Ty,
}

/// The functions whose names locals may have: they are called where no such local is in scope.
pub const FUNCTIONS: [&str; 2] = ["kind", "size"];

/// The state of the generator within one function.
struct Gen {
    rng: Rng,
    config: Config,
    env: Env,
    input: Ty,
    output: Ty,
    ret: Ty,
    /// Whether `?` yields an error and ends, as in an iterator of results.
    yields_errors: bool,
    subs: Vec<Sub>,
    /// How much each kind of construct is liked in this program: programs differ more in what they
    /// consist of if each leaves something out.
    tastes: [u8; 64],
    budget: i64,
    depth: usize,
    loop_depth: usize,
    /// How many locals were there where the innermost block began.
    block_start: usize,
    /// Whether the next statement is one of that block's own.
    in_block: bool,
    targets: Vec<Target>,
    /// In a closure or a guard: nothing suspends.
    no_yield: u32,
    /// In a closure: no `return`, `break`, `?`.
    no_jump: u32,
    /// In a guard: nothing moves.
    no_move: u32,
    /// In a scrutinee whose temporaries would live across a suspension.
    no_temps: u32,
    /// In a pattern on a value whose unbound parts would live across a suspension.
    no_rest: u32,
    /// Whether a pattern may borrow parts of what it matches.
    borrows: bool,
    /// In a pattern of a `match` that is an operand and suspends: no `ref`.
    no_ref: bool,
    /// The statement being generated does not suspend.
    quiet: bool,
    /// Nothing suspends from here on.
    last: bool,
    names: u32,
    labels: u32,
    /// No local is borrowed across a suspension.
    movable: bool,
    /// Everything carried can be cloned.
    clonable: bool,
}

impl Gen {
    /// Decides whether a part suspends.
    fn decide(&mut self, need: Need) -> bool {
        self.no_yield == 0
            && !self.env.dead
            && match need {
                Need::Must => true,
                Need::May => !self.quiet && self.budget > 0 && self.rng.percent(18),
                Need::No => false,
            }
    }

    /// Chooses one of `count` kinds by this program's taste.
    fn by_taste(&mut self, count: usize) -> usize {
        loop {
            let chosen = self.rng.below(count);
            if self.rng.below(4) < usize::from(self.tastes[chosen % 64]) {
                return chosen;
            }
        }
    }

    /// Shares an obligation to suspend among `count` parts.
    fn share(&mut self, must: bool, count: usize) -> Vec<Need> {
        if !must {
            return vec![Need::No; count];
        }
        let mut needs = vec![Need::May; count];
        if count > 0 {
            let chosen = self.rng.below(count);
            needs[chosen] = Need::Must;
        }
        needs
    }

    /// Says whether a droppable temporary may live to the end of the statement.
    fn temps_allowed(&self) -> bool {
        self.no_temps == 0 && (self.quiet || self.config.temporaries)
    }

    /// Locks what an expression's value borrows.
    fn lock(&mut self, ex: &Ex) {
        for borrow in &ex.borrows {
            let var = &mut self.env.vars[borrow.index];
            if borrow.exclusive {
                var.exclusive += 1;
            } else {
                var.shared += 1;
            }
        }
    }

    /// Unlocks it again.
    fn unlock(&mut self, ex: &Ex) {
        for borrow in &ex.borrows {
            let var = &mut self.env.vars[borrow.index];
            if borrow.exclusive {
                var.exclusive -= 1;
            } else {
                var.shared -= 1;
            }
        }
    }

    /// Chooses the name of a new local; now and then that of another one, or of a function.
    fn name(&mut self) -> String {
        if self.rng.percent(6) {
            return (*self.rng.pick(&FUNCTIONS)).into();
        }
        if self.rng.percent(25) && !self.env.vars.is_empty() {
            let index = self.rng.below(self.env.vars.len());
            let name = self.env.vars[index].name.clone();
            if name != "self" {
                return name;
            }
        }
        self.names += 1;
        format!("x{}", self.names)
    }
}
