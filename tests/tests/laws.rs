//! The laws of the operators, over random coroutines that are sensitive to every input.
//!
//! One module per group of laws. `≡` means: the same trace, that is, the same outcomes for the same
//! inputs, up to the same return value.
// The letters are those in which laws are written.
#![allow(clippy::many_single_char_names)]

mod laws {
    mod delegation;
    mod disproved;
    mod filters;
    mod functors;
    mod groups;
    mod lockstep;
    mod prefixes;
    mod running;
    mod sequences;
    mod stages;
    mod support;
    mod suspended;
}
