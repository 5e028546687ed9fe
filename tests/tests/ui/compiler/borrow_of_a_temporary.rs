//! A reference to a value without a name ends with its statement.
use coro_core::Resume;

fn text() -> String {
    String::from("text")
}

#[coro_core::coroutine]
fn temporary() -> impl Resume<(), u32, Return = usize> {
    let text = text().as_str();
    yield_!(1);
    text.len()
}

#[coro_core::coroutine]
fn gone_over() -> impl Iterator<Item = char> {
    for c in text().chars().rev() {
        yield_!(c);
    }
}

#[coro_core::coroutine]
fn delegated() -> impl Iterator<Item = u32> {
    yield_from!(text().into_bytes().iter().copied().map(u32::from));
}

#[coro_core::coroutine]
fn or_another(given: Option<String>) -> impl Iterator<Item = usize> {
    let text = given.as_deref().unwrap_or("none");
    yield_!(text.len());
    yield_!(text.len() * 2);
}

fn main() {}
