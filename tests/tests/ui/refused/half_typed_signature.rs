//! While its parameters are being typed, a method is still there for its callers.

struct Shelf;

impl Shelf {
    #[coro_core::coroutine]
    fn without_a_type(&self, n: ) -> impl Iterator<Item = u32> {
        yield_!(n);
    }

    #[coro_core::coroutine]
    fn with_a_type_begun<F: Fn(u32) -> u32>(&self, f: F, n: &) -> impl Iterator<Item = u32> {
        yield_!(f(*n));
    }

    #[coro_core::coroutine]
    fn with_a_name(&self, pairs: Vec<(u32, u32)>, n) -> impl Iterator<Item = u32> {
        yield_!(pairs[0].0);
    }
}

fn main() {
    let _ = Shelf.without_a_type(1).count();
    let _ = Shelf.with_a_type_begun(|x| x, &1).count();
    let _ = Shelf.with_a_name(vec![]).count();
}
