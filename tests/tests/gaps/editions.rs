//! Bodies that belong beside those of `fidelity/editions.rs`.

use coro_core::Resume;
use coro_tests::{D, d, fidelity, log, logged};

/// Whether the tokens of this file are of the 2024 edition, in which a tail's temporaries end
/// before the block's locals.
fn is_2024() -> bool {
    let events = logged(|| {
        let _n = {
            let _local = d("local");
            d("temporary").id()
        };
    });
    events.ends_with(&["drop temporary".to_owned(), "drop local".to_owned()])
}

fn run<C: Resume<(), u32, Return = u32>>(mut coroutine: C) -> Vec<String> {
    logged(|| while coroutine.resume(()).yielded().is_some() {})
}

#[coro_core::coroutine]
fn tail() -> impl Resume<(), u32, Return = u32> {
    let _a = d("a");
    yield_!(1);
    d("t").id()
}

fidelity! {
    fn a_tail_of_an_unsafe_block_and_of_nested_blocks() as (), takes u32, yields u32, returns u32 => {
        let n = unsafe { let a = d("a"); yield_!(1); { let b = d("b"); d("t").id() + d("u").id() } };
        log("bound");
        n
    }
}
