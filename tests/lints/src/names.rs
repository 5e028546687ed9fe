//! Names that generated code could be mistaken about.

/// Not the crate.
pub mod core {}
/// Not the crate.
pub mod std {}
/// Not the crate.
pub mod coro_core {}
/// Not the crate.
pub mod alloc {}

/// Not the enum of suspended states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State(pub u32);
/// Not the enum of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block(pub u32);
/// Not the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine(pub u32);
/// Not the standard one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Option {
    /// Not the standard one.
    Some(u32),
    /// Not the standard one.
    None,
}
/// Not the variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Some;
/// Not the variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct None;
/// Not the standard one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Result(pub u32);
/// Not the trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resume(pub u32);
/// Not the trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iter(pub u32);
/// Not the standard one.
pub trait Clone {}
/// Not the standard one.
pub trait Default {}
/// Not the standard one.
pub trait IntoIterator {}
/// Not the enum of outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoroutineState(pub u32);

/// Not the standard one.
#[must_use]
pub const fn drop(n: u32) -> u32 {
    n
}

/// Uses all of these names.
#[::coro_core::coroutine]
pub fn names(
    state: State,
    block: Block,
) -> impl ::coro_core::Resume<Option, u32, Return = Result> + ::core::clone::Clone {
    let argument = Machine(state.0 + block.0 + drop(Resume(1).0));
    let value = CoroutineState(argument.0);
    let mut result = Result(0);
    'resume: for input in 0..2 {
        let iter = Iter(input);
        match yield_!(value.0 + iter.0) {
            Option::Some(n) => result.0 += n,
            Option::None => break 'resume,
        }
    }
    result
}

/// Delegates and asks.
#[::coro_core::coroutine]
pub fn delegates(
    state: State,
) -> impl ::coro_core::Resume<Option, u32, Return = ::core::option::Option<Result>> {
    let Option::Some(n) = yield_!(state.0) else { return ::core::option::Option::None };
    let Result(inner) = yield_from!(names(state, Block(1)), Option::None);
    let sum = inner.checked_add(n)?;
    ::core::option::Option::Some(Result(sum))
}

/// A generator.
#[::coro_core::coroutine]
pub fn items(state: State) -> impl Iterator<Item = State> {
    let mut at = state;
    while at.0 > 0 {
        yield_!(at);
        at.0 -= 1;
    }
}

#[cfg(test)]
mod tests {
    use ::alloc::vec::Vec;
    use ::coro_core::{CoroutineState::Complete, CoroutineState::Yielded, Resume as _};

    use super::{Block, Option, Result, State};

    #[test]
    fn values() {
        let mut names = super::names(State(1), Block(2));
        assert_eq!(names.resume(Option::None), Yielded(4));
        assert_eq!(names.resume(Option::Some(5)), Yielded(5));
        assert_eq!(names.resume(Option::None), Complete(Result(5)));
        let mut delegates = super::delegates(State(1));
        assert_eq!(delegates.resume(Option::None), Yielded(1));
        assert_eq!(delegates.resume(Option::Some(7)), Yielded(3));
        assert_eq!(delegates.resume(Option::None), Complete(Some(Result(7))));
        assert_eq!(super::items(State(2)).collect::<Vec<_>>(), [State(2), State(1)]);
    }
}
