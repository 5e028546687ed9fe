//! Lifetimes, types, constants and `impl Trait` parameters.
use core::fmt::Display;

use crate::drive::items;

#[coro_core::coroutine]
pub fn labelled<'a, T, const N: usize>(
    labels: [&'a str; N],
    values: impl IntoIterator<Item = T>,
) -> impl Iterator<Item = String>
where
    T: Display + 'a,
{
    let mut values = values.into_iter();
    for label in labels {
        let Some(value) = values.next() else { return };
        yield_!(format!("{label} {value}"));
    }
}

pub fn run() -> Vec<String> {
    items(labelled(["a", "b", "c"], vec![1, 2]))
}
