//! A local that is given a part of a list, and not a borrow of it.

#[coro_core::coroutine]
fn slice(bytes: Vec<u8>) -> impl Iterator<Item = u8> {
    let part = bytes[1..];
    for byte in part.iter() {
        yield_!(*byte);
    }
}

#[coro_core::coroutine]
fn text(line: &str) -> impl Iterator<Item = usize> {
    let whole = *line;
    yield_!(whole.len());
}

fn main() {}
