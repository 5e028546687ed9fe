// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn ask() -> impl Resume<u32, &'static str, Return = String> {
    /// What is stored between resumes.
    enum State<Input, List> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `"first?"`.
        Suspend1,
        /// Suspended at the second `yield`, of `"second?"`.
        Suspend2 { input: Input },
        /// Suspended at the third `yield`, of `"why?"`.
        Suspend3 { list: List },
        /// Suspended at the fourth `yield`, of `"third?"`.
        Suspend4 { list: List },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input, List> {
        /// The start of the body.
        Start { input: Input },
        /// After suspend point 1.
        Resume1 { input: Input },
        /// After suspend point 2.
        Resume2 { input_1: Input, input: Input },
        /// After suspend point 3.
        Resume3 { input_2: Input, list: List },
        /// Where branches meet.
        Join1 { list: List },
        /// After suspend point 4.
        Resume4 { input_2: Input, list: List },
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        &'static str,
        String,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { input: argument },
                State::Suspend1 => Block::Resume1 { input: argument },
                State::Suspend2 { input } => {
                    Block::Resume2 {
                        input,
                        input_1: argument,
                    }
                }
                State::Suspend3 { list } => {
                    Block::Resume3 {
                        list,
                        input_2: argument,
                    }
                }
                State::Suspend4 { list } => {
                    Block::Resume4 {
                        list,
                        input_2: argument,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: String = 'resume: loop {
                block = match block {
                    Block::Start { input } => {
                        ::core::mem::drop(input);
                        {
                            let value: &'static str = "first?";
                            *state = State::Suspend1;
                            return ::coro_core::CoroutineState::Yielded(value);
                        }
                    }
                    Block::Resume1 { input } => {
                        let value: &'static str = "second?";
                        *state = State::Suspend2 { input };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume2 { input, input_1 } => {
                        let list = vec![input, input_1];
                        if list[0] < 10 {} else {
                            let value: &'static str = "why?";
                            *state = State::Suspend3 { list };
                            return ::coro_core::CoroutineState::Yielded(value);
                        };
                        Block::Join1 { list }
                    }
                    Block::Resume3 { list, input_2 } => {
                        assert!(false, "too large: {}", ({ input_2 }));
                        Block::Join1 { list }
                    }
                    Block::Join1 { list } => {
                        let value: &'static str = "third?";
                        *state = State::Suspend4 { list };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume4 { list, input_2 } => {
                        break 'resume {
                            let list = list;
                            format!("{list:?} {}", ({ input_2 }))
                        };
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(ask(), [0, 1, 2, 3])
}
