// Written by this test: see `expansions.rs`.

use crate::drive::items;
#[allow(clippy::redundant_else)]
pub fn describe(n: i32) -> impl Iterator<Item = &'static str> {
    /// What is stored between resumes.
    enum State<N> {
        /// Not resumed yet: the parameters.
        Unresumed { n: N },
        /// Suspended at the first `yield`, of `"negative"`.
        Suspend1,
        /// Suspended at the second `yield`, of `"zero"`.
        Suspend2,
        /// Suspended at the third `yield`, of `"number"`.
        Suspend3,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<N> {
        /// The start of the body.
        Start { n: N },
        /// Where branches meet.
        Join1,
        /// After suspend point 3.
        Resume3,
    }
    ::coro_core::__private::generator::<
        _,
        &'static str,
        _,
    >(
        State::Unresumed { n },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { n } => Block::Start { n },
                State::Suspend1 => Block::Join1,
                State::Suspend2 => Block::Join1,
                State::Suspend3 => Block::Resume3,
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { n } => {
                        if n < 0 {
                            let value: &'static str = "negative";
                            *state = State::Suspend1;
                            return ::coro_core::CoroutineState::Yielded(value);
                        } else {
                            if n == 0 {
                                let value: &'static str = "zero";
                                *state = State::Suspend2;
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            Block::Join1
                        }
                    }
                    Block::Join1 => {
                        let value: &'static str = "number";
                        *state = State::Suspend3;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume3 => {
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
    items(describe(-1).chain(describe(0)).chain(describe(1)))
}
