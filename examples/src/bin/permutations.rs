//! Recursion, and return values of delegated coroutines: Heap's algorithm.
//!
//! Each level runs the level below with `yield_from!`, which passes the permutations out and
//! evaluates to what the inner coroutine returned: here the items themselves, lent downwards and
//! handed back. A coroutine that contains itself would be infinitely large, hence the `Box` in the
//! return type; the macro does the boxing.
//!
//! Usage: `permutations [ITEM]…` (without items: `a b c`).

use coro_core::Resume;

/// Yields every arrangement of the first `k` items, and returns the items.
#[coro_core::coroutine]
fn permute<T: Clone + 'static>(
    mut items: Vec<T>,
    k: usize,
) -> Box<dyn Resume<(), Vec<T>, Return = Vec<T>>> {
    if k <= 1 {
        yield_!(items.clone());
        return items;
    }
    for i in 0..k {
        items = yield_from!(permute(items, k - 1));
        if i + 1 < k {
            let j = if k % 2 == 0 { i } else { 0 };
            items.swap(j, k - 1);
        }
    }
    items
}

fn main() {
    let mut items: Vec<String> = std::env::args().skip(1).collect();
    if items.is_empty() {
        items = ["a", "b", "c"].map(String::from).into();
    }
    let count = items.len();
    for permutation in permute(items, count).yields() {
        println!("{}", permutation.join(" "));
    }
}
