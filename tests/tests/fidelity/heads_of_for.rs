//! Heads of `for` that suspend, around loops that do not: what they borrow is not carried.

use coro_tests::{d, fidelity};

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
