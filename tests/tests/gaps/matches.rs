//! Bodies that belong beside those of `fidelity/matches.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Num(u32),
    Op(char),
    Pair { left: D, right: D },
    List(Vec<D>),
    End,
}
use Token::{End, List, Num, Op, Pair};

fn token(n: u32) -> Token {
    match n {
        0 => End,
        1 | 2 => Num(n),
        3 => Op('+'),
        4 | 5 => Pair { left: d("left"), right: d("right") },
        _ => List(vec![d("i0"), d("i1"), d("i2")]),
    }
}

fidelity! {
    fn a_scrutinee_of_a_local_place() as (), takes u32, yields u32, returns u32 => {
        let t = token(yield_!(1));
        let n = match t {
            Num(n) => yield_!(n),
            Op(c) => { yield_!(c as u32); 1 }
            Pair { left, .. } => yield_!(left.n),
            List(items) => {
                let mut sum = 0;
                for item in items { sum += yield_!(item.n); }
                sum
            }
            End => 5,
        };
        yield_!(n)
    }
}

fidelity! {
    /// The unbound half stays in the matched local.
    fn a_partial_move_out_of_a_matched_local() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let n = match t {
            (a, _) => { yield_!(1); a.id() }
        };
        yield_!(2);
        n
    }
}
