//! The invariants of threading and of the layout.
//!
//! In: where jumps go, and the enums. Checked: a jump goes to a block that is kept; variants that are kept have
//! names of their own; so have the fields of a variant, which hold locals in the order in which they are declared.

use std::collections::BTreeSet;

use super::{Violation, hold};
use crate::{
    ir::{BlockId, Body},
    layout::Layout,
    resolve::names::Locals,
    threading::Threading,
};

/// Checks where jumps go and what the enums are.
pub fn layout(
    body: &Body,
    threading: &Threading,
    layout: &Layout,
    locals: &Locals,
) -> Result<(), Violation> {
    let mut names = BTreeSet::new();
    for (index, block) in body.blocks.iter().enumerate() {
        let target = threading.target(BlockId(index));
        hold(threading.is_kept(target) || body.blocks[target.0].unreached, "threading", || {
            format!("a jump to bb{index} goes to bb{}, which is not kept", target.0)
        })?;
        if !threading.is_kept(BlockId(index)) {
            continue;
        }
        let variant = &layout.blocks[index];
        hold(names.insert(&variant.name), "layout", || {
            format!("two blocks are called `{}`", variant.name)
        })?;
        let mut fields = BTreeSet::new();
        let mut place = 0;
        for (local, _) in variant.passed() {
            let name = locals.display(local);
            hold(fields.insert(name), "layout", || {
                format!("`{}` has two fields `{name}`", variant.name)
            })?;
            if Some(local) == variant.input {
                continue;
            }
            let at = block.locals().position(|other| other == local);
            hold(at.is_some_and(|at| at >= place), "layout", || {
                format!(
                    "the fields of `{}` are not in the order of their declaration",
                    variant.name
                )
            })?;
            place = at.unwrap_or(place);
        }
    }
    Ok(())
}
