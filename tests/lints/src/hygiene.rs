//! Coroutines that macros write, and macros that coroutines use.

use coro_core::Resume;

/// Writes a counter; the names in it are the macro's.
macro_rules! counter {
    ($(#[$attr:meta])* $vis:vis fn $name:ident($limit:ident: $ty:ty) { $($extra:stmt;)* } -> $value:expr) => {
        $(#[$attr])*
        #[coro_core::coroutine]
        $vis fn $name($limit: $ty) -> impl Resume<$ty, $ty, Return = $ty> {
            let mut n: $ty = 0;
            $($extra;)*
            while n < $limit {
                let step = yield_!(n);
                n += step;
            }
            $value
        }
    };
}

counter! {
    /// Counts.
    pub fn count(limit: u32) {
        let n = limit + 1;
        let step = n * 2;
    } -> n + step
}

/// Yields what a macro computes of hygienic names.
#[coro_core::coroutine]
pub fn uses(n: u32) -> impl Iterator<Item = u32> {
    macro_rules! add {
        ($value:expr) => {{
            let n = 10;
            n + $value
        }};
    }
    yield_!(add!(n));
    let n = n + 1;
    yield_!(add!(n));
}

coro_core::coroutines! {
    /// With the real keyword.
    pub fn real(limit: u32) -> impl Iterator<Item = u32> {
        for n in 0..limit {
            yield n;
        }
    }

    /// Two of them.
    pub fn echo() -> impl Resume<u32, u32, Return = ()> {
        let mut last = yield 0;
        while last > 0 {
            last = yield last;
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    #[test]
    fn values() {
        let mut count = super::count(3);
        assert_eq!(count.resume(0), Yielded(0));
        assert_eq!(count.resume(2), Yielded(2));
        assert_eq!(count.resume(2), Complete(4 + 8));
        assert_eq!(super::uses(1).collect::<Vec<_>>(), [11, 12]);
        assert_eq!(super::real(2).collect::<Vec<_>>(), [0, 1]);
        let mut echo = super::echo();
        assert_eq!(echo.resume(9), Yielded(0));
        assert_eq!(echo.resume(9), Yielded(9));
        assert_eq!(echo.resume(0), Complete(()));
    }
}
