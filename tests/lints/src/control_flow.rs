//! Every construct around a suspension.

use ::core::cmp::Ordering;
use alloc::{format, string::String, vec, vec::Vec};

use coro_core::Resume;

/// Branches, as statements and as values.
#[coro_core::coroutine]
pub fn branches(n: i32) -> impl Resume<bool, &'static str, Return = i32> {
    if n < 0 {
        yield_!("negative");
    } else if n == 0 {
        if yield_!("zero") {
            return 0;
        }
    }
    let sign = if yield_!("sign") { 1 } else { -1 };
    sign * n
}

/// A match whose arms suspend, one of them in a block.
#[coro_core::coroutine]
pub fn matches(n: Option<u32>) -> impl Resume<u32, String, Return = u32> {
    match n {
        Some(0) => yield_!(String::from("none")),
        Some(n @ 1..=9) => {
            let more = yield_!(format!("{n}"));
            more + n
        }
        Some(n) if n > 100 => 100,
        Some(n) => n,
        None => yield_!(String::new()),
    }
}

/// Labels that nothing names, of which rustc warns.
#[expect(unused_labels)]
#[coro_core::coroutine]
pub fn unnamed_labels(limit: u32) -> impl Iterator<Item = u32> {
    'rows: for row in 0..limit {
        'columns: while row > 3 {
            if row > 4 {
                continue 'rows;
            }
            yield_!(row);
        }
    }
}

/// A label that nothing names, of which nothing is to be said.
#[coro_core::coroutine]
pub fn allowed_label(limit: u32) -> impl Iterator<Item = u32> {
    #[allow(unused_labels)]
    'rows: for row in 0..limit {
        yield_!(row);
    }
}

/// Labels.
#[coro_core::coroutine]
pub fn labels(limit: u32) -> impl Resume<bool, (u32, u32), Return = Option<u32>> {
    let found = 'search: {
        'rows: for row in 0..limit {
            for column in 0..limit {
                if column > row {
                    continue 'rows;
                }
                if yield_!((row, column)) {
                    break 'search Some(row * limit + column);
                }
            }
        }
        None
    };
    found.map(|n| n + 1)
}

/// A loop with a value.
#[coro_core::coroutine]
pub fn repeat() -> impl Resume<Option<u32>, &'static str, Return = u32> {
    let n = loop {
        if let Some(n) = yield_!("number?") {
            break n;
        }
    };
    n * 2
}

/// Operands, fields, indices, ranges.
#[coro_core::coroutine]
pub fn operands(list: Vec<u32>) -> impl Resume<usize, &'static str, Return = (u32, Vec<u32>)> {
    let one = list[yield_!("one")] + list[yield_!("other")];
    let part = &list[yield_!("from")..yield_!("to")];
    (one, part.to_vec())
}

/// Lazy operators.
#[coro_core::coroutine]
pub fn lazy(sure: bool) -> impl Resume<bool, &'static str, Return = bool> {
    (sure || yield_!("sure?")) && !yield_!("not?")
}

/// `?` on each type that has it.
#[coro_core::coroutine]
pub fn question() -> impl Resume<Option<&'static str>, u32, Return = Option<u32>> {
    let mut total = 0;
    loop {
        let text = yield_!(total)?;
        if text.is_empty() {
            return Some(total);
        }
        total += text.parse::<u32>().ok()?;
    }
}

/// `let … else`, and `if let` over resume arguments.
#[coro_core::coroutine]
pub fn patterns() -> impl Resume<Option<(u32, u32)>, u32, Return = u32> {
    let Some((a, _)) = yield_!(0) else {
        return 0;
    };
    if let Some((_, b)) = yield_!(a) { a + b } else { a }
}

/// Macros of the standard library.
#[coro_core::coroutine]
pub fn macros() -> impl Resume<u32, u32, Return = String> {
    let list = vec![yield_!(1), yield_!(2)];
    assert!(!list.is_empty(), "{}", list.len());
    debug_assert_eq!(list.len(), 2);
    let width = 4;
    format!("{:>width$} {list:?}", yield_!(3))
}

/// A branch whose value nobody takes, as rustc says of any function, and that moves a local in one arm.
#[coro_core::coroutine]
#[allow(unused_results)]
pub fn dropped_values(list: Vec<u32>, flag: Option<bool>) -> impl Resume<(), u32, Return = ()> {
    match flag {
        Some(given) => {
            if given {
                drop(list);
            }
            vec![1]
        }
        None => Vec::new(),
    };
    yield_!(1);
}

/// Half-written code.
#[coro_core::coroutine]
#[allow(unreachable_code)]
pub fn half_written(n: u32) -> impl Iterator<Item = u32> {
    yield_!(n);
    if n > 3 {
        unimplemented!("more");
        yield_!(n + 1);
    }
}

/// What is only used in front of a jump that a suspension follows.
#[coro_core::coroutine]
#[allow(unreachable_code, clippy::diverging_sub_expression, clippy::never_loop)]
pub fn left_early(n: u32) -> impl Iterator<Item = u32> {
    let first = n + 1;
    loop {
        yield_!(first);
        yield_!(n);
        break;
        yield_!(2);
    }
}

/// A parameter that becomes mutable, and locals that are only named.
#[coro_core::coroutine]
pub fn renamed(n: u32) -> impl Resume<u32, u32, Return = u32> {
    let mut n = n;
    let _ignored = yield_!(n);
    loop {
        n += 1;
        if yield_!(n) == 3 {
            break n;
        }
    }
}

/// An input without a destructor that is no copy either.
#[allow(missing_copy_implementations)]
#[derive(Debug)]
pub enum Signal {
    /// Goes on.
    Go,
    /// Goes on by so many.
    By(u32),
}

/// Drops inputs.
#[coro_core::coroutine]
pub fn signals() -> impl Resume<Signal, u32, Return = ()> {
    yield_!(1);
    let mut last = yield_!(2);
    for n in 0..3 {
        last = yield_!(n);
    }
    if let Signal::By(n) = last {
        yield_!(n);
    }
}

/// Branches without an `else` that move a local.
#[coro_core::coroutine]
pub fn moved_in_branches(words: Vec<String>, skip: usize) -> impl Iterator<Item = usize> {
    let mut seen = Vec::new();
    let mut last: Option<String> = None;
    for (index, word) in words.into_iter().enumerate() {
        let copy = word.clone();
        if index != skip {
            seen.push(copy);
        }
        let mut size = 0;
        if last.as_ref() != Some(&word) {
            size = word.len();
            last = Some(word);
        }
        yield_!(size + seen.len());
    }
}

/// Returns in braces of one line, which are no braces around a value.
#[rustfmt::skip]
#[coro_core::coroutine]
pub fn in_one_line(step: u32) -> impl Resume<u32, u32, Return = u32> { let n = step; applied(|x| x + n, yield_!(1)) }

/// Leaves a loop with nothing.
#[rustfmt::skip]
#[coro_core::coroutine]
pub fn left_with_nothing() -> impl Resume<(), u32, Return = ()> {
    #[allow(clippy::never_loop)]
    loop { break yield_!(1) }
}

fn applied(to: impl Fn(u32) -> u32, n: u32) -> u32 {
    to(n)
}

/// A short second arm, as of a function.
#[coro_core::coroutine]
pub fn shown(list: Vec<Option<u8>>) -> impl Iterator<Item = u8> {
    for x in list {
        match x {
            Some(x) => {
                yield_!(x);
                yield_!(x + 1);
            }
            None => {
                yield_!(0);
            }
        }
    }
}

/// Loops and blocks that are left with what a suspension is in.
#[coro_core::coroutine]
pub fn left_with_lists(n: u32) -> impl Resume<u32, u32, Return = Option<Vec<u32>>> {
    let first = 'first: {
        if n > 1 {
            break 'first vec![yield_!(3)];
        }
        vec![2]
    };
    loop {
        match yield_!(n) {
            0 => break Some(vec![yield_!(1)]),
            1 => break Some(first),
            2 => break Some(vec![n.pow(yield_!(2))]),
            _ => {}
        }
        if n == 3 {
            break Some(vec![yield_!(4)]);
        }
    }
}

/// Imports in blocks that suspend, the same in two of them.
#[coro_core::coroutine]
pub fn imported(size: Option<u32>) -> impl Resume<u32, u32, Return = Ordering> {
    let order = match size {
        Some(n) => {
            use ::core::cmp::Ordering::{Equal, Greater, Less};
            let m = yield_!(n);
            match n.cmp(&m) {
                Less => Greater,
                Equal => Equal,
                Greater => Less,
            }
        }
        None => Ordering::Equal,
    };
    if order.is_eq() {
        use ::core::fmt::Write as _;
        let mut text = String::new();
        yield_!(1);
        let written = write!(text, "{order:?}");
        yield_!(u32::from(written.is_ok()));
    } else {
        use ::core::fmt::Write;
        yield_!(2);
        let mut text = String::new();
        yield_!(u32::from(text.write_char('a').is_ok()));
    }
    order
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec};

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    #[test]
    fn values() {
        let mut left = super::left_with_lists(3);
        assert_eq!(left.resume(0), Yielded(3));
        assert_eq!(left.resume(9), Yielded(3));
        assert_eq!(left.resume(5), Yielded(4));
        assert_eq!(left.resume(6), Complete(Some(vec![6])));
        let mut imported = super::imported(Some(3));
        assert_eq!(imported.resume(0), Yielded(3));
        assert_eq!(imported.resume(2), Yielded(2));
        assert_eq!(imported.resume(2), Yielded(1));
        assert_eq!(imported.resume(2), Complete(::core::cmp::Ordering::Less));
        let mut branches = super::branches(0);
        assert_eq!(branches.resume(false), Yielded("zero"));
        assert_eq!(branches.resume(false), Yielded("sign"));
        assert_eq!(branches.resume(true), Complete(0));
        let mut matches = super::matches(Some(3));
        assert_eq!(matches.resume(0), Yielded(String::from("3")));
        assert_eq!(matches.resume(4), Complete(7));
        let mut labels = super::labels(2);
        assert_eq!(labels.resume(false), Yielded((0, 0)));
        assert_eq!(labels.resume(false), Yielded((1, 0)));
        assert_eq!(labels.resume(true), Complete(Some(3)));
        let mut repeat = super::repeat();
        assert_eq!(repeat.resume(None), Yielded("number?"));
        assert_eq!(repeat.resume(None), Yielded("number?"));
        assert_eq!(repeat.resume(Some(2)), Complete(4));
        let mut operands = super::operands(vec![1, 2, 3]);
        for question in ["one", "other", "from", "to"] {
            assert_eq!(operands.resume(1), Yielded(question));
        }
        assert_eq!(operands.resume(2), Complete((4, vec![2])));
        let mut lazy = super::lazy(true);
        assert_eq!(lazy.resume(true), Yielded("not?"));
        assert_eq!(lazy.resume(false), Complete(true));
        let mut question = super::question();
        assert_eq!(question.resume(None), Yielded(0));
        assert_eq!(question.resume(Some("5")), Yielded(5));
        assert_eq!(question.resume(Some("x")), Complete(None));
        let mut patterns = super::patterns();
        assert_eq!(patterns.resume(None), Yielded(0));
        assert_eq!(patterns.resume(Some((1, 2))), Yielded(1));
        assert_eq!(patterns.resume(Some((3, 4))), Complete(5));
        assert!(super::shown(vec![Some(1), None]).eq([1, 2, 0]));
        let mut macros = super::macros();
        for n in 1..4 {
            assert_eq!(macros.resume(n), Yielded(n));
        }
        assert_eq!(macros.resume(7), Complete(String::from("   7 [2, 3]")));
    }
}
