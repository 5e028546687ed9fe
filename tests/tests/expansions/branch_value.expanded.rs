// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
#[allow(clippy::redundant_else)]
pub fn choose(ask: bool) -> impl Resume<u32, &'static str, Return = u32> {
    /// What is stored between resumes.
    enum State<Ask> {
        /// Not resumed yet: the parameters.
        Unresumed { ask: Ask },
        /// Suspended at the `yield` of `"n?"`.
        Suspend1,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Ask, Input, Value> {
        /// The start of the body.
        Start { input: Input, ask: Ask },
        /// After suspend point 1.
        Resume1 { input: Input },
        /// Where branches meet.
        Join1 { value: Value },
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        &'static str,
        u32,
        _,
    >(
        State::Unresumed { ask },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { ask } => {
                    Block::Start {
                        ask,
                        input: argument,
                    }
                }
                State::Suspend1 => Block::Resume1 { input: argument },
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: u32 = 'resume: loop {
                block = match block {
                    Block::Start { ask, input } => {
                        ::coro_core::__private::drop(input);
                        let value = if ask {
                            let value: &'static str = "n?";
                            *state = State::Suspend1;
                            return ::coro_core::CoroutineState::Yielded(value);
                        } else {
                            7
                        };
                        Block::Join1 { value }
                    }
                    Block::Resume1 { input } => Block::Join1 { value: input },
                    Block::Join1 { value } => {
                        let n = value;
                        break 'resume n + 1;
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    let mut all = resumed(choose(true), [0, 3]);
    all.extend(resumed(choose(false), [0]));
    all
}
