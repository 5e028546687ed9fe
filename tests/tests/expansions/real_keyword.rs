//! `coroutines!` takes the real keyword.
use crate::drive::items;

coro_core::coroutines! {
    pub fn fibonacci(n: u32) -> impl Iterator<Item = u64> {
        let (mut a, mut b) = (0, 1);
        for _ in 0..n {
            yield a;
            (a, b) = (b, a + b);
        }
    }
}

pub fn run() -> Vec<String> {
    items(fibonacci(7))
}
