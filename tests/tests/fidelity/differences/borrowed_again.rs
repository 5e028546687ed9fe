//! A borrow that is used on both sides of a suspension is made again behind it.

use std::ops::{Deref, DerefMut};

use coro_tests::{differs, log, see};

#[derive(Clone)]
struct Handle(Inner);

#[derive(Clone)]
struct Inner {
    n: u32,
    m: u32,
}

impl Deref for Handle {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        log("deref");
        &self.0
    }
}

impl DerefMut for Handle {
    fn deref_mut(&mut self) -> &mut Inner {
        log("deref_mut");
        &mut self.0
    }
}

fn handle() -> Handle {
    Handle(Inner { n: 1, m: 2 })
}

differs! {
    fn a_field_behind_an_overloaded_deref() as (), takes u32, yields u32 => {
        let mut handle = handle();
        let n = &mut handle.n;
        *n += yield_!(1);
        see("n", *n);
        see("m", handle.m);
    }
    rustc "deref_mut, yielded 1, n, deref, m",
    ours "deref_mut, yielded 1, deref_mut, n, deref, m",
}
