//! Heads of `for` that suspend, around loops that do not: what they borrow is not carried. Heads that end in an
//! iterator's adaptor of one's own, around loops that suspend.

use std::iter::StepBy;

use coro_tests::{d, eat, fidelity, log};

/// Items two by two.
struct Pairs<I>(I);

impl<I: Iterator> Iterator for Pairs<I> {
    type Item = (I::Item, I::Item);

    fn next(&mut self) -> Option<Self::Item> {
        Some((self.0.next()?, self.0.next()?))
    }
}

trait Adapt: Iterator + Sized {
    fn pairs(self) -> Pairs<Self> {
        Pairs(self)
    }

    fn every(self, n: u32) -> StepBy<Self> {
        self.step_by(n as usize % 2 + 1)
    }
}

impl<I: Iterator> Adapt for I {}

fidelity! {
    fn a_borrow_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let insert = [1, 2];
        let mut s = 0;
        for x in { yield_!(1); insert.iter() } { s += *x; } s
    }
}

fidelity! {
    fn a_branch_that_borrows() as (), takes u32, yields u32, returns u32 => {
        let insert = vec![1, 2];
        let mut s = 0;
        for (i, &x) in { yield_!(1); insert.iter() }.enumerate() { s += x; } for x in match yield_!(1) { 0 => insert.iter(), _ => insert[1..].iter() } { s += *x } s
    }
}

fidelity! {
    fn with_breaks_and_a_loop_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("a"), d("b")];
        let mut s = 0;
        for x in { yield_!(1); v.iter() } { if s > 2 { break } s += x.id(); } for y in { yield_!(1); v.into_iter() } { s += y.id(); if s > 2 { continue } yield_!(7); } s
    }
}

fidelity! {
    fn in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("a"), d("b")];
        let mut s = 0;
        for _ in 0..2 { for x in match yield_!(1) { 1 => vec![1], _ => vec![2, 3] } { s += x; } } s
    }
}

fidelity! {
    fn a_loop_in_the_head() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("a"), d("b")];
        let mut s = 0;
        'a: for x in loop { let n = yield_!(1); if n > 2 { break vec![n]; } s += 1; } { s += x; } s
    }
}

fidelity! {
    fn a_jump_in_the_head() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("a"), d("b")];
        let mut s = 0;
        'a: loop { s += 1; for x in { if yield_!(1) > 2 { break 'a } vec![1, 2] } { s += x; if s > 4 { continue 'a } if s > 20 { return 1 } } if s > 30 { break } } s
    }
}

fidelity! {
    fn an_adaptor_of_ones_own() as (), takes u32, yields u32, returns u32, unclonable => {
        let v = vec![d("a"), d("b"), d("c")];
        for (x, y) in v.into_iter().pairs() { yield_!(x.id()); drop(y); }
        3
    }
}

fidelity! {
    fn adaptors_among_those_of_std() as (), takes u32, yields u32, returns u32, unclonable => {
        let v = vec![d("a"), d("b"), d("c")];
        for x in v.into_iter().map(|x| { log("m"); x }).every(2).pairs().filter(|p| p.0.id() > 0) { if yield_!(x.0.id()) > 4 { break } }
        3
    }
}

fidelity! {
    fn an_adaptor_with_an_argument_that_suspends() as (), takes u32, yields u32, returns u32, unclonable => {
        let v = vec![d("a"), d("b"), d("c"), d("e")];
        let k = d("k");
        for x in v.into_iter().every({ yield_!(1) }).pairs() { if yield_!(k.id()) > 4 { continue } eat(x.0); }
        3
    }
}

fidelity! {
    fn adaptors_of_ranges_and_strings() as (), takes u32, yields u32, returns u32, unclonable => {
        for x in (0..7u32).every(2).pairs() { if yield_!(x.0) > 4 { continue } log("r"); }
        for c in "abc".chars().every(2) { yield_!(c as u32); }
        3
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Up,
    Down,
}

fidelity! {
    fn lists_of_constants() as (), takes u32, yields u32, returns () => {
        const LIMIT: u32 = 7;
        for &kind in [Kind::Up, Kind::Down].iter() { let _g = d("g"); yield_!(kind as u32); }
        for limit in [None, Some(LIMIT), Some(3)].iter() { yield_!(limit.unwrap_or(0)); }
        for pair in [Kind::Up, Kind::Down, Kind::Up].windows(2) { if pair[0] != pair[1] { yield_!(pair.len() as u32); } }
        log("end");
    }
}
