//! The bodies of `coro-tests` again, in the 2021 edition.
//!
//! Temporaries of tails and of `if let` scrutinees live longer there. The edition goes with the
//! tokens, so these bodies keep theirs through both macros that they pass.
#![allow(unused, unreachable_code, irrefutable_let_patterns, clippy::all, clippy::pedantic)]

#[path = "../../tests/fidelity"]
mod fidelity {
    mod assertions;
    mod assign;
    mod bases;
    mod blocks;
    mod borrowed_parts;
    mod called_once;
    mod cancelled;
    mod captures;
    mod captures_by_macros;
    mod captures_by_patterns;
    mod captures_by_value;
    mod cfg;
    mod changed_places;
    mod closures;
    mod computed;
    mod conditional_moves;
    mod copies;
    mod dead_code;
    mod dead_suspensions;
    mod deferred_init;
    mod delegation;
    mod differences;
    mod editions;
    mod extended_branches;
    mod extended_temporaries;
    mod futures;
    mod given;
    mod heads_of_for;
    mod if_let;
    mod if_let_guards;
    mod known_parts;
    mod labels;
    mod late_types;
    mod lent_over_yields;
    mod lent_receivers;
    mod let_else;
    mod loops;
    mod macros;
    mod made_anew;
    mod matched_operands;
    mod matched_scrutinees;
    mod matches;
    mod matches_with_guards;
    mod moves;
    mod operands;
    mod outer_names;
    mod parameters;
    mod partial_moves;
    mod question;
    mod receivers;
    mod scrutinees;
    mod settled;
    mod settled_in_order;
    mod settled_loops;
    mod settled_patterns;
    mod shadowing;
    mod spellings;
    mod taken_apart;
    mod taken_by_types;
    mod temporaries;
    mod tuple_parts;
    mod unions;
    mod waiting_operands;
}
