//! A `for` over a number, a string, or a reference too many.

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

#[coro_core::coroutine]
fn references(list: &mut Vec<u32>, numbers: &impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    for n in &list {
        yield_!(*n);
    }
    for n in numbers {
        yield_!(n);
    }
}

fn main() {
    references(&mut vec![], &(0..3));
    count(1, vec![]);
    letters("", String::new());
}
