//! `&mut self` of which a field is lent over a suspension while the others are used.
//!
//! In: a body's loans and facts. Out: a `&mut` parameter that a block is given beside what one of its
//! fields lends, as the iterator of `for name in &self.names { self.seen += 1; yield_!(…); }` is. The
//! parameter would have to be moved while it is borrowed; a reference to each [field](super::fields) has not.

use crate::{
    analysis::{
        Facts, Form,
        lending::{Loan, Part},
    },
    resolve::names::{Local, Locals},
};

/// Finds such a parameter.
pub fn lent(loans: &[Loan], facts: &Facts, locals: &Locals) -> Option<Local> {
    let is_mutable = |it: Local| locals[it].mutable_borrow || locals[it].lent_mutably;
    let of_field = loans
        .iter()
        .filter(|loan| loan.part == Part::Field && is_mutable(loan.lender))
        .find(|loan| {
            facts.entry.iter().any(|passed| {
                [loan.lender, loan.borrower].iter().all(|it| passed.get(*it) == Some(Form::Value))
            })
        });
    of_field.map(|loan| loan.lender)
}
