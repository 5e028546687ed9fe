//! Generators.

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt::Debug;

/// Counts down.
#[coro_core::coroutine]
pub fn countdown(mut n: u32) -> impl Iterator<Item = u32> {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

/// Counts without end.
#[coro_core::coroutine]
pub fn naturals() -> impl Iterator<Item = u64> + Clone {
    let mut n = 0;
    loop {
        yield_!(n);
        n += 1;
    }
}

/// The Fibonacci numbers.
#[coro_core::coroutine]
pub fn fibonacci() -> impl Iterator<Item = u64> + Clone + Debug + PartialEq {
    let (mut a, mut b) = (0_u64, 1);
    loop {
        yield_!(a);
        let Some(next) = a.checked_add(b) else { return };
        (a, b) = (b, next);
    }
}

/// Splits a line at commas, outside of quotes.
#[coro_core::coroutine]
pub fn fields(line: &str) -> impl Iterator<Item = String> + '_ {
    let mut field = String::new();
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                yield_!(core::mem::take(&mut field));
            }
            _ => field.push(c),
        }
    }
    yield_!(field);
}

/// Permutations, by Heap's algorithm.
#[coro_core::coroutine]
pub fn permutations<T: Clone>(mut items: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut counters: Vec<usize> = items.iter().map(|_| 0).collect();
    yield_!(items.clone());
    let mut at = 0;
    while at < items.len() {
        if counters[at] < at {
            let other = if at % 2 == 0 { 0 } else { counters[at] };
            items.swap(other, at);
            yield_!(items.clone());
            counters[at] += 1;
            at = 0;
        } else {
            counters[at] = 0;
            at += 1;
        }
    }
}

/// Numbers of a text; the first word that is none ends it.
#[coro_core::coroutine]
pub fn numbers(text: &str) -> impl Iterator<Item = Result<u32, core::num::ParseIntError>> + '_ {
    for word in text.split_whitespace() {
        yield_!(Ok(word.parse()?));
    }
}

/// Yields nothing.
#[coro_core::coroutine]
pub fn empty<T>() -> impl Iterator<Item = T> {}

/// Yields one item.
#[coro_core::coroutine]
pub fn one<T>(item: T) -> impl Iterator<Item = T> {
    yield_!(item);
}

/// Pairs of a grid, row by row.
#[coro_core::coroutine]
pub fn cells(width: usize, height: usize) -> impl Iterator<Item = (usize, usize)> + Send + Sync {
    for y in 0..height {
        for x in 0..width {
            yield_!((x, y));
        }
    }
}

/// Lines with their numbers.
#[coro_core::coroutine]
pub fn numbered<L: AsRef<str>>(lines: impl IntoIterator<Item = L>) -> impl Iterator<Item = String> {
    for (index, line) in lines.into_iter().enumerate() {
        let line = line.as_ref();
        if line.is_empty() {
            continue;
        }
        let number = (index + 1).to_string();
        yield_!(alloc::format!("{number}: {line}"));
    }
}

/// Goes over a copy of what it is given.
#[coro_core::coroutine]
pub fn copied(data: impl AsRef<[u8]>) -> impl Iterator<Item = u8> {
    for byte in data.as_ref().to_vec() {
        yield_!(byte);
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    #[test]
    fn items() {
        assert_eq!(super::countdown(3).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!(super::naturals().take(3).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(super::fibonacci().count(), 93);
        assert_eq!(super::fields("a,\"b,c\",").collect::<Vec<_>>(), ["a", "b,c", ""]);
        assert_eq!(super::permutations(vec![1, 2, 3]).count(), 6);
        assert_eq!(super::numbers("1 2 x 3").flatten().count(), 2);
        assert!(super::copied([1, 2]).eq([1, 2]));
        assert_eq!(super::empty::<u8>().count(), 0);
        assert_eq!(super::one('a').collect::<Vec<_>>(), ['a']);
        assert_eq!(super::cells(2, 2).collect::<Vec<_>>(), [(0, 0), (1, 0), (0, 1), (1, 1)]);
        assert_eq!(super::numbered(["a", "", "b"]).collect::<Vec<_>>(), ["1: a", "3: b"]);
    }
}
