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
impl core::fmt::Debug for Counter {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("counter")
    }
}

struct Steps;

#[coro_core::coroutine]
impl Steps {
    fn up(&self) -> impl Iterator<Item = u32> {
        yield_!(1);
    }

    fn down(&self) -> impl Resume<(), u32, Return = ()> {
        yield_from!(self.up());
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

#[coro_core::coroutine]
mod generators {
    pub fn one() -> impl Iterator<Item = u32> {
        yield_!(1);
    }
}

#[coro_core::coroutine]
trait Walk {
    fn walk(&self) -> impl Iterator<Item = u32> {
        yield_!(1);
    }
}

impl Walk for Steps {}

trait Count {
    #[coro_core::coroutine]
    fn count(&self) -> impl Resume<(), u32, Return = ()>;
}

coro_core::coroutines! {
    impl Steps {
        fn again(&self) -> impl Iterator<Item = u32> {
            yield 1;
        }
    }
}

coro_core::coroutines! {
    mod others {
        pub fn two() -> impl Iterator<Item = u32> {
            yield 2;
        }
    }
}

fn main() {
    let _ = (generators::one(), others::two(), Steps.walk());
    Steps.again();
    let counter = Counter { n: LIMIT };
    counter.count();
    inner::f();
    Steps.up();
    Steps.down();
    let _ = (Either::Left, Either::Right);
}
