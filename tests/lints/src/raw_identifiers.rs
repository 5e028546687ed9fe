//! Raw identifiers.

use coro_core::Resume;

/// A type with a raw name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// A field with a raw name.
    pub r#type: u32,
}

/// A function with a raw name, parameters and locals too.
#[coro_core::coroutine]
pub fn r#match(r#type: u32, Point { r#type: r#fn }: Point) -> impl Resume<u32, u32, Return = u32> {
    let mut r#loop = r#type + r#fn;
    while r#loop > 0 {
        let r#in = yield_!(r#loop);
        r#loop = r#loop.saturating_sub(r#in);
    }
    let point = Point { r#type };
    yield_!(point.r#type);
    r#fn
}

#[cfg(test)]
mod tests {
    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    use super::Point;

    #[test]
    fn values() {
        let mut coroutine = super::r#match(1, Point { r#type: 2 });
        assert_eq!(coroutine.resume(0), Yielded(3));
        assert_eq!(coroutine.resume(3), Yielded(1));
        assert_eq!(coroutine.resume(0), Complete(2));
    }
}
