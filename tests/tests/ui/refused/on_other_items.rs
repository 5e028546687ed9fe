//! The attribute goes on functions with a body.
use coro_core::Resume;

#[coro_core::coroutine]
struct Counter {
    n: u32,
}

#[coro_core::coroutine]
impl Counter {
    fn count(&self) -> impl Iterator<Item = u32> {
        core::iter::once(self.n)
    }
}

#[coro_core::coroutine]
enum Either {
    Left,
    Right,
}

#[coro_core::coroutine]
mod inner {
    pub fn f() {}
}

#[coro_core::coroutine]
const LIMIT: u32 = 3;

trait Count {
    #[coro_core::coroutine]
    fn count(&self) -> impl Resume<(), u32, Return = ()>;
}

fn main() {
    let counter = Counter { n: LIMIT };
    counter.count();
    inner::f();
    let _ = (Either::Left, Either::Right);
}
