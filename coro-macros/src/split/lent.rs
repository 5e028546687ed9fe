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
    let of_field = loans
        .iter()
        .filter(|loan| loan.part == Part::Field && locals[loan.lender].is_mutable_reference())
        .find(|loan| {
            facts.entry.iter().any(|passed| {
                [loan.lender, loan.borrower].iter().all(|it| passed.get(*it) == Some(Form::Value))
            })
        });
    of_field.map(|loan| loan.lender)
}
