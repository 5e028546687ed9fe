//! What is measured: each workload as a coroutine and beside it by hand, with std's adaptors, with
//! rustc's unstable coroutines (if the build has `RUSTC_BOOTSTRAP=1`) and with other crates (feature
//! `peers`).
//!
//! `benches/workloads.rs` times them, `bin/instructions.rs` counts their instructions, and
//! `bin/expansion.rs` measures the macro itself. All variants of a workload give the same checksum,
//! which a test compares.
#![cfg_attr(
    rustc_coroutines,
    feature(coroutines, coroutine_trait, iter_from_coroutine, stmt_expr_attributes)
)]

pub mod consume;
mod peers;
pub mod workloads;
