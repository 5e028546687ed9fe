//! Bodies that belong beside those of `fidelity/iterators.rs`.

use std::{collections::BTreeSet, fmt::Debug, iter::FusedIterator, num::ParseIntError};

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, eat, fidelity, log, logged, see};

#[coro_core::coroutine]
fn converted(text: &'static str) -> impl Iterator<Item = Result<char, Box<dyn std::error::Error>>> {
    let n: usize = text.parse()?;
    let bytes = vec![b'a'; n];
    for c in String::from_utf8(bytes)?.chars() {
        yield_!(Ok(c));
    }
    if n == 2 {
        Err("two")?;
    }
}

#[test]
fn a_question_mark_converts_the_error() {
    let show = |text| {
        converted(text)
            .map(|r| r.map_or_else(|e| e.to_string(), |c| c.to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(show("1"), ["a"]);
    assert_eq!(show("2"), ["a", "a", "two"]);
    assert_eq!(show("x"), ["invalid digit found in string"]);
}
