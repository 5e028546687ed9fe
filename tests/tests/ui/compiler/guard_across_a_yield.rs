//! What borrows a local and has to be dropped is carried, too, which the borrow forbids.
use std::cell::RefCell;

#[coro_core::coroutine]
fn guarded(list: Vec<u32>) -> impl Iterator<Item = u32> {
    let cell = RefCell::new(list);
    let guard = cell.borrow_mut();
    let n = guard[0];
    yield_!(n);
}

#[coro_core::coroutine]
fn drained(mut list: Vec<u32>) -> impl Iterator<Item = u32> {
    for item in list.drain(..) {
        yield_!(item);
    }
    yield_!(0);
}

fn main() {}
