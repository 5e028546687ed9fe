//! Every construct of Rust with suspensions in it, against rustc's own transform of the same body.
//!
//! One module per construct. The bodies are odd on purpose, so lints about style are off.
#![allow(unused, unreachable_code, clippy::all, clippy::pedantic)]

mod fidelity {
    mod assertions;
    mod assign;
    mod attributes;
    mod blocks;
    mod borrowed_parts;
    mod branch_values;
    mod called_once;
    mod cancelled;
    mod captures;
    mod captures_by_macros;
    mod captures_by_patterns;
    mod captures_by_value;
    mod cfg;
    mod changed_places;
    mod classics;
    mod closures;
    mod computed;
    mod conditional_moves;
    mod coroutines_macro;
    mod dead_code;
    mod dead_values;
    mod deferred_init;
    mod delegation;
    mod derived;
    mod differences;
    mod editions;
    mod everyday;
    mod extended_branches;
    mod extended_temporaries;
    mod futures;
    mod harness;
    mod hrtb;
    mod hygiene;
    mod if_let;
    mod if_let_guards;
    mod inference;
    mod items;
    mod iterators;
    mod keep;
    mod keep_types;
    mod labels;
    mod late_types;
    mod lent_fields;
    mod lent_receivers;
    mod let_chains;
    mod let_else;
    mod loops;
    mod macros;
    mod made_by_methods;
    mod matches;
    mod methods;
    mod mixtures;
    mod moves;
    mod operands;
    mod panics;
    mod parameters;
    mod partial_moves;
    mod question;
    mod receivers;
    mod scope_ends;
    mod scrutinee_temporaries;
    mod scrutinees;
    mod shadowing;
    mod spellings;
    mod tails;
    mod taken_apart;
    mod taken_by_types;
    mod temporaries;
    mod unions;
    mod unsafe_code;
    mod waiting_operands;
}
