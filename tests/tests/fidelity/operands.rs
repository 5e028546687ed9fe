//! Operands around a suspension: evaluated left to right, each read when it is reached.

use coro_tests::{D, d, eat, fidelity, log, see};

fn add(a: u32, b: u32) -> u32 {
    a * 100 + b
}

fidelity! {
    /// The old value of `x` is passed.
    fn path_is_read_when_reached(mut x: u32) as (3), takes u32, yields u32, returns u32 => {
        let sum = add(x, yield_!({ x = 5; 0 }));
        sum + x
    }
}
