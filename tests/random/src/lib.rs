//! Random coroutine bodies, compared with rustc's own transform of the same bodies.
//!
//! [`generate`] makes programs from a seed, [`program`] prints them for the engine and for an
//! oracle, [`harness`] compiles and runs both.

pub mod coverage;
pub mod generate;
pub mod harness;
pub mod mutants;
pub mod program;
pub mod report;
pub mod rewrite;
pub mod rng;
pub mod session;
pub mod shrink;
