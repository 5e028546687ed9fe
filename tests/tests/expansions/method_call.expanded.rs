// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn collect() -> impl Resume<Option<char>, usize, Return = String> {
    /// What is stored between resumes.
    enum State<Text, Input> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `0`.
        Suspend1 { text: Text },
        /// Suspended at the second `yield`, of `text.len()`.
        Suspend2 { text: Text },
        /// Suspended at the third `yield`, of `9`.
        Suspend3 { input_1: Input, text: Text },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        Option<char>,
        usize,
        String,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: String = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        let text = String::new();
                        let value: usize = 0;
                        *state = State::Suspend1 { text };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { mut text } => {
                        let input = argument;
                        text.push_str(
                            &({ input }).map_or_else(String::new, String::from),
                        );
                        let value: usize = text.len();
                        *state = State::Suspend2 { text };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { text } => {
                        let input_1 = argument;
                        let value: usize = 9;
                        *state = State::Suspend3 { input_1, text };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend3 { mut text, input_1 } => {
                        let input_2 = argument;
                        text.extend([input_1, input_2].into_iter().flatten());
                        break 'resume text;
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
pub fn run() -> Vec<String> {
    resumed(collect(), [None, Some('a'), Some('b'), None])
}
