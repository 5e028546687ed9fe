//! Parameters that no function can have, or whose patterns do not match every value; types without a size.
use coro_core::Resume;

#[coro_core::coroutine]
fn refutable(Some(n): Option<u32>, (0, m): (u32, u32)) -> impl Iterator<Item = u32> {
    yield_!(n + m);
}

#[coro_core::coroutine]
fn first(#[resume] None: Option<u32>) -> impl Resume<Option<u32>, u32, Return = ()> {
    yield_!(1);
}

#[coro_core::coroutine]
fn without_a_size(text: str, items: [u32], run: dyn Fn()) -> impl Iterator<Item = char> {
    run();
    for c in text.chars().take(items.len()) {
        yield_!(c);
    }
}

#[coro_core::coroutine]
fn letters(text: &str) -> impl Iterator<Item = str> {
    yield_!(text);
}

#[coro_core::coroutine]
fn chunks() -> Box<dyn Resume<(), [u8], Return = str>> {
    yield_!(b"a");
    "b"
}

#[coro_core::coroutine]
fn of_another_type(#[resume] first: &str) -> impl Resume<u32, u32, Return = ()> {
    yield_!(first.len() as u32);
}

fn main() {
    letters("a");
    chunks();
    of_another_type();
    refutable(Some(1), (0, 1));
    first();
    without_a_size("a", &[1], &|| ());
}
