//! `gen` is a name in this edition, whatever the edition of the macro's own tokens is.
#![deny(warnings)]
#![allow(clippy::all, clippy::pedantic)]

use coro_core::Resume;

#[coro_core::coroutine]
fn parameter(gen: u32) -> impl Resume<u32, u32, Return = u32> {
    let k = gen;
    yield_!(1);
    gen + k
}

#[coro_core::coroutine]
fn captured() -> impl Iterator<Item = String> {
    let gen = 5;
    yield_!(format!("{gen:>gen$}"));
    yield_!(format!("{gen}"));
}

#[coro_core::coroutine]
fn bound() -> impl Iterator<Item = u32> {
    let mut gen = vec![1, 2].into_iter();
    while let Some(x) = gen.next() {
        yield_!(x);
    }
    for gen in 3..5 {
        yield_!(gen);
    }
    'gen: loop {
        yield_!(gen::five());
        break 'gen;
    }
}

mod gen {
    pub fn five() -> u32 {
        5
    }
}

struct Field {
    gen: u32,
}

impl Field {
    #[coro_core::coroutine]
    fn gen(&mut self) -> impl Iterator<Item = u32> + '_ {
        let gen = &mut self.gen;
        yield_!(*gen);
        *gen += 1;
        let Self { gen } = self;
        yield_!(*gen);
        *self = Self { gen: 7 };
        let gen = self.gen;
        yield_!(gen);
        *self = Self { gen };
        yield_!(self.gen);
    }
}

#[test]
fn names() {
    let mut coroutine = parameter(2);
    assert_eq!(coroutine.resume(0).yielded(), Some(1));
    assert_eq!(coroutine.resume(0).complete(), Some(4));
    assert!(captured().eq(["    5", "5"]));
    assert!(bound().eq(1..6));
    assert!(Field { gen: 1 }.gen().eq([1, 2, 7, 7]));
}
