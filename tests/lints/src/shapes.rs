//! Shapes whose expansion lints could misread.

use alloc::{string::String, vec::Vec};

use coro_core::Resume;

/// A value that must be used.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket(pub u32);

const fn three(a: u32, b: u32, c: u32) -> u32 {
    100 * a + 10 * b + c
}

/// A branch that suspends beside one that leaves, as an argument.
#[coro_core::coroutine]
pub fn argument(n: u32) -> impl Resume<u32, u32, Return = u32> {
    three(1, if n > 3 { return 9 } else { yield_!(n) }, 3)
}

/// A branch that suspends beside one that does not.
#[coro_core::coroutine]
pub fn branch(ask: bool) -> impl Resume<u32, u32, Return = u32> {
    let n = if ask {
        let more = yield_!(1);
        more + 1
    } else {
        let fewer = 2;
        fewer * 3
    };
    if n > 3 {
        yield_!(2);
    } else {
        yield_!(3);
    }
    n
}

/// Parameters that are only kept.
#[coro_core::coroutine]
pub fn kept(_guard: String, n: u32, _: Vec<u32>) -> impl Iterator<Item = u32> {
    yield_!(n);
    yield_!(n + 1);
}

/// An infinite loop, and one that ends by a call that does not return.
#[coro_core::coroutine]
pub fn endless(limit: u32) -> impl Iterator<Item = u32> {
    let mut n = 0;
    loop {
        yield_!(n);
        n += 1;
        if n > limit {
            fail(n);
        }
    }
}

/// Two ways out of a loop.
#[coro_core::coroutine]
pub fn exits() -> impl Resume<u32, u32, Return = u32> {
    loop {
        match yield_!(1) {
            0 => (),
            1 => break 1,
            n => return n,
        }
    }
}

fn fail(n: u32) -> ! {
    panic!("{n} is too large")
}

/// Returns a value that must be used.
#[coro_core::coroutine]
pub fn ticket() -> impl Resume<u32, u32, Return = Ticket> {
    Ticket(yield_!(1))
}

/// Uses it.
#[coro_core::coroutine]
pub fn tickets() -> impl Resume<u32, u32, Return = u32> {
    let Ticket(n) = yield_from!(ticket());
    let _ = yield_from!(ticket());
    n
}

/// A block that is returned.
#[coro_core::coroutine]
pub fn returned(early: bool) -> impl Resume<bool, u32, Return = u32> {
    if early {
        return loop {
            if yield_!(1) {
                break 2;
            }
        };
    }
    yield_!(3);
    4
}

/// A value of one type after another.
#[coro_core::coroutine]
pub fn replaced() -> impl Resume<(), usize, Return = Option<String>> {
    let mut name = Some(String::from("one"));
    while let Some(text) = name {
        yield_!(text.len());
        name = (text.len() < 9).then(|| text + "two");
    }
    name
}

/// Another name of nothing.
pub type Nothing = ();

/// A loop in the place of a value.
#[coro_core::coroutine]
pub fn a_loop_that_gives_nothing(mut n: u32) -> impl Resume<(), u32, Return = Nothing> {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec, vec::Vec};

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    #[test]
    fn values() {
        let mut argument = super::argument(2);
        assert_eq!(argument.resume(0), Yielded(2));
        assert_eq!(argument.resume(2), Complete(123));
        let mut branch = super::branch(false);
        assert_eq!(branch.resume(0), Yielded(2));
        assert_eq!(branch.resume(0), Complete(6));
        assert_eq!(super::kept(String::new(), 1, vec![]).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(super::endless(9).take(2).collect::<Vec<_>>(), [0, 1]);
        let mut exits = super::exits();
        assert_eq!(exits.resume(0), Yielded(1));
        assert_eq!(exits.resume(0), Yielded(1));
        assert_eq!(exits.resume(7), Complete(7));
        let mut tickets = super::tickets();
        assert_eq!(tickets.resume(0), Yielded(1));
        assert_eq!(tickets.resume(5), Yielded(1));
        assert_eq!(tickets.resume(6), Complete(5));
        let mut returned = super::returned(true);
        assert_eq!(returned.resume(false), Yielded(1));
        assert_eq!(returned.resume(true), Complete(2));
        let mut replaced = super::replaced();
        for length in [3, 6, 9] {
            assert_eq!(replaced.resume(()), Yielded(length));
        }
        assert_eq!(replaced.resume(()), Complete(None));
    }

    #[test]
    #[should_panic(expected = "2 is too large")]
    fn calls_that_do_not_return() {
        let _ = super::endless(1).count();
    }
}
