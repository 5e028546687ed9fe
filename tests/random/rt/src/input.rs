//! Resume arguments: made from the schedule, one per resume.

use crate::{
    log,
    value::{D, outside},
};

/// A type that programs are resumed with.
pub trait Input {
    /// Makes the next argument.
    fn make() -> Self;
}

fn number() -> i64 {
    i64::try_from(log::random() % 6).unwrap_or(0)
}

impl Input for () {
    fn make() -> Self {}
}

impl Input for i64 {
    fn make() -> Self {
        number()
    }
}

impl Input for bool {
    fn make() -> Self {
        log::random() % 2 == 0
    }
}

impl Input for D {
    fn make() -> Self {
        outside(number())
    }
}

impl<T: Input> Input for Option<T> {
    fn make() -> Self {
        (log::random() % 4 != 0).then(T::make)
    }
}

impl<A: Input, B: Input> Input for (A, B) {
    fn make() -> Self {
        (A::make(), B::make())
    }
}
