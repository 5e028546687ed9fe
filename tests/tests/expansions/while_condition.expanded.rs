// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn polls() -> impl Resume<bool, u32, Return = u32> {
    /// What is stored between resumes.
    enum State<N> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `n`.
        Suspend1 { n: N },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input, N> {
        /// The start of the body.
        Start { input: Input },
        /// The head of a loop.
        Loop1 { n: N },
        /// After suspend point 1.
        Resume1 { input: Input, n: N },
    }
    ::coro_core::__private::machine::<
        _,
        bool,
        u32,
        u32,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { input: argument },
                State::Suspend1 { n } => {
                    Block::Resume1 {
                        n,
                        input: argument,
                    }
                }
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
                        let n = 0;
                        Block::Loop1 { n }
                    }
                    Block::Loop1 { n } => {
                        let value: u32 = n;
                        *state = State::Suspend1 { n };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { mut n, input } => {
                        'repeat: {
                            if input {
                                n += 1;
                            } else {
                                break 'repeat
                            }
                            block = Block::Loop1 { n };
                            continue 'resume;
                        }
                        break 'resume n;
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(polls(), [false, true, true, false])
}
