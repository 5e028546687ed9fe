//! What borrows a local and has to be dropped is carried, too, which the borrow forbids.
use std::sync::{Arc, Mutex};

#[coro_core::coroutine]
fn guarded(list: Vec<u32>) -> impl Iterator<Item = u32> {
    let cell = std::cell::RefCell::new(list);
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

#[coro_core::coroutine]
fn locked_by_the_loop(list: Arc<Mutex<Vec<u32>>>) -> impl Iterator<Item = u32> {
    for item in list.lock().unwrap().iter() {
        yield_!(*item);
    }
}

#[coro_core::coroutine]
fn locked(count: Mutex<u32>) -> impl Iterator<Item = u32> {
    let count_now = count.lock().unwrap();
    yield_!(*count_now);
    yield_!(*count_now + 1);
}

#[coro_core::coroutine]
fn made_here() -> impl Iterator<Item = usize> {
    let list = std::rc::Rc::new(std::cell::RefCell::new(vec![1]));
    let mut lent = list.borrow_mut();
    yield_!(lent.len());
    lent.push(2);
}

fn main() {}
