//! Macros that jump, or declare a local, where the coroutine is taken apart.
use coro_core::Resume;

macro_rules! defer {
    ($($t:tt)*) => {
        let _guard = Guard(|| { $($t)* });
    };
}

struct Guard<F: FnMut()>(F);

#[coro_core::coroutine]
fn in_the_body(n: u32) -> impl Resume<u32, u32, Return = u32> {
    macro_rules! stop {
        ($e:expr) => {
            if $e {
                break;
            }
        };
    }
    macro_rules! give {
        ($e:expr) => {
            return $e
        };
    }
    macro_rules! to {
        ($e:lifetime) => {
            continue $e
        };
    }
    macro_rules! declare {
        ($name:ident) => {
            let $name = 3;
        };
    }
    declare!(x);
    'next: for i in 0..n {
        let input = yield_!(i);
        stop!(input > 3);
        if input > 4 {
            to!('next);
        }
        give!(5);
    }
    for i in 0..n {
        stop!(i > 3);
    }
    x
}

#[coro_core::coroutine]
fn a_guard(n: u32) -> impl Resume<u32, u32, Return = u32> {
    defer! { println!("bye") }
    yield_!(n)
}

fn main() {}
