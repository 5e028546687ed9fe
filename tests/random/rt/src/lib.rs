//! What generated programs run on: values that log, an oracle made of futures, and the comparison.
//!
//! In: a coroutine of the engine under test and the same body in an oracle, both as
//! [`Drive`] factories. Out: a [`Verdict`]. Invariant: every event is a function of the
//! [`Schedule`](log::Schedule) and of the order in which the program did things, so that two
//! programs that behave alike have equal traces.

pub mod compare;
pub mod different;
pub mod drive;
pub mod future;
pub mod input;
mod leaks;
pub mod log;
pub mod ops;
pub mod types;
pub mod value;

pub use self::{
    compare::{Pair, Verdict, main_with},
    drive::{Drive, Step, driven},
};

/// What the bodies of generated programs mention.
pub mod prelude {
    pub use crate::{different::*, hold, ops::*, say, types::*, value::*};
}
