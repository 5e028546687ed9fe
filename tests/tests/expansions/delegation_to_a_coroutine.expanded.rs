// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
fn pair() -> impl Resume<u32, &'static str, Return = (u32, u32)> {
    /// What is stored between resumes.
    enum State<Input> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `"second?"`.
        Suspend1 { first: Input },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        &'static str,
        (u32, u32),
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: (u32, u32) = 'resume_: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let first = argument;
                        let value: &'static str = "second?";
                        *state = State::Suspend1 { first };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { first } => {
                        let input = argument;
                        let second = input;
                        break 'resume_ (first, second);
                    }
                    State::Returned => {
                        *state = State::Returned;
                        ::core::panic!("coroutine resumed after completion")
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                }
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
#[allow(clippy::needless_late_init)]
pub fn ask() -> impl Resume<u32, &'static str, Return = u32> {
    /// What is stored between resumes.
    enum State<Inner> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `"first?"`.
        Suspend1,
        /// Suspended in `pair()`.
        Suspend2 { inner: Inner },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input, Input1, Inner> {
        /// The start of the body.
        Start { input: Input },
        /// After suspend point 1.
        Resume1 { input: Input },
        /// The head of a loop.
        Loop1 { inner: Inner, input_1: Input1 },
        /// After suspend point 2.
        Resume2 { input_2: Input, inner: Inner },
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        &'static str,
        u32,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { input: argument },
                State::Suspend1 => Block::Resume1 { input: argument },
                State::Suspend2 { inner } => {
                    Block::Resume2 {
                        inner,
                        input_2: argument,
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
                        let value: &'static str = "first?";
                        *state = State::Suspend1;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { input } => {
                        let first = input;
                        let operand = pair();
                        let input_1: u32 = first;
                        let inner = ::coro_core::__delegate!(
                            operand, u32, & 'static str
                        );
                        Block::Loop1 { inner, input_1 }
                    }
                    Block::Loop1 { input_1, inner } => {
                        let (a, b) = {
                            let input_1 = input_1;
                            let mut inner = inner;
                            'delegate: {
                                match ::coro_core::__private::resume(&mut inner, input_1) {
                                    ::coro_core::CoroutineState::Yielded(item) => {
                                        let value: &'static str = item;
                                        *state = State::Suspend2 { inner };
                                        return ::coro_core::CoroutineState::Yielded(value);
                                    }
                                    ::coro_core::CoroutineState::Complete(value) => {
                                        break 'delegate value;
                                    }
                                }
                            }
                        };
                        break 'resume a * 10 + b;
                    }
                    Block::Resume2 { inner, input_2 } => {
                        let mut input_1;
                        let inner = inner;
                        input_1 = input_2;
                        Block::Loop1 { inner, input_1 }
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(ask(), [0, 4, 2])
}
