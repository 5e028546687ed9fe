//! What the generator has produced: how often each construct suspended in each place.
//!
//! In: programs. Out: a table. Measured on the text, by parsing it, so that it does not rely on
//! what the generator believes.

mod construct;
mod features;
mod slot;
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
            features::count(function, &body, &mut |feature| {
                *self.features.entry(feature).or_default() += 1;
            });
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
        let features = features::ALL
            .iter()
            .filter(|feature| !self.features.contains_key(*feature))
            .map(|feature| (*feature).to_owned());
        cells.chain(features).collect()
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
