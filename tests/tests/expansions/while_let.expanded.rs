// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn accumulator() -> impl Resume<Option<i64>, i64, Return = i64> {
    /// What is stored between resumes.
    enum State<Total> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `total`.
        Suspend1 { total: Total },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input, Total> {
        /// The start of the body.
        Start { input: Input },
        /// The head of a loop.
        Loop1 { total: Total },
        /// After suspend point 1.
        Resume1 { input: Input, total: Total },
    }
    ::coro_core::__private::machine::<
        _,
        Option<i64>,
        i64,
        i64,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { input: argument },
                State::Suspend1 { total } => {
                    Block::Resume1 {
                        total,
                        input: argument,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: i64 = 'resume: loop {
                block = match block {
                    Block::Start { input } => {
                        ::coro_core::__private::drop(input);
                        let total = 0;
                        Block::Loop1 { total }
                    }
                    Block::Loop1 { total } => {
                        let value: i64 = total;
                        *state = State::Suspend1 { total };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { mut total, input } => {
                        'repeat: {
                            if let Some(value) = { input } {
                                total += value;
                            } else {
                                break 'repeat
                            }
                            block = Block::Loop1 { total };
                            continue 'resume;
                        }
                        break 'resume total;
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(accumulator(), [None, Some(10), Some(20), Some(15), None])
}
