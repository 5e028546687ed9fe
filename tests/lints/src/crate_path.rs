//! The macro under another path.

/// What a library that builds on coroutines re-exports.
pub mod library {
    /// Another name.
    pub use ::coro_core as coroutines;
    pub use ::coro_core::{Resume, coroutine as generator, coroutines as generators};
}

use library::Resume;

/// A generator.
#[library::generator(crate = library::coroutines)]
pub fn countdown(mut n: u32) -> impl Iterator<Item = u32> {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

/// With delegation and `?`.
#[library::generator(crate = crate::crate_path::library::coroutines)]
pub fn all() -> impl Resume<Option<u32>, u32, Return = Option<u32>> {
    let first = yield_!(0)?;
    yield_from!(countdown(first));
    Some(first)
}

library::generators! {
    /// By the keyword.
    #[library::coroutine(crate = library::coroutines)]
    pub fn twice(n: u32) -> impl Iterator<Item = u32> {
        yield n;
        yield n;
    }

    /// Beside an attribute that the compiler evaluates.
    #[coroutine(crate = crate::crate_path::library::coroutines)]
    pub fn configured(n: u32) -> impl Iterator<Item = u32> {
        #[cfg(all())]
        yield_from!(twice(n));
        #[cfg(any())]
        missing(n);
    }
}

#[cfg(test)]
mod tests {
    use super::library::{
        Resume as _,
        coroutines::CoroutineState::{Complete, Yielded},
    };

    #[test]
    fn values() {
        let mut all = super::all();
        assert_eq!(all.resume(None), Yielded(0));
        assert_eq!(all.resume(Some(2)), Yielded(2));
        assert_eq!(all.resume(None), Yielded(1));
        assert_eq!(all.resume(None), Complete(Some(2)));
        assert!(super::configured(3).eq([3, 3]));
    }
}
