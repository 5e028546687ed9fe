//! What lints are told of statements, arms and parameters that are taken apart holds for all of them, and
//! for nothing else.
#![deny(warnings)]
use coro_core::Resume;

#[deprecated]
pub fn old(n: u32) -> u32 {
    n
}

#[coro_core::coroutine]
pub fn silent(
    #[allow(unused_variables)] first: u32,
    #[expect(unused_variables)] second: String,
    #[resume]
    #[allow(unused_variables)]
    third: u32,
    #[allow(unused_variables)] (fourth, fifth): (u32, String),
) -> impl Resume<u32, u32, Return = ()> {
    #[allow(unused_variables)]
    let answer = yield_!(1);
    #[expect(unused_variables)]
    let carried = String::new();
    yield_!(2);
    #[allow(deprecated)]
    for i in 0..old(3) {
        if i > 2 {
            old(yield_!(i));
        } else if i > old(4) {
            let y = old(5);
            yield_!(old(y));
        }
    }
    #[allow(deprecated)]
    if old(yield_!(3)) > 3 {
        yield_!(old(4));
    } else {
        old(5);
    }
    #[allow(deprecated, unused_variables)]
    {
        let inner = String::new();
        yield_!(old(1));
        let other = 3;
    }
    #[expect(deprecated)]
    loop {
        if yield_!(old(1)) > old(2) {
            break;
        }
    }
    #[allow(deprecated)]
    while yield_!(old(1)) > old(2) {
        yield_!(3);
    }
    match yield_!(3) {
        #[allow(deprecated)]
        3 => {
            old(3);
            yield_!(old(3));
        }
        #[allow(deprecated, unused_variables)]
        x if old(4) == 3 => {
            let inner = String::new();
            yield_!(old(4));
        }
        _ => {}
    }
    #[allow(deprecated)]
    yield_!(old(3));
}

#[coro_core::coroutine]
pub fn not_silent() -> impl Resume<u32, u32, Return = ()> {
    #[allow(unused_variables)]
    let answer = yield_!(1);
    let next = yield_!(2);
    #[allow(deprecated)]
    if answer > 3 {
        yield_!(old(4));
    }
    old(5);
    #[warn(unused_variables)]
    for i in 0..3 {
        yield_!(6);
    }
    #[allow(deprecated)]
    {
        #[deny(deprecated)]
        {
            yield_!(old(7));
        }
    }
}

fn pair(a: u32, b: u32) -> (u32, u32) {
    (a, b)
}

fn made() -> (u32, String) {
    (1, String::new())
}

#[coro_core::coroutine]
pub fn questions() -> impl Resume<u32, u32, Return = Option<u32>> {
    yield_!(1);
    #[allow(deprecated)]
    Some(old(1))?;
    #[allow(deprecated)]
    while Some(old(2))? > 3 {
        yield_!(3);
    }
    #[allow(deprecated)]
    let mut n = Some(old(2))?;
    #[allow(non_snake_case)]
    let (x, Y) = pair(made().0, {
        yield_!(n);
        2
    });
    n += x + Y;
    #[allow(deprecated)]
    Some(old(n))
}

fn main() {}
