//! The workloads and their variants.

mod accumulator;
mod chains;
mod csv;
mod fibonacci;
mod nested;
mod operators;
mod pipeline;
mod window;

pub use self::{csv::WEATHER, pipeline::STAGES};
#[cfg(any(rustc_coroutines, feature = "peers"))]
pub(crate) use self::{
    nested::passes as nested_passes,
    pipeline::{change, passes},
};
#[cfg(rustc_coroutines)]
pub(crate) use self::{
    pipeline::{opaque, other_source},
    window::{WINDOW, number, slot},
};

/// Something to compute, in several ways.
pub struct Workload {
    /// What it is called in reports.
    pub name: &'static str,
    /// Two amounts of work: the difference between them is what is measured.
    pub amounts: [u64; 2],
    /// How many items an amount of work yields.
    pub items: fn(u64) -> u64,
    /// How many times the instructions of the first variant the second may take, if that is checked. The
    /// second is what this project has.
    pub at_most: Option<f64>,
    /// The ways to compute it; the first is written by hand.
    pub variants: Vec<Variant>,
}

/// One way to compute a workload.
pub struct Variant {
    /// What it is called in reports.
    pub name: &'static str,
    /// Computes the checksum of an amount of work.
    pub run: fn(u64) -> u64,
    /// How large the suspended value is, where there is one.
    pub size: Option<usize>,
}

impl Variant {
    /// Describes a variant; `size` is that of a new value.
    #[must_use]
    pub fn new(name: &'static str, run: fn(u64) -> u64, size: usize) -> Self {
        Self { name, run, size: Some(size) }
    }

    /// Describes a variant without a value of its own.
    #[must_use]
    pub fn unsized_value(name: &'static str, run: fn(u64) -> u64) -> Self {
        Self { name, run, size: None }
    }
}

/// All workloads, each with every variant of this build.
#[must_use]
pub fn all() -> Vec<Workload> {
    let mut workloads = vec![
        pipeline::workload(),
        pipeline::behind_dyn(),
        fibonacci::workload(),
        nested::workload(),
        accumulator::workload(),
        csv::workload(),
        window::workload(),
        operators::generator(),
        operators::two_way(),
    ];
    workloads.extend(chains::workloads());
    crate::peers::add(workloads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_variants_compute_the_same() {
        for workload in all() {
            let amount = workload.amounts[0] / 7;
            let expected = (workload.variants[0].run)(amount);
            for variant in &workload.variants {
                let name = (workload.name, variant.name);
                assert_eq!((variant.run)(amount), expected, "{name:?}");
            }
        }
    }

    #[test]
    fn values_are_small() {
        let size = |workload: Workload, name| {
            let variant = workload.variants.into_iter().find(|variant| variant.name == name);
            variant.and_then(|variant| variant.size).expect("a variant with a size")
        };
        assert!(size(pipeline::workload(), "coroutine") <= 128);
        for workload in [fibonacci::workload, accumulator::workload] {
            let hand_written = size(workload(), "hand-written");
            assert!(size(workload(), "coroutine") <= hand_written + 8);
        }
    }
}
