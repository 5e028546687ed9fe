//! Borrows of locals that outlive a suspension.
//!
//! In: a body's loans and facts. Out: an error for each local that a suspension would save beside what it
//! surely borrows from. rustc finds them, too, but tells each twice, in terms of what the macro writes.
//! A local of an unknown type may be a reference, which can be saved with what it lent: it is left to rustc.

use crate::{
    analysis::{
        Facts, Form,
        lending::{Loan, Part},
    },
    diagnostics::Diagnostics,
    ir::{BlockId, BlockKind, Body},
    resolve::{
        names::{Local, Locals},
        shape::Shape,
    },
};

/// Refuses borrows of locals that are used behind a suspension.
///
/// `assigned` are locals that may hold something else by then.
pub fn check(
    loans: &[Loan],
    assigned: &[Local],
    body: &Body,
    facts: &Facts,
    locals: &Locals,
    diagnostics: &mut Diagnostics,
) {
    let mut told = Vec::new();
    for loan in loans {
        let Loan { borrower, lender, span, .. } = *loan;
        if locals[lender].hidden || assigned.contains(&borrower) || told.contains(&borrower) {
            continue;
        }
        let is_given = |block: BlockId| facts.entry[block.0].get(borrower) == Some(Form::Value);
        let is_saved = || body.suspends.iter().any(|suspend| is_given(suspend.resume));
        let (name, holder) = (&locals[lender].name, &locals[borrower].name);
        let is_sure = || {
            let mut held = loans.iter().filter(|other| other.borrower == borrower);
            held.all(|loan| is_surely_borrowed(loan, locals))
        };
        let message = if is_sure() && is_saved() {
            if holder == "iter" && locals[borrower].hidden {
                format!(
                    "this loop borrows from `{name}`, and suspends: a coroutine can be moved, so it cannot store both\nhelp: go over `{name}` by value or by an index, or take it as a parameter that is a reference"
                )
            } else if locals[borrower].hidden {
                format!(
                    "what borrows from `{name}` waits for a suspension: a coroutine can be moved, so it cannot store both\nhelp: borrow after the suspension, `let value = yield_!(…);`, or keep a clone"
                )
            } else {
                let which = if holder == name { "another " } else { "" };
                format!(
                    "`{holder}` borrows from {which}`{name}`, and is used after a suspension: a coroutine can be moved, so it cannot store both\nhelp: keep a clone or an index, or borrow again after the suspension"
                )
            }
        } else if (is_reference(loan) || is_sure())
            && is_given_by_branch(borrower, body, locals, is_given)
        {
            format!(
                "a branch gives a reference to `{name}`, and an arm of it suspends, or only some arms move a local\nhelp: choose behind the branch, or let the branch give a clone or an index\nnote: where the arms meet, `{name}` would be stored beside the reference"
            )
        } else {
            continue;
        };
        told.push(borrower);
        diagnostics.error(span, message);
    }
}

/// Tells whether a local is the value with which the arms of a branch meet.
fn is_given_by_branch(
    local: Local,
    body: &Body,
    locals: &Locals,
    is_given: impl Fn(BlockId) -> bool,
) -> bool {
    let is_join = |index: usize| matches!(body.blocks[index].kind, BlockKind::Join);
    // A written type may convert it.
    let data = &locals[local];
    data.hidden
        && data.ty.is_none()
        && (0..body.blocks.len()).any(|it| is_join(it) && is_given(BlockId(it)))
}

/// Tells whether a loan is a reference to a local, whatever its type is.
fn is_reference(loan: &Loan) -> bool {
    loan.part == Part::Whole && !loan.by_method
}

/// Tells whether a loan is surely of the local, and not of what it refers to.
fn is_surely_borrowed(loan: &Loan, locals: &Locals) -> bool {
    match locals[loan.lender].shape {
        Shape::Collection | Shape::Array => matches!(loan.part, Part::Whole | Part::Item),
        Shape::Variant => loan.part == Part::Whole,
        // Its methods are the user's.
        Shape::Fields => is_reference(loan),
        _ => false,
    }
}
