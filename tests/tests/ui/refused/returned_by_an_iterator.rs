//! An iterator yields its items, and returns nothing.

#[coro_core::coroutine]
fn like_next(n: u32) -> impl Iterator<Item = u32> {
    for i in 0..n {
        if i == 3 {
            return None;
        }
        yield_!(i);
    }
    None
}

#[coro_core::coroutine]
fn failing(text: &str) -> impl Iterator<Item = Result<u32, String>> {
    for word in text.split(' ') {
        match word.parse() {
            Ok(n) => yield_!(Ok(n)),
            Err(_) => return Err(word.to_owned()),
        }
    }
}

#[coro_core::coroutine]
fn last(n: u32) -> impl Iterator<Item = u32> {
    if n > 1 {
        yield_!(1);
        return Some(n);
    }
    5
}

fn main() {}
