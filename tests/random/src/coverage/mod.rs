//! What the generator has produced: how often each construct suspended in each place.
//!
//! In: programs. Out: a table. Measured on the text, by parsing it, so that it does not rely on
//! what the generator believes.

mod construct;
mod features;
mod locals;
mod slot;
mod text;
mod types;
mod walk;

use std::collections::BTreeMap;

pub use self::{construct::Construct, slot::Slot};
use crate::program::Program;

/// How often things were produced.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    cells: BTreeMap<(Construct, Slot), u64>,
    features: BTreeMap<&'static str, u64>,
}

impl Coverage {
    /// Counts what is in a program.
    ///
    /// # Panics
    ///
    /// If a body is not Rust.
    pub fn count(&mut self, program: &Program) {
        for function in program.functions.iter().chain([&program.main]) {
            let body: syn::Block = syn::parse_str(&format!("{{ {} }}", function.body))
                .expect("the generator writes Rust");
            walk::walk(&body, &mut |construct, slot| {
                *self.cells.entry((construct, slot)).or_default() += 1;
            });
            let mut note = |feature| *self.features.entry(feature).or_default() += 1;
            features::count(function, &body, &mut note);
            locals::count(function, &body, &mut note);
        }
    }

    /// Adds what another has counted.
    pub fn add(&mut self, other: Self) {
        for (cell, count) in other.cells {
            *self.cells.entry(cell).or_default() += count;
        }
        for (feature, count) in other.features {
            *self.features.entry(feature).or_default() += count;
        }
    }

    /// The cells of the table that can be filled at all.
    fn feasible() -> impl Iterator<Item = (Construct, Slot)> {
        Construct::ALL.iter().flat_map(|&construct| {
            Slot::ALL
                .iter()
                .filter(move |slot| construct.gives().meets(slot.takes()))
                // A block that is an arm's body counts as the arm.
                .filter(move |&&slot| (construct, slot) != (Construct::Block, Slot::Arm))
                .map(move |&slot| (construct, slot))
        })
    }

    /// What was never produced.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let cells = Self::feasible()
            .filter(|cell| !self.cells.contains_key(cell))
            .map(|(construct, slot)| format!("{construct:?} in {slot:?}"));
        cells.chain(self.rare_features(1).into_iter().map(String::from)).collect()
    }

    /// The features that were produced less often than this.
    #[must_use]
    pub fn rare_features(&self, least: u64) -> Vec<&'static str> {
        let often = |feature: &&'static str| self.features.get(feature).copied().unwrap_or(0);
        features::ALL.iter().copied().filter(|feature| often(feature) < least).collect()
    }

    /// The constructs that were produced in fewer places than a part of those where they can stand,
    /// and the places with fewer constructs, in percent.
    #[must_use]
    pub fn thin(&self, percent: usize) -> Vec<String> {
        let mut totals: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for cell in Self::feasible() {
            let here = usize::from(self.cells.contains_key(&cell));
            for name in
                [format!("{:?} in some place", cell.0), format!("something in {:?}", cell.1)]
            {
                let (all, there) = totals.entry(name).or_default();
                *all += 1;
                *there += here;
            }
        }
        let thin = totals.into_iter().filter(|(_, (all, there))| there * 100 < all * percent);
        thin.map(|(name, (all, there))| format!("{name}: {there} of {all}")).collect()
    }

    /// Writes the table: one line per construct and place, and one per feature.
    #[must_use]
    pub fn table(&self) -> String {
        let mut text = String::new();
        for cell in Self::feasible() {
            let count = self.cells.get(&cell).copied().unwrap_or(0);
            text.push_str(&format!("{:?} in {:?}: {count}\n", cell.0, cell.1));
        }
        for feature in features::ALL {
            let count = self.features.get(feature).copied().unwrap_or(0);
            text.push_str(&format!("{feature}: {count}\n"));
        }
        text
    }

    /// The number of lines of the table.
    #[must_use]
    pub fn size() -> usize {
        Self::feasible().count() + features::ALL.len()
    }
}
