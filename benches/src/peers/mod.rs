//! Other crates' coroutines, on the same workloads.

mod corosensei;
mod diapause;
mod genawaiter;

use crate::workloads::{Variant, Workload};

/// What a peer has for one workload.
struct Peer {
    workload: &'static str,
    variant: Variant,
}

/// Adds the peers' variants to the workloads.
pub fn add(mut workloads: Vec<Workload>) -> Vec<Workload> {
    let peers = [diapause::variants(), genawaiter::variants(), corosensei::variants()];
    for Peer { workload, variant } in peers.into_iter().flatten() {
        if let Some(workload) = workloads.iter_mut().find(|other| other.name == workload) {
            workload.variants.push(variant);
        }
    }
    workloads
}
