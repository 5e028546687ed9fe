//! A `for` over a number.

#[coro_core::coroutine]
fn count(n: u32, items: Vec<u32>) -> impl Iterator<Item = u32> {
    for i in 10 {
        yield_!(i);
    }
    for i in n {
        yield_!(i);
    }
    for i in (items.len()) {
        yield_!(items[i]);
    }
}

fn main() {
    count(1, vec![]);
}
