// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
#[allow(clippy::redundant_else)]
pub fn confirm(sure: bool) -> impl Resume<bool, &'static str, Return = bool> {
    /// What is stored between resumes.
    enum State<Sure> {
        /// Not resumed yet: the parameters.
        Unresumed { sure: Sure },
        /// Suspended at the first `yield`, of `"sure?"`.
        Suspend1,
        /// Suspended at the second `yield`, of `"really?"`.
        Suspend2,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Sure, Input, Value> {
        /// The start of the body.
        Start { input: Input, sure: Sure },
        /// After suspend point 1.
        Resume1 { input: Input },
        /// Where branches meet.
        Join1 { value: Value },
        /// After suspend point 2.
        Resume2 { input: Input },
    }
    ::coro_core::__private::machine::<
        _,
        bool,
        &'static str,
        bool,
        _,
    >(
        State::Unresumed { sure },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { sure } => {
                    Block::Start {
                        sure,
                        input: argument,
                    }
                }
                State::Suspend1 => Block::Resume1 { input: argument },
                State::Suspend2 => Block::Resume2 { input: argument },
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: bool = 'resume: loop {
                block = match block {
                    Block::Start { sure, input } => {
                        ::coro_core::__private::drop(input);
                        let value = if sure {
                            true
                        } else {
                            let value: &'static str = "sure?";
                            *state = State::Suspend1;
                            return ::coro_core::CoroutineState::Yielded(value);
                        };
                        Block::Join1 { value }
                    }
                    Block::Resume1 { input } => Block::Join1 { value: input },
                    Block::Join1 { value } => {
                        let first = value;
                        let value_1 = if first {
                            let value_1: &'static str = "really?";
                            *state = State::Suspend2;
                            return ::coro_core::CoroutineState::Yielded(value_1);
                        } else {
                            false
                        };
                        break 'resume value_1;
                    }
                    Block::Resume2 { input } => {
                        break 'resume input;
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    let mut all = resumed(confirm(false), [false, true, true]);
    all.extend(resumed(confirm(true), [false, false]));
    all
}
