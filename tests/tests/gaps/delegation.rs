//! Bodies that belong beside those of `fidelity/delegation.rs`.

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, eat, fidelity, log, see};

/// A hand-written coroutine that logs what it is given and yields up to a limit.
#[derive(Clone)]
struct Counter {
    guard: D,
    next: u32,
    end: u32,
}

fn counter(name: &str, end: u32) -> Counter {
    Counter { guard: d(name), next: 0, end }
}

impl Resume<u32, u32> for Counter {
    type Return = u32;

    fn resume(&mut self, input: u32) -> CoroutineState<u32, u32> {
        log(format_args!("{} gets {input}", self.guard.name()));
        self.next += 1;
        if self.next > self.end || input == 7 {
            CoroutineState::Complete(self.next * 100 + input)
        } else {
            CoroutineState::Yielded(self.next)
        }
    }
}

/// A coroutine of droppable inputs and a droppable return value.
#[derive(Clone)]
struct Relay(u32);

impl Resume<D, D> for Relay {
    type Return = D;

    fn resume(&mut self, input: D) -> CoroutineState<D, D> {
        self.0 -= 1;
        if self.0 == 0 {
            CoroutineState::Complete(input)
        } else {
            CoroutineState::Yielded(input.and("relayed"))
        }
    }
}

#[coro_core::coroutine]
fn inner(name: &'static str, n: u32) -> impl Resume<u32, u32, Return = u32> + Clone {
    let guard = d(name);
    let mut sum = 0;
    for i in 0..n {
        let round = d(format!("{name}{i}"));
        sum += yield_!(i);
    }
    sum + guard.id()
}

#[coro_core::coroutine]
fn echo(#[resume] first: u32) -> impl Resume<u32, u32, Return = u32> + Clone {
    log(format_args!("first is {first}"));
    let second = yield_!(first * 10);
    let third = yield_!(second * 10);
    first + second + third
}

/// An iterator whose steps and drop show.
#[derive(Clone)]
struct Steps(D, u32);

impl Iterator for Steps {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        log(format_args!("next of {}", self.0.name()));
        self.1.checked_sub(1).inspect(|n| self.1 = *n)
    }
}

/// Something that only becomes an iterator.
#[derive(Clone)]
struct Bag(Steps);

impl IntoIterator for Bag {
    type Item = u32;
    type IntoIter = Steps;
    fn into_iter(self) -> Steps {
        log("into_iter");
        self.0
    }
}

fidelity! {
    /// Through `&mut`, the inner coroutine outlives the delegation.
    fn a_coroutine_of_outer_data(c: &'static mut Counter) as (Box::leak(Box::new(counter("leaked", 3)))), takes u32, yields u32, returns u32, unclonable => {
        let n = yield_from!(&mut *c);
        yield_!(n);
        c.end += 5;
        n + yield_from!(c)
    }
}
