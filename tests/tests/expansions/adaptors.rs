//! A method that takes a local or only looks at it, which the local's type decides.
use crate::drive::items;

fn first(text: &str) -> Option<String> {
    text.split(' ').next().map(str::to_owned)
}

#[coro_core::coroutine]
pub fn lengths(text: String) -> impl Iterator<Item = usize> {
    let word = first(&text);
    let length = word.map(|word| word.len());
    yield_!(length.unwrap_or_default());
    yield_!(text.len());
}

pub fn run() -> Vec<String> {
    items(lengths("one two".to_owned()))
}
