//! A boxed coroutine, which may hold itself.
use crate::drive::items;

pub struct Tree {
    pub label: u32,
    pub children: Vec<Tree>,
}

#[coro_core::coroutine]
pub fn walk(tree: Tree) -> Box<dyn Iterator<Item = u32>> {
    let Tree { label, children } = tree;
    yield_!(label);
    for child in children {
        yield_from!(walk(child));
    }
}

pub fn run() -> Vec<String> {
    let leaf = |label| Tree { label, children: Vec::new() };
    items(walk(Tree {
        label: 1,
        children: vec![leaf(2), Tree { label: 3, children: vec![leaf(4)] }],
    }))
}
