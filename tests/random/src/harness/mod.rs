//! Compiles and runs generated programs.
//!
//! In: programs and a [`Plan`]. Out: an [`Outcome`] for each.

mod batch;
mod errors;
mod exec;
mod native;
mod outcome;
mod toolchain;

pub use self::{
    batch::{Batch, Plan},
    errors::error_lines,
    outcome::Outcome,
    toolchain::{Profile, Toolchain},
};
