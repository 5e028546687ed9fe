//! What other coroutines there are, on the same workloads: rustc's own, and those of other crates.
//!
//! Each is in a file of its own, which the compiler reads only if it is asked for: `yield` is refused
//! wherever it is read.

#[cfg(feature = "peers")]
mod corosensei;
#[cfg(feature = "peers")]
mod diapause;
#[cfg(feature = "peers")]
mod genawaiter;
#[cfg(rustc_coroutines)]
mod rustc;

use crate::workloads::{Variant, Workload};

/// What a peer has for one workload.
struct Peer {
    workload: &'static str,
    variant: Variant,
}

/// Adds the peers' variants to the workloads.
pub fn add(mut workloads: Vec<Workload>) -> Vec<Workload> {
    let peers: Vec<Vec<Peer>> = vec![
        #[cfg(rustc_coroutines)]
        rustc::variants(),
        #[cfg(feature = "peers")]
        diapause::variants(),
        #[cfg(feature = "peers")]
        genawaiter::variants(),
        #[cfg(feature = "peers")]
        corosensei::variants(),
    ];
    for Peer { workload, variant } in peers.into_iter().flatten() {
        let known = workloads.iter_mut().find(|known| known.name == workload);
        known.expect("a workload of that name").variants.push(variant);
    }
    workloads
}
