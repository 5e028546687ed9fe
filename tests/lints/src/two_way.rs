//! Coroutines that take arguments and return values.

use alloc::{boxed::Box, string::String, vec::Vec};

use coro_core::Resume;

/// Sums what it is given.
#[coro_core::coroutine]
pub fn accumulator() -> impl Resume<Option<i64>, i64, Return = i64> + Clone + core::fmt::Debug {
    let mut total = 0;
    while let Some(value) = yield_!(total) {
        total += value;
    }
    total
}

/// The mean so far.
#[coro_core::coroutine]
pub fn mean(#[resume] first: f64) -> impl Resume<f64, f64, Return = ()> {
    let mut sum = first;
    let mut count = 1.0;
    loop {
        sum += yield_!(sum / count);
        count += 1.0;
    }
}

/// What [`total`] is given.
pub type Amount = Option<u32>;

/// Sums what it is given; the types of its arguments are not written alike.
#[coro_core::coroutine]
pub fn total(#[resume] first: Amount) -> impl Resume<Option<u32>, u32, Return = u32> {
    let mut total = first.unwrap_or(0);
    while let Some(amount) = yield_!(total) {
        total += amount;
    }
    total
}

/// What a parser asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// One byte more.
    Byte,
    /// Several bytes.
    Bytes(usize),
}

/// Why a message is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It does not begin as messages do.
    Magic(u8),
    /// It is not text.
    Text,
}

/// Reads a message from a socket that it does not know.
#[coro_core::coroutine]
pub fn message() -> impl Resume<Vec<u8>, Want, Return = Result<String, Refused>> {
    let [magic] = yield_!(Want::Byte)[..] else {
        return Err(Refused::Magic(0));
    };
    if magic != b'#' {
        return Err(Refused::Magic(magic));
    }
    let [length] = yield_!(Want::Byte)[..] else {
        return Err(Refused::Text);
    };
    let body = yield_!(Want::Bytes(usize::from(length)));
    String::from_utf8(body).map_err(|_| Refused::Text)
}

/// A world that scripts act on.
#[derive(Debug, Default)]
pub struct World {
    /// What was said.
    pub said: Vec<String>,
}

/// Says a few lines, one per resume.
#[coro_core::coroutine]
pub fn script(
    #[resume] world: &mut World,
) -> impl for<'w> Resume<&'w mut World, usize, Return = ()> {
    world.said.push(String::from("hello"));
    for line in ["how are you?", "bye"] {
        let world = yield_!(world_size(line));
        world.said.push(String::from(line));
    }
}

const fn world_size(line: &str) -> usize {
    line.len()
}

/// A boxed one.
#[must_use]
#[coro_core::coroutine]
pub fn boxed(limit: u32) -> Box<dyn Resume<bool, u32, Return = u32> + Send> {
    let mut n = 0;
    while n < limit && yield_!(n) {
        n += 1;
    }
    n
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec};

    use coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    use super::{Refused, Want, World};

    #[test]
    fn answers() {
        let mut sum = super::accumulator();
        assert_eq!(sum.resume(None), Yielded(0));
        assert_eq!(sum.resume(Some(4)), Yielded(4));
        assert_eq!(sum.resume(None), Complete(4));
        let mut mean = super::mean();
        assert_eq!(mean.resume(1.0).yielded(), Some(1.0));
        assert_eq!(mean.resume(2.0).yielded(), Some(1.5));
        let mut message = super::message();
        assert_eq!(message.resume(vec![]), Yielded(Want::Byte));
        assert_eq!(message.resume(vec![b'#']), Yielded(Want::Byte));
        assert_eq!(message.resume(vec![2]), Yielded(Want::Bytes(2)));
        assert_eq!(message.resume(vec![b'o', b'k']), Complete(Ok(String::from("ok"))));
        let mut message = super::message();
        assert_eq!(message.resume(vec![]), Yielded(Want::Byte));
        assert_eq!(message.resume(vec![b'!']), Complete(Err(Refused::Magic(b'!'))));
        let mut world = World::default();
        let mut script = super::script();
        while script.resume(&mut world).yielded().is_some() {}
        assert_eq!(world.said, ["hello", "how are you?", "bye"]);
        let mut boxed = super::boxed(1);
        assert_eq!(boxed.resume(false), Yielded(0));
        assert_eq!(boxed.resume(true), Complete(1));
    }
}
