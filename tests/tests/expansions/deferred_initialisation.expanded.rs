// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
#[allow(clippy::redundant_else, clippy::needless_late_init)]
pub fn later(ask: bool) -> impl Resume<u32, &'static str, Return = u32> {
    /// What is stored between resumes.
    enum State<Ask, N> {
        /// Not resumed yet: the parameters.
        Unresumed { ask: Ask },
        /// Suspended at the first `yield`, of `"n?"`.
        Suspend1,
        /// Suspended at the second `yield`, of `"ready"`.
        Suspend2 { n: N },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Ask, Input, N> {
        /// The start of the body.
        Start { input: Input, ask: Ask },
        /// After suspend point 1.
        Resume1 { input: Input },
        /// Where branches meet.
        Join1 { n: N },
        /// After suspend point 2.
        Resume2 { input: Input, n: N },
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
                State::Suspend2 { n } => {
                    Block::Resume2 {
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
                    Block::Start { ask, input } => {
                        ::coro_core::__private::drop(input);
                        let n;
                        if ask {
                            let value: &'static str = "n?";
                            *state = State::Suspend1;
                            return ::coro_core::CoroutineState::Yielded(value);
                        } else {
                            n = 1;
                        }
                        Block::Join1 { n }
                    }
                    Block::Resume1 { input } => {
                        let n;
                        n = input;
                        Block::Join1 { n: n }
                    }
                    Block::Join1 { n } => {
                        let value: &'static str = "ready";
                        *state = State::Suspend2 { n };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume2 { n, input } => {
                        ::coro_core::__private::drop(input);
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
    let mut all = resumed(later(true), [0, 5, 0]);
    all.extend(resumed(later(false), [0, 0]));
    all
}
