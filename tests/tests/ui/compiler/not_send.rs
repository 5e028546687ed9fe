//! `Send` is promised, but a suspension holds something that is not.
use std::rc::Rc;

use coro_core::Resume;

#[coro_core::coroutine]
fn generator() -> impl Iterator<Item = u32> + Send {
    let shared = Rc::new(1);
    yield_!(*shared);
    drop(shared);
}

#[coro_core::coroutine]
fn coroutine(cell: std::cell::Cell<u32>) -> impl Resume<(), u32, Return = ()> + Sync {
    yield_!(cell.get());
    cell.set(1);
}

#[coro_core::coroutine]
fn boxed(shared: Rc<u32>) -> Box<dyn Iterator<Item = u32> + Send> {
    yield_!(*shared);
    yield_!(*shared);
}

fn require(_: impl Send) {}

#[coro_core::coroutine]
fn unpromised(shared: Rc<u32>) -> impl Resume<(), u32, Return = ()> {
    yield_!(*shared);
}

fn main() {
    require(unpromised(Rc::new(1)));
}
