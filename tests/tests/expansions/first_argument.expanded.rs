// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn average() -> impl Resume<(u32, u32), u32, Return = ()> {
    /// What is stored between resumes.
    enum State<Sum, Count> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `sum / count`.
        Suspend1 { count: Count, sum: Sum },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input, Sum, Count> {
        /// The start of the body.
        Start { input: Input },
        /// The head of a loop.
        Loop1 { count: Count, sum: Sum },
        /// After suspend point 1.
        Resume1 { input_1: Input, count: Count, sum: Sum },
    }
    ::coro_core::__private::machine::<
        _,
        (u32, u32),
        u32,
        (),
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { input: argument },
                State::Suspend1 { sum, count } => {
                    Block::Resume1 {
                        sum,
                        count,
                        input_1: argument,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume_: loop {
                block = match block {
                    Block::Start { input } => {
                        let (sum, count) = input;
                        Block::Loop1 { count, sum }
                    }
                    Block::Loop1 { sum, count } => {
                        let value: u32 = sum / count;
                        *state = State::Suspend1 { count, sum };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { mut sum, mut count, input_1 } => {
                        {
                            let (n, weight) = { input_1 };
                            sum += n * weight;
                            count += weight;
                        }
                        Block::Loop1 { count, sum }
                    }
                };
            }
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(average(), [(4, 1), (10, 2)])
}
