//! Operations that are taken apart: what is left of the user's parentheses and braces is for no lint to judge.

use alloc::{vec, vec::Vec};

use coro_core::Resume;

/// What ends a program, where there is no operating system.
mod process {
    /// Ends it.
    pub(super) fn exit(_: i32) -> ! {
        loop {
            ::core::hint::spin_loop();
        }
    }
}

/// Counts down from what it is given.
#[coro_core::coroutine]
pub fn rows() -> impl Resume<u8, u32, Return = u32> {
    let mut sum = 0;
    for i in (0..yield_!(1)).rev() {
        sum += u32::from(i);
    }
    for (i, j) in [1, 2].iter().zip((1..yield_!(sum)).rev()) {
        sum += i + u32::from(j);
    }
    for i in ({
        yield_!(sum);
        sum
    }..90)
    {
        sum += i;
    }
    sum
}

/// What is left of blocks that stand where values do.
#[rustfmt::skip] // What stands in several lines is judged by nobody.
#[coro_core::coroutine]
pub fn left(mut list: Vec<u32>, name: &mut alloc::string::String) -> impl Resume<u32, u32, Return = u32> + '_ {
    let mut i = 0;
    list[i] = { i += 1; yield_!(1) + list[i] };
    list[0] += { i += 1; u32::from(name.len() > 3).max(yield_!(2)) };
    name.insert({ i += 1; (yield_!(1) % 3) as usize }, 'z');
    if { i += 1; yield_!(1) > list[0] } {
        return 3;
    }
    for _ in { i += 1; 0..yield_!(1) } {
        i += 1;
    }
    u32::max(list[i], { list.push(1); (yield_!(1)) + list[1] })
}

/// Asks until it is sure.
#[coro_core::coroutine]
pub fn sure(a: bool, b: bool) -> impl Resume<bool, u32, Return = bool> {
    let both = (a && b) || yield_!(0);
    let one = a && (yield_!(1) || !b);
    if (a || b) && yield_!(2) {
        return both;
    }
    while (a && b) || yield_!(3) {
        if ((one || both) || yield_!(4)) && (a || yield_!(5)) {
            break;
        }
    }
    (a || one) && yield_!(6)
}

/// Numbers around suspensions.
#[coro_core::coroutine]
pub fn numbers(a: u32) -> impl Resume<u32, u32, Return = Option<u32>> {
    let power = (a + 1).pow(yield_!(2));
    let mut list = [0; 3];
    list[(a + yield_!(1)) as usize % 3] = (a + 2) * yield_!(3);
    let half = Some((a + yield_!(4)) * 2)?;
    loop {
        let c = (half + 1) * 2;
        if (c + yield_!(5)) % 2 == 0 {
            return Some((c + yield_!(6)) * list[0] + power);
        }
    }
}

/// One of two values; there is no third.
#[coro_core::coroutine]
pub fn value(c: Option<u8>) -> impl Resume<(), u32, Return = u8> {
    let x = if c == Some(1) {
        yield_!(1);
        2
    } else if c == Some(2) {
        3
    } else {
        process::exit(1)
    };
    let y = match c {
        Some(n) if n > 1 => n,
        Some(_) => 1,
        None => {
            yield_!(2);
            process::exit(2)
        }
    };
    x + y
}

fn applied(f: impl Fn(u8) -> u8) -> u8 {
    f(1)
}

const fn is_short(list: &[u8]) -> bool {
    list.len() < 100
}

/// Closures and references in arguments of macros.
#[coro_core::coroutine]
pub fn arguments(b: u8) -> impl Resume<(), u32, Return = Vec<u8>> {
    let list = vec![applied({
        yield_!(1);
        |x| x + b
    })];
    assert!(is_short({
        yield_!(2);
        &list
    }));
    list
}

/// A place to look at, in parentheses that a literal of its type needs.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Where it is.
    pub x: u32,
}

/// Parentheses around an operation with such a literal, which suspends.
#[coro_core::coroutine]
pub fn spots(x: u32) -> impl Resume<u32, u32, Return = bool> {
    if (Spot { x }.x == yield_!(1)) {
        yield_!(4);
    }
    (Spot { x }.x == yield_!(2))
}

#[cfg(test)]
mod tests {
    use coro_core::{
        CoroutineState::{Complete, Yielded},
        Resume,
    };

    #[test]
    fn values() {
        let mut rows = super::rows();
        let states = [0, 3, 3, 0].map(|n| rows.resume(n));
        assert_eq!(states, [Yielded(1), Yielded(3), Yielded(9), Complete(3978)]);
        let mut sure = super::sure(true, false);
        assert_eq!(
            [true, true, false].map(|it| sure.resume(it)),
            [Yielded(0), Yielded(1), Yielded(2)]
        );
        let mut numbers = super::numbers(1);
        let states = [0, 3, 2, 5, 1, 2, 3].map(|n| numbers.resume(n));
        assert_eq!(states[6], Complete(Some(86)));
        assert_eq!(super::value(Some(2)).resume(()), Complete(5));
        let mut arguments = super::arguments(4);
        assert_eq!([(), (), ()].map(|()| arguments.resume(()))[2], Complete([5].into()));
        let mut spots = super::spots(5);
        let states = [0, 5, 0, 5].map(|n| spots.resume(n));
        assert_eq!(states, [Yielded(1), Yielded(4), Yielded(2), Complete(true)]);
    }
}
