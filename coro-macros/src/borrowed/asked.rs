//! Borrows that the types tell from others.
//!
//! In: a body's loans and facts. Out: those that a suspension would save beside what they are of, if that is a list, a
//! text, a cell or a guard of the standard library, or, where a closure mentions it, if it can be copied. Its type may be
//! inferred, and then only rustc knows: what is printed where the borrow is stored asks for it. A type that is none of
//! those, or behind a reference, passes.

use proc_macro2::Span;
use syn::Member;

use crate::{
    analysis::{
        Facts, Form,
        lending::{Loan, Loans, Part},
    },
    ir::{BlockId, Body},
    resolve::names::{Local, Locals},
};

/// A borrow whose lender's type decides whether it can be stored.
pub struct Asked {
    /// What holds the borrow.
    pub borrower: Local,
    /// What may be borrowed from.
    pub lender: Local,
    /// The fields that lead to the place in it.
    pub fields: Vec<Member>,
    /// The block in which the borrower is bound.
    pub block: BlockId,
    /// Where the lender is named.
    pub span: Span,
    /// What is done with the borrow, in a word of `coro_core`'s macro.
    pub what: &'static str,
}

/// Lists such borrows.
pub fn asked(loans: &Loans, body: &Body, facts: &Facts, locals: &Locals) -> Vec<Asked> {
    let saved = |borrower: Local| {
        let mut resumed = body.suspends.iter().map(|suspend| suspend.resume);
        resumed.any(|block| facts.entry[block.0].get(borrower) == Some(Form::Value))
    };
    let is_asked = |loan: &&Loan| {
        // Where it has another value on some ways, it may borrow from something else.
        let is_alone = || {
            let mut others = loans.found.iter().filter(|other| other.borrower == loan.borrower);
            let is_same = |other: &Loan| {
                other.origin == loan.origin
                    || loan.part == Part::MayCapture && other.part == Part::MayCapture
            };
            others.all(is_same) && !loans.assigned.contains(&loan.borrower)
        };
        may_lend(loan, locals) && saved(loan.borrower) && is_alone()
    };
    let found = loans.found.iter().filter(is_asked);
    let asked = found.filter_map(|loan| {
        let fields = loans.paths[loan.origin].clone()?;
        let &Loan { borrower, lender, block, span, .. } = loan;
        let what = if loan.part == Part::MayCapture { "captures" } else { what(borrower, locals) };
        Some(Asked { borrower, lender, fields, block, span, what })
    });
    asked.collect()
}

/// Tells whether a loan is of its lender, if this is a list or a text.
fn may_lend(loan: &Loan, locals: &Locals) -> bool {
    let lender = &locals[loan.lender];
    let is_part = match loan.part {
        Part::Whole | Part::Item => true,
        Part::Field => !(loan.by_method && loan.indexed),
        Part::MayCapture => return !lender.is_mutable_reference(),
        Part::OfItem | Part::Captured => false,
    };
    is_part
        && !loan.deep
        && loan.borrower != loan.lender
        && !lender.is_mutable_reference()
        && !lender.knowledge.is_inert()
}

fn what(borrower: Local, locals: &Locals) -> &'static str {
    let borrower = &locals[borrower];
    if borrower.is_own("iter") {
        "loops_over"
    } else if borrower.is_own("inner") {
        "delegates_to"
    } else {
        "borrows"
    }
}
