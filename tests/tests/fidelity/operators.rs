//! Operators of coroutines on locals and parameters: they take the coroutine, whatever its type shows, and what only looks at
//! a value under one of their names leaves it where it is.

use coro_core::{CoroutineState, FromFn, Resume};
use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

/// A coroutine that is written by hand, with something to drop.
#[derive(Clone)]
pub struct Counted(u32, D);

impl Resume<(), u32> for Counted {
    type Return = u32;

    fn resume(&mut self, (): ()) -> CoroutineState<u32, u32> {
        self.0 += 1;
        if self.0 < 3 { CoroutineState::Yielded(self.0) } else { CoroutineState::Complete(9) }
    }
}

fn counted(name: &'static str) -> Counted {
    Counted(0, d(name))
}

fn opaque(name: &'static str) -> impl Resume<(), u32, Return = u32> + Clone {
    counted(name)
}

/// One that takes any input.
fn any_input(name: &'static str) -> FromFn<impl FnMut(()) -> CoroutineState<u32, D> + Clone> {
    let x = d(name);
    coro_core::from_fn(move |()| CoroutineState::Complete(x.clone()))
}

/// Has methods of such names that look.
#[derive(Clone)]
pub struct Line(D);

impl Line {
    fn run(&self) -> u32 {
        see("run", self.0.n)
    }

    fn limit(&mut self, n: u32) -> &Self {
        see("limit", n);
        self
    }

    fn pipe(&self, n: u32) -> u32 {
        see("pipe", n)
    }
}

fn line(name: &'static str) -> Line {
    Line(d(name))
}

fidelity! {
    fn written_by_hand() as (), takes u32, yields u32, returns () => {
        let c = counted("c"); let _g = d("g"); let m = c.map(|n| n + 1); yield_!(1); let (n, r) = m.count(); yield_!(2); t(r); see("n", n as u32);
    }
}

fidelity! {
    fn opaque_ones() as (), takes u32, yields u32, returns () => {
        let c = opaque("c"); let _g = d("g"); let m = c.limit(1); yield_!(1); let r = m.map_return(|_| 3); yield_!(2); see("r", r.run()); yield_!(4);
    }
}

fidelity! {
    fn in_arguments() as (), takes u32, yields u32, returns () => {
        let c = opaque("c"); t2(yield_!(1), c.take(1).run().unwrap_or(7)); yield_!(2); let a = opaque("a"); let b = counted("b"); let i = a.interleave(b); yield_!(3); see("i", i.count().0 as u32); t(5);
    }
}

fidelity! {
    fn of_any_input() as (), takes u32, yields u32, returns D => {
        let c = any_input("c"); let _g = d("g"); yield_!(1); let r = c.run(); yield_!(2); r
    }
}

fidelity! {
    fn what_a_resume_gives() as (), takes u32, yields u32, returns () => {
        let mut c = counted("c"); let s = c.resume(()); let n = s.yielded(); yield_!(n.unwrap_or(8)); let s = any_input("x").resume(()); let x = s.complete(); yield_!(2); drop(x); t(5);
    }
}

fidelity! {
    fn one_that_looks() as (), takes u32, yields u32, returns () => {
        let mut a = line("a"); let b = line("b"); let _g = d("g"); a.limit(3).run(); yield_!(b.pipe(1)); let c = line("c"); c.run(); yield_!(2); t(5);
    }
}

fidelity! {
    fn lists_that_look(v: Vec<u32>) as (vec![1, 1, 2]), takes u32, yields u32, returns () => {
        let mut list = std::iter::repeat_with(|| d("x")).take(3).collect::<std::collections::VecDeque<_>>(); let list = list.make_contiguous(); see("chunks", list.chunks(2).count() as u32); yield_!(1);
        let mut v = v; v.dedup(); see("windows", v.windows(2).count() as u32); yield_!(2); t(5);
    }
}

/// A coroutine as a parameter, and as an argument of a type parameter.
#[coro_core::coroutine]
fn doubled<C>(a: C, b: impl Resume<(), u32, Return = u32>) -> impl Resume<(), u32, Return = u32>
where
    C: Resume<(), u32, Return = u32>,
{
    let doubled = yield_from!(a.map(|n| 2 * n));
    yield_!(0);
    doubled + yield_from!(b.take(1).map_return(|it| it.unwrap_or(1)))
}

#[test]
fn parameters_are_taken() {
    let mut doubled = doubled(counted("a"), opaque("b"));
    let mut yields = Vec::new();
    let returned = loop {
        match doubled.resume(()) {
            CoroutineState::Yielded(n) => yields.push(n),
            CoroutineState::Complete(n) => break n,
        }
    };
    assert_eq!((yields, returned), (vec![2, 4, 0, 1], 10));
}
