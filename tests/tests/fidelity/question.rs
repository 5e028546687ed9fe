//! `?` on `Result`, `Option`, `ControlFlow` and `Poll`, anywhere in an expression.

use std::{fmt, num::ParseIntError, ops::ControlFlow, task::Poll};

use coro_tests::{D, Input, d, eat, fidelity, log, see};

#[derive(Debug)]
enum Error {
    Parse(ParseIntError),
    Refused(u32),
}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Self {
        log("converted");
        Error::Parse(error)
    }
}

impl From<u32> for Error {
    fn from(n: u32) -> Self {
        log(format_args!("converted {n}"));
        Error::Refused(n)
    }
}

fidelity! {
    fn on_a_result() as (), takes Result<u32, u32>, yields u32, returns Result<u32, u32> => {
        let a = d("a");
        let n = yield_!(1)?;
        let b = d("b");
        let m = yield_!(n)?;
        Ok(n + m + a.id() + b.id())
    }
}

fidelity! {
    fn on_an_option() as (), takes Option<D>, yields u32, returns Option<u32> => {
        let a = yield_!(1)?;
        yield_!(a.n);
        let b = yield_!(2)?;
        Some(a.id() + eat(b))
    }
}

fidelity! {
    fn with_a_conversion() as (), takes &'static str, yields u32, returns Result<i32, Error> => {
        let guard = d("guard");
        let n: i32 = yield_!(1).parse()?;
        if n > 10 { Err(3)?; }
        let m = yield_!(2).parse::<i32>()?;
        Ok(n + m)
    }
}

fidelity! {
    fn into_a_boxed_error() as (), takes &'static str, yields u32, returns Result<u32, Box<dyn std::error::Error>> => {
        let n: u32 = yield_!(1).parse()?;
        let text = String::from_utf8(vec![b'0' + n as u8])?;
        yield_!(text.parse()?);
        if n == 0 { return Err("zero".into()) }
        Err(yield_!(2))?;
        Ok(n)
    }
}

fidelity! {
    fn among_operands() as (), takes Option<u32>, yields u32, returns Option<u32> => {
        fn three(a: D, b: u32, c: D) -> u32 { a.n + b + c.n }
        let _local = d("local");
        let n = three(d("a"), yield_!(1)?, d("c")) + yield_!(2)? * yield_!(3)?;
        Some(n)
    }
}

fidelity! {
    fn in_a_loop() as (), takes Option<u32>, yields u32, returns Option<u32> => {
        let mut sum = 0;
        for i in 0..5 {
            let a = d(format!("a{i}"));
            sum += yield_!(i)?;
            if sum > 20 { break }
        }
        yield_!(sum)?.checked_add(1)
    }
}

fidelity! {
    fn in_a_condition_and_a_scrutinee() as (), takes Option<u32>, yields u32, returns Option<&'static str> => {
        if yield_!(1)? > 3 && yield_!(2)? < 6 { return Some("if") }
        match yield_!(3)? {
            0 => Some("zero"),
            n if n == above_two(n)? => None,
            _ => { yield_!(4)?; Some("other") }
        }
    }
}

fn above_two(n: u32) -> Option<u32> {
    (n > 2).then_some(n)
}

fidelity! {
    fn on_calls_between_suspensions() as (), takes u32, yields u32, returns Option<u32> => {
        fn check(n: u32) -> Option<u32> { (n < 6).then_some(n) }
        let a = d("a");
        let n = check(yield_!(1))?;
        let m = check(n + 1)?;
        yield_!(m);
        check(m + 1)?;
        Some(check(yield_!(2))? + m)
    }
}

fidelity! {
    fn on_a_control_flow() as (), takes u32, yields u32, returns ControlFlow<u32, D> => {
        fn step(n: u32) -> ControlFlow<u32, u32> {
            if n > 5 { ControlFlow::Break(n) } else { ControlFlow::Continue(n + 1) }
        }
        let a = d("a");
        let n = step(yield_!(1))?;
        let m = step(yield_!(n))?;
        step(n + m)?;
        ControlFlow::Continue(a)
    }
}

fidelity! {
    fn on_a_poll() as (), takes u32, yields u32, returns Result<Poll<u32>, u32> => {
        fn poll(n: u32) -> Poll<Result<u32, u32>> {
            match n {
                0 | 1 => Poll::Pending,
                2..=5 => Poll::Ready(Ok(n)),
                _ => Poll::Ready(Err(n)),
            }
        }
        let first = poll(yield_!(1))?;
        let Poll::Ready(n) = first else { return Ok(Poll::Pending) };
        let second = poll(yield_!(n))?;
        Ok(second.map(|m| m + n))
    }
}

fidelity! {
    fn on_a_poll_of_options() as (), takes u32, yields u32, returns Poll<Option<Result<u32, Error>>> => {
        fn poll(n: u32) -> Poll<Option<Result<u32, u32>>> {
            match n {
                0 | 1 => Poll::Pending,
                2 => Poll::Ready(None),
                3..=5 => Poll::Ready(Some(Ok(n))),
                _ => Poll::Ready(Some(Err(n))),
            }
        }
        let a = d("a");
        match poll(yield_!(1))? {
            Poll::Ready(Some(n)) => Poll::Ready(Some(Ok(n + yield_!(n)))),
            other => { yield_!(2); other.map(|o| o.map(Ok)) }
        }
    }
}

fidelity! {
    fn a_question_mark_whose_operand_is_a_block() as (), takes u32, yields u32, returns Result<u32, u32> => {
        let n = { let a = d("a"); if yield_!(1) > 3 { Ok(yield_!(2)) } else { Err(yield_!(3)) } }?;
        let m = match yield_!(n) { 0..=2 => Err(n), m => Ok(m) }?;
        Ok(m)
    }
}

fidelity! {
    fn question_marks_in_a_row() as (), takes Option<Option<Option<u32>>>, yields u32, returns Option<u32> => {
        let n = yield_!(1)???;
        Some(yield_!(n)?.flatten()? + n)
    }
}

fidelity! {
    fn the_value_of_a_question_mark_is_unused() as (), takes Option<D>, yields u32, returns Option<()> => {
        yield_!(1)?;
        log("between");
        let _ = yield_!(2)?;
        log("between");
        yield_!(3)?;
        Some(())
    }
}

fidelity! {
    fn a_question_mark_in_a_tail() as (), takes Result<u32, u32>, yields u32, returns Result<(), u32> => {
        let a = d("a");
        yield_!(1)?;
        Ok({ yield_!(2)?; })
    }
}

fidelity! {
    fn a_question_mark_in_a_return() as (), takes Option<u32>, yields u32, returns Option<u32> => {
        let a = d("a");
        { let b = d("b"); return Some(yield_!(1)? + yield_!(2)?); }
    }
}

fidelity! {
    fn a_question_mark_in_the_yielded_value() as (), takes Option<u32>, yields u32, returns Option<u32> => {
        let n = yield_!(yield_!(1)? + 1)?;
        let checked = n.checked_sub(2);
        yield_!(checked?);
        Some(n)
    }
}

fidelity! {
    fn a_question_mark_before_any_suspension(text: &'static str) as ("12x"), yields u32, returns Result<u32, ParseIntError> => {
        let a = d("a");
        let n: u32 = text.parse()?;
        yield_!(n);
        Ok(n)
    }
}

fidelity! {
    fn an_error_that_is_droppable() as (), takes Result<D, D>, yields u32, returns Result<u32, D> => {
        let a = d("a");
        let first = yield_!(1)?;
        let second = yield_!(2)?;
        Ok(first.id() + second.id() + a.id())
    }
}
