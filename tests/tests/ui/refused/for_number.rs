//! A `for` over a number, or over a string.

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

#[coro_core::coroutine]
fn letters(text: &str, owned: String) -> impl Iterator<Item = char> {
    for c in text {
        yield_!(c);
    }
    for c in owned {
        yield_!(c);
    }
}

fn main() {
    count(1, vec![]);
    letters("", String::new());
}
