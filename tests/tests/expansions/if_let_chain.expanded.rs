// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn login(known: Option<u32>) -> impl Resume<u32, &'static str, Return = bool> {
    /// What is stored between resumes.
    enum State<Known, KnownRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { known: Known },
        /// Suspended at the first `yield`, of `"secret?"`.
        Suspend1 { known: KnownRemnant },
        /// Suspended at the second `yield`, of `"no"`.
        Suspend2 { known: KnownRemnant },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Known, Input, KnownRemnant> {
        /// The start of the body.
        Start { input: Input, known: Known },
        /// After suspend point 1.
        Resume1 { input: Input, known: KnownRemnant },
        /// Where branches meet.
        Join1 { known: KnownRemnant },
        /// After suspend point 2.
        Resume2 { input: Input, known: KnownRemnant },
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        &'static str,
        bool,
        _,
    >(
        State::Unresumed { known },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { known } => {
                    Block::Start {
                        known,
                        input: argument,
                    }
                }
                State::Suspend1 { known } => {
                    Block::Resume1 {
                        known,
                        input: argument,
                    }
                }
                State::Suspend2 { known } => {
                    Block::Resume2 {
                        known,
                        input: argument,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: bool = 'resume: loop {
                block = match block {
                    Block::Start { known, input } => {
                        ::coro_core::__private::drop(input);
                        'otherwise: {
                            if let Some(secret) = &known {
                                if *secret > 0 {} else { break 'otherwise }
                                let value: &'static str = "secret?";
                                *state = State::Suspend1 {
                                    known: ::coro_core::__keep!(known),
                                };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                        }
                        Block::Join1 {
                            known: ::coro_core::__keep!(known),
                        }
                    }
                    Block::Resume1 { known: _known, input } => {
                        let value: bool = 'end: {
                            'otherwise: {
                                if ({ input }) == 5 {} else { break 'otherwise }
                                break 'end true;
                            }
                            block = Block::Join1 { known: _known };
                            continue 'resume;
                        };
                        break 'resume value;
                    }
                    Block::Join1 { known: _known } => {
                        let value: &'static str = "no";
                        *state = State::Suspend2 { known: _known };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume2 { known: _known, input } => {
                        let value: bool = {
                            ::coro_core::__private::drop(input);
                            false
                        };
                        break 'resume value;
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    let mut all = resumed(login(Some(5)), [0, 5]);
    all.extend(resumed(login(None), [0, 5]));
    all
}
