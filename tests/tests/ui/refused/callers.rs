//! A refused function is declared all the same: nothing but its own mistake is reported.
use coro_core::Resume;

#[coro_core::coroutine]
fn numbers<'a, T: Clone>(items: &'a [T]) -> impl Iterator<Item = T> + 'a {
    items.iter().for_each(|item| yield_!(item.clone()));
}

struct Tree {
    children: Vec<Tree>,
}

trait Walk {
    fn walk(&self, first: u32) -> impl Resume<u32, u32, Return = usize> + Clone;
}

impl Walk for Tree {
    #[coro_core::coroutine]
    fn walk(&self, first: u32, #[resume] _input: u32) -> impl Resume<u32, u32, Return = usize> + Clone {
        let late = async { yield_!(first) };
        self.children.len()
    }
}

#[coro_core::coroutine]
fn boxed(n: u32) -> Box<dyn Iterator<Item = u32>> {
    const { yield_!(1) }
}

fn main() {
    let sum: u32 = numbers(&[1, 2, 3]).map(|n| n + 1).sum();
    let mut walk = Tree { children: Vec::new() }.walk(sum);
    let again = walk.clone();
    let _: usize = walk.resume(1).complete().unwrap_or_default();
    let _: (usize, usize) = again.map_input(|()| 1).count();
    let _ = boxed(1).filter(|n| n % 2 == 0).count();
}
