//! Bodies that are faithful in the 2024 edition. In this one, most of them end temporaries as in that one, which is
//! among the differences that the README lists. Run them with
//! `cargo test -p coro-tests-edition-2021 --features gaps --test gaps`.
#![allow(unused, unreachable_code, clippy::all, clippy::pedantic)]

#[path = "../../tests/fidelity"]
mod fidelity {
    mod tails;
}
