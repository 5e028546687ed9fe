//! Where a coroutine is documented to behave otherwise than rustc's own, and nowhere else.
//!
//! In: the bullets of the README's "Differences to rustc's coroutines". Out: a test of each statement, with
//! the trace of rustc's coroutine and of ours. In the order of the README:
//!
//! 1. the parts of a value that a pattern, or a literal, leaves: [`parts`];
//! 2. temporaries in the 2021 edition: [`older_edition`];
//! 3. what is refused: `ui/compiler/moved.rs` (a by-value method with an unannounced name),
//!    `ui/compiler/partly_moved.rs` (what is left of a struct), `ui/refused/compound_assignment.rs`,
//!    `ui/compiler/common_type.rs` (arms and operands that are converted, a reference to a local), and
//!    `ui/compiler/references_to_locals.rs` (parts of a `&mut` parameter, and what else holds a reference), and
//!    `ui/compiler/closure_parameters.rs`;
//! 4. the receiver of a by-value method with an unannounced name: [`late_receivers`];
//! 5. what an operation looks at in its place: [`places`];
//! 6. what counts by its name: [`names`], and `ui/compiler/lower_case_constants.rs`;
//! 7. macros from elsewhere: [`foreign_macros`];
//! 8. borrows that are made again: [`borrowed_again`];
//! 9. an array that a pattern takes apart later: [`parts`];
//! 10. two items of one name: `ui/refused/hidden_item.rs`;
//! 11. a `let` that borrows several values: [`borrowing_lets`];
//! 12. a destructor that panics: [`destructors`].

use coro_tests::{
    D, d, log, logged,
    run::{Scenario, Stop},
};

mod borrowed_again;
mod borrowing_lets;
mod destructors;
mod foreign_macros;
mod late_receivers;
mod names;
mod older_edition;
mod parts;
mod places;

/// Whether the tokens of this file are of the 2024 edition, in which a tail's temporaries end
/// before the block's locals.
pub fn is_2024() -> bool {
    let events = logged(|| {
        let _n = {
            let _local = d("local");
            d("temporary").id()
        };
    });
    events.ends_with(&["drop temporary".to_owned(), "drop local".to_owned()])
}

/// The coroutine is dropped after so many resumes.
fn dropped_after(resumes: u32) -> Scenario {
    Scenario { stop: Stop::After(resumes), ..Scenario::complete(0) }
}

/// Panics.
fn fail() -> bool {
    std::panic::resume_unwind(Box::new("failed"))
}

/// A value with a number and a part that drops.
struct Token {
    kind: u32,
    text: D,
}

fn token() -> Token {
    Token { kind: 1, text: d("text") }
}

/// An operation with two operands.
fn both(a: u32, b: u32) -> u32 {
    log("both");
    a + b
}
