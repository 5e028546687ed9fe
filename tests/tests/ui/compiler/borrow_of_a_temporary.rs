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

fn main() {}
