// Written by this test: see `expansions.rs`.

use std::num::ParseIntError;
use crate::drive::items;
pub fn numbers(text: &'static str) -> impl Iterator<Item = Result<u32, ParseIntError>> {
    /// What is stored between resumes.
    enum State<Text, IterRemnant, Iter> {
        /// Not resumed yet: the parameters.
        Unresumed { text: Text },
        /// Suspended with the error of `word.parse::<u32>()`.
        Suspend1 { iter: IterRemnant },
        /// Suspended at the `yield` of `Ok(n)`.
        Suspend2 { iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Text, Iter, IterRemnant> {
        /// The start of the body.
        Start { text: Text },
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// After suspend point 1.
        Resume1 { iter: IterRemnant },
    }
    ::coro_core::__private::generator::<
        _,
        Result<u32, ParseIntError>,
        _,
    >(
        State::Unresumed { text },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { text } => Block::Start { text },
                State::Suspend1 { iter } => Block::Resume1 { iter },
                State::Suspend2 { iter } => Block::Loop1 { iter },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { text } => {
                        let iter = ::core::iter::IntoIterator::into_iter(
                            text.split(' '),
                        );
                        Block::Loop1 { iter }
                    }
                    Block::Loop1 { mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(word) => {
                                let n = match ::coro_core::__private::branch(
                                    word.parse::<u32>(),
                                ) {
                                    ::core::ops::ControlFlow::Continue(value) => value,
                                    ::core::ops::ControlFlow::Break(residual) => {
                                        let value: Result<u32, ParseIntError> = ::coro_core::__private::from_residual(
                                            residual,
                                        );
                                        *state = State::Suspend1 {
                                            iter: ::coro_core::__keep!(iter),
                                        };
                                        return ::coro_core::CoroutineState::Yielded(value);
                                    }
                                };
                                let value: Result<u32, ParseIntError> = Ok(n);
                                *state = State::Suspend2 { iter };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume;
                    }
                    Block::Resume1 { iter: _iter } => {
                        break 'resume;
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    items(numbers("1 2 x 3"))
}
