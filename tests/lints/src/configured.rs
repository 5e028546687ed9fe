//! Attributes that the compiler evaluates.

use ::coro_core::Resume;

/// What can be done.
#[derive(Clone, Copy, Debug)]
pub enum Command {
    /// Begin.
    Go,
    /// End.
    #[cfg(not(windows))]
    Stop,
}

/// In all places.
#[::coro_core::coroutine]
pub fn places(
    command: Command,
    #[cfg(windows)] missing: Missing,
    #[cfg(not(windows))] mut n: u32,
) -> impl Resume<u32, u32, Return = u32> {
    #[cfg(windows)]
    let missing = missing + 1;
    #[cfg_attr(not(windows), cfg(not(windows)))]
    let double = |#[cfg(windows)] missing: Missing, n: u32| n * 2;
    #[cfg(not(windows))]
    if n > 1 {
        #[cfg(not(windows))]
        yield_!(n);
        n -= 1;
    }
    match command {
        Command::Go => n += yield_!(double(n)),
        #[cfg(not(windows))]
        Command::Stop => return n,
        #[cfg(windows)]
        _ => missing,
    }
    #[cfg_attr(windows, missing)]
    let [first, .., last] = [
        1,
        #[cfg(windows)]
        missing,
        yield_!(2),
        n,
    ];
    #[cfg(not(windows))]
    {
        first + last
    }
}

/// A walker.
#[derive(Clone, Copy, Debug)]
pub struct Walker(u32);

impl Walker {
    /// Starts.
    #[must_use]
    pub const fn new(steps: u32) -> Self {
        Self(steps)
    }

    /// A method.
    #[::coro_core::coroutine]
    #[allow(clippy::elidable_lifetime_names)]
    pub fn walk<'a, #[cfg(windows)] T>(&'a mut self) -> impl Iterator<Item = u32> + use<'a> {
        while self.0 > 0 {
            #[cfg(windows)]
            yield_!(missing);
            #[cfg(not(windows))]
            yield_!(self.0);
            self.0 -= 1;
        }
    }
}

::coro_core::coroutines! {
    /// With the keyword.
    pub fn keyword(n: u32) -> impl Iterator<Item = u32> {
        #[cfg(windows)]
        yield missing;
        #[cfg(not(windows))]
        yield n;
    }
}

/// Under another path.
#[::coro_core::coroutine(crate = crate::crate_path::library::coroutines)]
pub fn renamed(n: u32) -> impl Iterator<Item = u32> {
    #[cfg(not(windows))]
    yield_!(n);
}

#[cfg(test)]
mod tests {
    use ::coro_core::{
        CoroutineState::{Complete, Yielded},
        Resume as _,
    };

    use super::{Command, Walker, keyword, places, renamed};

    #[test]
    fn values() {
        let mut go = places(Command::Go, 3);
        assert_eq!(go.resume(0), Yielded(3));
        assert_eq!(go.resume(0), Yielded(4));
        assert_eq!(go.resume(7), Yielded(2));
        assert_eq!(go.resume(0), Complete(10));
        assert_eq!(places(Command::Stop, 1).resume(0), Complete(1));
        assert!(Walker::new(2).walk().eq([2, 1]));
        assert!(keyword(1).chain(renamed(2)).eq([1, 2]));
    }
}
