//! Functions that suspend by the keyword.

use coro_core::Resume;

#[coro_core::coroutine]
fn countdown(mut n: u32) -> impl Iterator<Item = u32> {
    while n > 0 {
        yield n;
        n -= 1;
    }
}

#[coro_core::coroutine]
fn sum() -> impl Resume<u32, u32, Return = u32> + Clone {
    let mut total = yield 0;
    loop {
        match (yield total) {
            0 => return yield total + 1,
            n => total += n + yield_!(n),
        }
    }
}

struct Pair(u32, u32);

impl Pair {
    #[coro_core::coroutine]
    fn parts(&self) -> impl Iterator<Item = u32> {
        yield self.0;
        yield_from!(countdown(self.1));
        for n in [1, 2] {
            if n > 1 {
                yield n
            }
        }
    }
}

#[test]
fn yields() {
    assert!(countdown(3).eq([3, 2, 1]));
    assert!(Pair(7, 2).parts().eq([7, 2, 1, 2]));
}

#[test]
fn takes_inputs() {
    let mut sum = sum();
    assert_eq!([9, 5, 2, 4].map(|n| sum.resume(n).yielded()), [0, 5, 2, 11].map(Some));
    let mut fork = sum.clone();
    assert_eq!([0, 3].map(|n| fork.resume(n).complete()), [None, Some(3)]);
    assert_eq!(sum.resume(1).yielded(), Some(1));
}
