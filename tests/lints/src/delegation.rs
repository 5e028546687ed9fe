//! `yield_from!`.

use alloc::{boxed::Box, vec::Vec};

use coro_core::Resume;

/// A tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// What it holds.
    pub label: u32,
    /// What it branches into.
    pub children: Vec<Self>,
}

/// Walks a tree.
#[must_use]
#[coro_core::coroutine]
pub fn walk(tree: &Tree) -> Box<dyn Iterator<Item = u32> + '_> {
    yield_!(tree.label);
    for child in &tree.children {
        yield_from!(walk(child));
    }
}

/// Walks its leaves first.
#[coro_core::coroutine]
pub fn around<'a>(middle: impl IntoIterator<Item = &'a u32>) -> impl Iterator<Item = &'a u32> {
    yield_!(&0);
    yield_from!(middle);
    yield_from!([&8, &9]);
}

/// Asks for one number.
#[coro_core::coroutine]
pub fn ask(question: &'static str) -> impl Resume<u32, &'static str, Return = u32> {
    yield_!(question)
}

/// Asks for two numbers.
#[coro_core::coroutine]
pub fn sum() -> impl Resume<u32, &'static str, Return = u32> {
    let first = yield_from!(ask("first?"));
    let second = yield_from!(ask("second?"), first);
    first + second
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    use super::Tree;

    #[test]
    fn values() {
        let leaf = |label| Tree { label, children: vec![] };
        let tree = Tree { label: 1, children: vec![leaf(2), leaf(3)] };
        assert_eq!(super::walk(&tree).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(super::around(&[4]).collect::<Vec<_>>(), [&0, &4, &8, &9]);
        let mut sum = super::sum();
        assert_eq!(sum.resume(0), Yielded("first?"));
        assert_eq!(sum.resume(1), Yielded("second?"));
        assert_eq!(sum.resume(2), Complete(3));
    }
}
