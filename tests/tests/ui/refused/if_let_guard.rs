//! An `if let` guard whose value lives as long as an arm that suspends.
use coro_core::Resume;
use std::cell::RefCell;

#[coro_core::coroutine]
fn temporaries(cell: &RefCell<Vec<u32>>) -> impl Resume<u32, u32, Return = ()> {
    match yield_!(0) {
        0 => {}
        _ if let Some(n) = cell.borrow().first().copied() => {
            yield_!(n);
        }
        _ => {}
    }
}

#[coro_core::coroutine]
fn leftovers() -> impl Resume<u32, u32, Return = ()> {
    match yield_!(0) {
        n if n > 2 && let (kept, _) = (n, String::new()) => {
            yield_!(kept);
        }
        _ => {}
    }
}

fn main() {}
