//! Bodies that are faithful in the 2024 edition and not yet in this one: run them with
//! `cargo test -p coro-tests-edition-2021 --features gaps --test gaps`.
#![allow(unused, unreachable_code, clippy::all, clippy::pedantic)]

#[path = "../../tests/fidelity"]
mod fidelity {
    mod tails;
}
