//! A `for` takes every item.

#[coro_core::coroutine]
fn some(items: Vec<Option<u32>>) -> impl Iterator<Item = u32> {
    for Some(item) in items {
        yield_!(item);
    }
}

#[coro_core::coroutine]
fn numbered(items: Vec<Option<u32>>) -> impl Iterator<Item = u32> {
    for (0, Some(item)) in items.into_iter().enumerate() {
        yield_!(item);
    }
}

struct Point(u32, u32);

#[coro_core::coroutine]
fn points(points: Vec<Point>) -> impl Iterator<Item = u32> {
    for Point(x, y) in points {
        yield_!(x + y);
    }
}

fn main() {
    let _ = some(vec![]).chain(numbered(vec![])).chain(points(vec![]));
}
