//! The invariants of the facts.
//!
//! In: a lowered body and its facts. Checked: only what is in scope arrives in a block, or is its input; an exit has
//! at hand what its target is passed, in the same form or in one that can become it; what an exit leaves behind it
//! does not pass on.

use super::{Violation, hold};
use crate::{
    analysis::{Facts, Form},
    ir::{BlockId, Body, Exit},
    resolve::names::Locals,
};

const STAGE: &str = "analysis";

/// Checks facts.
pub fn facts(body: &Body, facts: &Facts, locals: &Locals) -> Result<(), Violation> {
    let check = |holds, what: &dyn Fn() -> String| hold(holds, STAGE, what);
    check(facts.entry.len() == body.blocks.len(), &|| "a block has no facts".into())?;
    for (index, block) in body.blocks.iter().enumerate() {
        for (local, _) in facts.entry[index].iter() {
            let known = Some(local) == block.input || block.locals().any(|other| other == local);
            check(known, &|| {
                format!("`{}` arrives in bb{index}, where it is not in scope", locals[local].name)
            })?;
        }
    }
    for (exit, source) in &facts.sources {
        check(source.0 < body.blocks.len(), &|| "an exit leaves a block that is none".into())?;
        if let Exit::Suspend(id) = exit {
            let target = body.suspends[id.0].resume;
            passed(body, facts, locals, *exit, target)?;
        }
    }
    Ok(())
}

/// Checks that a suspension has at hand what is saved at it.
fn passed(
    body: &Body,
    facts: &Facts,
    locals: &Locals,
    exit: Exit,
    target: BlockId,
) -> Result<(), Violation> {
    let Some(at_hand) = facts.exits.get(&exit) else { return Ok(()) };
    let input = body.blocks[target.0].input;
    for (local, form) in facts.entry[target.0].iter() {
        if Some(local) == input {
            continue;
        }
        let known = match (at_hand.get(local), form) {
            (Some(Form::Value | Form::Unboxed), _) | (_, Form::Flagged) => true,
            (Some(Form::Remnant | Form::Husk), form) => form != Form::Value,
            // What may be without a value is said to be so.
            (Some(Form::Flagged) | None, _) => facts.valueless.contains_key(&(exit, local)),
        };
        hold(known, STAGE, || {
            format!("`{}` is saved for bb{} where it is not at hand", locals[local].name, target.0)
        })?;
        let left = facts.left.get(&exit).is_some_and(|left| left.contains(local));
        hold(!left, STAGE, || {
            format!("`{}` is both saved for bb{} and left behind", locals[local].name, target.0)
        })?;
    }
    Ok(())
}
