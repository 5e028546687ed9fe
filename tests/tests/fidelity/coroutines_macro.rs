//! `coroutines! { … }`, whose functions suspend with the real `yield` keyword.

use coro_core::{CoroutineState, Resume, coroutines};
use coro_tests::{D, d, eat, log, logged};

coroutines! {
    /// Counts down.
    fn countdown(mut n: u32) -> impl Iterator<Item = u32> {
        while n > 0 {
            yield n;
            n -= 1;
        }
    }

    pub(crate) fn accumulator() -> impl Resume<Option<i64>, i64, Return = i64> + Clone {
        let mut total = 0;
        while let Some(value) = (yield total) {
            total += value;
        }
        total
    }

    fn units() -> impl Resume<u32, (), Return = u32> {
        yield;
        let n = yield;
        n + (yield) + (yield ())
    }

    fn operands(#[resume] first: u32) -> impl Resume<u32, u32, Return = u32> {
        let a = d("a");
        let sum = first + (yield 1) * (yield 2) + eat(d("operand")) * 0;
        let list = vec![yield 3, yield sum];
        let text = format!("{} {a}", yield 4);
        log(text);
        if (yield 5) > 3 && (yield 6) > 3 { return yield 7 }
        match yield 8 {
            0 => 1,
            n if n > 4 => yield n,
            n => list[0] + n,
        }
    }

    fn both_spellings(n: u32) -> impl Iterator<Item = u32> {
        yield n;
        yield_!(n + 1);
        yield_from!(n + 2..n + 4);
        { yield n + 4 }
        loop { break yield n + 5 }
        let () = yield (n + 6);
        yield {
            let a = n;
            a + 7
        }
    }

    fn nested(n: u32) -> impl Resume<u32, u32, Return = u32> {
        yield yield yield n
    }

    fn generic<T: Clone, const N: usize>(items: [T; N]) -> impl Iterator<Item = (usize, T)>
    where
        T: PartialEq,
    {
        for i in 0..N {
            if items[..i].contains(&items[i]) { continue }
            yield (i, items[i].clone());
        }
    }

    fn questions(text: &'static str) -> impl Iterator<Item = Result<u32, std::num::ParseIntError>> {
        for word in text.split(' ') {
            yield Ok(word.parse()?);
        }
    }

    /// `yield` takes all that follows, as `return` does.
    fn precedence() -> impl Resume<u32, u32, Return = (u32, bool)> {
        let a = yield 1 + 2 * 3;
        let b = yield if a > 3 { a } else { 0 };
        let c = (yield b + 1) == 5 || (yield a) > b;
        (b, c)
    }
}

coroutines! {}

coroutines! {
    fn boxed(n: u32) -> Box<dyn Iterator<Item = u32>> {
        if n > 0 {
            yield n;
            yield_from!(boxed(n - 1));
        }
    }
}

#[test]
fn as_an_iterator() {
    assert_eq!(countdown(3).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(boxed(3).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(both_spellings(10).collect::<Vec<_>>(), [10, 11, 12, 13, 14, 15, 16, 17]);
    assert_eq!(generic(["a", "b", "a"]).collect::<Vec<_>>(), [(0, "a"), (1, "b")]);
    assert_eq!(questions("1 2 x 3").filter(Result::is_ok).count(), 2);
    assert_eq!(questions("1 2 x 3").count(), 3);
}

#[test]
fn with_inputs() {
    let mut sum = accumulator();
    assert_eq!(sum.resume(Some(99)), CoroutineState::Yielded(0));
    assert_eq!(sum.resume(Some(10)), CoroutineState::Yielded(10));
    let mut fork = sum.clone();
    assert_eq!(sum.resume(None), CoroutineState::Complete(10));
    assert_eq!(fork.resume(Some(5)), CoroutineState::Yielded(15));

    let mut units = units();
    assert_eq!([0, 1, 2, 3].map(|n| units.resume(n).yielded().is_some()), [true; 4]);
    assert_eq!(units.resume(4).complete(), Some(2 + 3 + 4));

    let mut precedence = precedence();
    let seen = [0, 4, 6].map(|n| precedence.resume(n).yielded());
    assert_eq!(seen, [Some(7), Some(4), Some(7)]);
    assert_eq!(precedence.resume(5).complete(), Some((6, true)));

    let mut nested = nested(7);
    let seen = [0, 1, 2].map(|n| nested.resume(n).yielded());
    assert_eq!(seen, [Some(7), Some(1), Some(2)]);
    assert_eq!(nested.resume(3).complete(), Some(3));
}

#[test]
fn in_operands() {
    let mut yields = Vec::new();
    let events = logged(|| {
        let mut coroutine = operands();
        let mut input = 1;
        let end = loop {
            match coroutine.resume(input) {
                CoroutineState::Yielded(n) => yields.push(n),
                CoroutineState::Complete(n) => break n,
            }
            input += 1;
        };
        yields.push(end);
    });
    assert_eq!(yields, [1, 2, 3, 1 + 2 * 3, 4, 5, 6, 7, 9]);
    assert_eq!(
        events,
        ["new a", "new operand", "eat operand", "drop operand", "show a", "6 a", "drop a"]
    );
}
