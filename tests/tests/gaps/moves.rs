//! Bodies that belong beside those of `fidelity/moves.rs`.

use std::{cell::RefCell, rc::Rc};

use coro_tests::{D, d, eat, fidelity, log, see, swallow};

#[derive(Clone, Debug)]
struct Both {
    left: D,
    right: D,
    n: u32,
}

fn both() -> Both {
    Both { left: d("left"), right: d("right"), n: 3 }
}

#[derive(Clone, Debug)]
struct Holder(Option<D>);

impl Holder {
    fn take(&mut self) -> Option<D> {
        self.0.take()
    }
    fn get(&self) -> u32 {
        self.0.as_ref().map_or(0, |value| value.n)
    }
    fn into_inner(self) -> Option<D> {
        self.0
    }
}

impl Drop for Both {
    fn drop(&mut self) {
        log("drop both");
    }
}

#[derive(Clone, Debug)]
struct Plain {
    left: D,
    right: D,
    n: u32,
}

fn plain() -> Plain {
    Plain { left: d("left"), right: d("right"), n: 3 }
}

fidelity! {
    fn a_partial_move_before_a_suspension() as (), yields u32, returns u32 => {
        let p = plain();
        let n = eat(p.left);
        yield_!(n);
        p.right.id() + p.n
    }
}

fidelity! {
    fn a_partial_move_by_pattern() as (), yields u32, returns u32 => {
        let p = plain();
        let Plain { left, .. } = p;
        yield_!(left.n);
        log("end");
        p.n
    }
}
