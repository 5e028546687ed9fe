//! Runs a coroutine under test and its oracle through every scenario and compares the traces.
//!
//! In: two functions that make the same coroutine, ours and rustc's. Out: nothing, or a panic that
//! prints both traces of the first scenario in which they differ.

mod check;
mod probe;
mod scenario;

pub use self::{
    check::{check_body, compare},
    probe::{Clonable, Iterating, Maker, Plain, Probe, Reference},
    scenario::{Scenario, Stop, Trace, run},
};
