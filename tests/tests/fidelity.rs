//! Every construct of Rust with suspensions in it, against rustc's own transform of the same body.
//!
//! One module per construct. The bodies are odd on purpose, so lints about style are off.
#![allow(unused, unreachable_code, clippy::all, clippy::pedantic)]

mod fidelity {
    mod coroutines_macro;
    mod dead_code;
    mod hrtb;
    mod inference;
    mod iterators;
    mod keep;
    mod cfg;
    mod hygiene;
    mod items;
    mod panics;
    mod methods;
    mod assign;
    mod delegation;
    mod parameters;
    mod temporaries;
    mod closures;
    mod macros;
    mod question;
    mod conditional_moves;
    mod deferred_init;
    mod blocks;
    mod if_let;
    mod labels;
    mod let_chains;
    mod let_else;
    mod loops;
    mod matches;
    mod moves;
    mod operands;
    mod shadowing;
}
