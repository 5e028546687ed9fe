//! What is carried, kept, moved and shadowed.

use alloc::{string::String, vec};

use coro_core::Resume;

/// A value that is kept to the end of its scope.
#[derive(Debug)]
pub struct Guard(String);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.clear();
    }
}

/// Guards that nothing reads.
#[coro_core::coroutine]
pub fn guards() -> impl Iterator<Item = usize> {
    let _outer = Guard(String::from("outer"));
    {
        let inner = Guard(String::from("inner"));
        yield_!(inner.0.len());
        yield_!(0);
    }
    yield_!(1);
}

/// Moved on one path.
#[coro_core::coroutine]
pub fn moved(early: bool) -> impl Resume<(), u32, Return = ()> {
    let guard = Guard(String::from("guard"));
    if early {
        drop(guard);
    }
    yield_!(1);
    yield_!(2);
}

/// Given a value later, on each path.
#[coro_core::coroutine]
pub fn later(ask: bool) -> impl Resume<u32, &'static str, Return = u32> {
    let n;
    let kept = String::from("kept");
    if ask {
        n = yield_!("n?");
    } else {
        n = 1;
        yield_!("no");
    }
    drop(kept);
    yield_!("ready");
    n
}

/// One name, several types.
#[coro_core::coroutine]
pub fn shadowed(n: u32) -> impl Iterator<Item = usize> {
    let n = vec![n; 3];
    for n in n.clone() {
        let n = n as usize;
        yield_!(n);
    }
    yield_!(n.len());
}

/// A closure that is called on both sides.
#[coro_core::coroutine]
pub fn closure(factor: u32) -> impl Iterator<Item = u32> {
    let scale = move |n: u32| n * factor;
    yield_!(scale(1));
    yield_!(scale(2));
}

/// Items, constants and macros of the body.
#[coro_core::coroutine]
pub fn items() -> impl Iterator<Item = u32> {
    const LIMIT: u32 = 2;
    use core::cmp::max;
    const fn double(n: u32) -> u32 {
        2 * n
    }
    macro_rules! twice {
        ($n:expr) => {
            double($n)
        };
    }
    for n in 0..LIMIT {
        yield_!(max(n, 1));
        yield_!(twice!(n));
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    #[test]
    fn items() {
        assert_eq!(super::guards().collect::<Vec<_>>(), [5, 0, 1]);
        for early in [false, true] {
            let mut moved = super::moved(early);
            assert_eq!(moved.resume(()), Yielded(1));
            assert_eq!(moved.resume(()), Yielded(2));
            assert_eq!(moved.resume(()), Complete(()));
        }
        let mut later = super::later(true);
        assert_eq!(later.resume(0), Yielded("n?"));
        assert_eq!(later.resume(3), Yielded("ready"));
        assert_eq!(later.resume(0), Complete(3));
        assert_eq!(super::shadowed(7).collect::<Vec<_>>(), [7, 7, 7, 3]);
        assert_eq!(super::closure(3).collect::<Vec<_>>(), [3, 6]);
        assert_eq!(super::items().collect::<Vec<_>>(), [1, 0, 1, 2]);
    }
}
