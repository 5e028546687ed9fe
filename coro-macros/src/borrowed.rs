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
    ir::{Body, SuspendData},
    resolve::{
        names::{Local, Locals},
        shape::Shape,
    },
};

/// Refuses borrows of locals that are used behind a suspension.
///
/// `assigned` are the borrowers that may hold another borrow by then.
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
        let is_used_behind = |suspend: &SuspendData| {
            facts.entry[suspend.resume.0].get(borrower) == Some(Form::Value)
        };
        if locals[lender].hidden
            || assigned.contains(&borrower)
            || told.contains(&borrower)
            || !is_surely_borrowed(loan, locals)
            || !body.suspends.iter().any(is_used_behind)
        {
            continue;
        }
        told.push(borrower);
        let (name, holder) = (&locals[lender].name, &locals[borrower].name);
        let message = if locals[borrower].hidden {
            format!(
                "this loop borrows from `{name}`, and suspends: a coroutine can be moved, so it cannot store both\nhelp: go over `{name}` by value or by an index, or take it as a parameter that is a reference"
            )
        } else {
            let which = if holder == name { "another " } else { "" };
            format!(
                "`{holder}` borrows from {which}`{name}`, and is used after a suspension: a coroutine can be moved, so it cannot store both\nhelp: keep a clone or an index, or borrow again after the suspension"
            )
        };
        diagnostics.error(span, message);
    }
}

/// Tells whether a loan is surely of the local, and not of what it refers to.
fn is_surely_borrowed(loan: &Loan, locals: &Locals) -> bool {
    match locals[loan.lender].shape {
        Shape::Collection | Shape::Array => matches!(loan.part, Part::Whole | Part::Item),
        Shape::Variant => loan.part == Part::Whole,
        // Its methods are the user's.
        Shape::Fields => loan.part == Part::Whole && !loan.by_method,
        _ => false,
    }
}
