// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn ask() -> impl Resume<Option<u32>, &'static str, Return = u32> {
    /// What is stored between resumes.
    enum State {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `"number?"`.
        Suspend1,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input> {
        /// The start of the body.
        Start { input: Input },
        /// The head of a loop.
        Loop1,
        /// After suspend point 1.
        Resume1 { input: Input },
    }
    ::coro_core::__private::machine::<
        _,
        Option<u32>,
        &'static str,
        u32,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { input: argument },
                State::Suspend1 => Block::Resume1 { input: argument },
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: u32 = 'resume: loop {
                block = match block {
                    Block::Start { input } => {
                        ::coro_core::__private::drop(input);
                        Block::Loop1
                    }
                    Block::Loop1 => {
                        let value: &'static str = "number?";
                        *state = State::Suspend1;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { input } => {
                        let answer = 'repeat: {
                            'repeat_next: {
                                match { input } {
                                    Some(0) => break 'repeat_next,
                                    Some(n) => break 'repeat n,
                                    None => break 'resume 0,
                                }
                            }
                            block = Block::Loop1;
                            continue 'resume;
                        };
                        break 'resume answer * 2;
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(ask(), [None, Some(0), Some(4)])
}
