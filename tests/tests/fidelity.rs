//! Every construct of Rust with suspensions in it, against rustc's own transform of the same body.
//!
//! One module per construct. The bodies are odd on purpose, so lints about style are off.
#![allow(unused, unreachable_code, clippy::all, clippy::pedantic)]

mod fidelity {
    mod operands;
}
