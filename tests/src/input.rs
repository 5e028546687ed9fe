//! The inputs that a coroutine under test is resumed with.
//!
//! In: a schedule's seed and the index of the resume. Out: a value. Invariant: the same seed and
//! index always give equal values, so that subject and oracle see the same inputs.

use crate::{D, d};

/// A type of resume arguments of which any number can be made.
pub trait Input: Sized + 'static {
    /// How many different schedules are worth running.
    const SCHEDULES: u32;

    /// Makes the input of the given resume.
    fn input(seed: u32, index: u32) -> Self;
}

/// A number below eight that looks random.
fn mixed(seed: u32, index: u32) -> u32 {
    let index = index.wrapping_add(1);
    let mut x = seed.wrapping_mul(0x9e37_79b9).wrapping_add(index.wrapping_mul(0x85eb_ca6b));
    x = (x ^ x >> 16).wrapping_mul(0x7feb_352d);
    x = (x ^ x >> 15).wrapping_mul(0x846c_a68b);
    (x ^ x >> 16) >> 8 & 7
}

impl Input for () {
    const SCHEDULES: u32 = 1;
    fn input(_: u32, _: u32) -> Self {}
}

impl Input for bool {
    const SCHEDULES: u32 = 6;
    fn input(seed: u32, index: u32) -> Self {
        mixed(seed, index) & 1 == 0
    }
}

macro_rules! numbers {
    ($($ty:ty)*) => {
        $(impl Input for $ty {
            const SCHEDULES: u32 = 5;
            fn input(seed: u32, index: u32) -> Self {
                <$ty>::try_from(mixed(seed, index)).expect("eight fits")
            }
        })*
    };
}

numbers!(u8 u32 u64 usize i32 i64);

impl Input for String {
    const SCHEDULES: u32 = 1;
    fn input(seed: u32, index: u32) -> Self {
        format!("in{index}/{}", mixed(seed, index))
    }
}

impl Input for &'static str {
    const SCHEDULES: u32 = 4;
    fn input(seed: u32, index: u32) -> Self {
        ["", "a", "bc", "def", "x y", "12", "-3", "z"][mixed(seed, index) as usize]
    }
}

impl Input for D {
    const SCHEDULES: u32 = 1;
    fn input(_: u32, index: u32) -> Self {
        d(format!("in{index}"))
    }
}

impl<T: Input> Input for Option<T> {
    const SCHEDULES: u32 = 6;
    fn input(seed: u32, index: u32) -> Self {
        (mixed(seed, index + 100) > 1).then(|| T::input(seed, index))
    }
}

impl<T: Input, E: Input> Input for Result<T, E> {
    const SCHEDULES: u32 = 6;
    fn input(seed: u32, index: u32) -> Self {
        if mixed(seed, index + 100) > 2 {
            Ok(T::input(seed, index))
        } else {
            Err(E::input(seed, index))
        }
    }
}

impl<A: Input, B: Input> Input for (A, B) {
    const SCHEDULES: u32 = 5;
    fn input(seed: u32, index: u32) -> Self {
        (A::input(seed, index), B::input(seed + 50, index))
    }
}
