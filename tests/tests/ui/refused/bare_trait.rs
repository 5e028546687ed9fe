//! A trait of functions where a type is expected.

#[coro_core::coroutine]
fn parameter<G: Fn(u32) -> u32>(f: Fn(u32) -> u32, g: G) -> impl Iterator<Item = u32> {
    yield_!(f(g(1)));
}

#[coro_core::coroutine]
fn boxed(f: Box<FnMut(u32) -> u32>) -> impl Iterator<Item = u32> {
    let mut g: Box<Fn()> = Box::new(|| ());
    yield_!(f(1));
}

fn main() {}
