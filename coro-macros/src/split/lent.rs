//! `&mut self`, or another `&mut`, of which a field is lent over a suspension while the others are used.
//!
//! In: a body's loans and facts. Out: a local that is a `&mut`, and that a block is given beside what one of its
//! fields lends, as the iterator of `for name in &self.names { self.seen += 1; yield_!(…); }` is. The
//! reference would have to be moved while it is borrowed; a reference to each [field](super::fields) has not.

use crate::{
    analysis::{
        Facts, Form,
        lending::{Loan, Part},
    },
    resolve::names::{Local, Locals},
};

/// Finds such a local.
pub fn lent(loans: &[Loan], facts: &Facts, locals: &Locals) -> Option<Local> {
    let is_of_field =
        |loan: &&Loan| loan.part == Part::Field && locals[loan.lender].is_mutable_reference();
    let is_beside = |loan: &&Loan| {
        let borrowers = all_borrowers(loan.borrower, loans);
        facts.entry.iter().any(|passed| {
            let is_given = |local: &Local| passed.get(*local) == Some(Form::Value);
            is_given(&loan.lender) && borrowers.iter().any(is_given)
        })
    };
    loans.iter().filter(is_of_field).find(is_beside).map(|loan| loan.lender)
}

/// Lists what holds a borrow: a local, what borrows from that, and so on.
fn all_borrowers(first: Local, loans: &[Loan]) -> Vec<Local> {
    let mut borrowers = vec![first];
    let mut at = 0;
    while let Some(&lender) = borrowers.get(at) {
        for loan in loans.iter().filter(|loan| loan.lender == lender) {
            if !borrowers.contains(&loan.borrower) {
                borrowers.push(loan.borrower);
            }
        }
        at += 1;
    }
    borrowers
}
