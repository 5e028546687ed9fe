//! Bodies that rustc accepts and `#[coroutine]` does not compile faithfully yet: it refuses them, or
//! drops something at another moment. They are compiled and run with
//! `cargo test -p coro-tests --features gaps --test gaps`; one that passes moves to `fidelity`.
#![allow(unused_imports, dead_code)]

mod gaps {
    mod cancelled;
    mod delegation;
    mod matches;
    mod methods;
    mod moves;
    mod operands;
    mod parameters;
    mod receivers;
    mod unions;
}
