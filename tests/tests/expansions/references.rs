//! Parts that patterns take through references: they have no destructor, and are not looked at.

use crate::drive::items;

#[coro_core::coroutine]
pub fn large(numbers: &[u32], limit: Option<&u32>) -> impl Iterator<Item = (usize, u32)> {
    for (index, number) in numbers.iter().enumerate() {
        match limit {
            Some(limit) if number < limit => continue,
            _ => {}
        }
        yield_!((index, *number));
    }
}

#[coro_core::coroutine]
pub fn pairs(text: &str) -> impl Iterator<Item = &str> {
    for part in text.split(',') {
        let part = part.trim();
        if let Some((key, value)) = part.split_once('=') {
            yield_!(key);
            yield_!(value);
        }
    }
}

pub fn run() -> Vec<String> {
    let mut found = items(large(&[1, 5, 2], Some(&2)));
    found.extend(items(pairs("a=1, b,c=2")));
    found
}
