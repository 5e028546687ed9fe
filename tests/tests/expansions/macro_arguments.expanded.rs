// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
#[allow(
    unused_assignments,
    unused_braces,
    unused_mut,
    unused_parens,
    clippy::redundant_else,
    clippy::redundant_field_names,
    clippy::used_underscore_binding
)]
pub fn ask() -> impl Resume<u32, &'static str, Return = String> {
    /// What is stored between resumes.
    enum State<Input2, ListRemnant, List> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at `yield`.
        Suspend1,
        /// Suspended at `yield`.
        Suspend2 { input: Input2 },
        /// Suspended at `yield`.
        Suspend3 { list: ListRemnant },
        /// Suspended at `yield`.
        Suspend4 { list: List },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        &'static str,
        String,
        _,
    >(
        State::Unresumed,
        |state, argument| {
            let result: String = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let input = argument;
                        ::core::mem::drop(input);
                        {
                            let value: &'static str = "first?";
                            *state = State::Suspend1;
                            return ::coro_core::CoroutineState::Yielded(value);
                        }
                    }
                    State::Suspend1 => {
                        let input = argument;
                        let value: &'static str = "second?";
                        *state = State::Suspend2 { input };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { input } => {
                        let input_1 = argument;
                        let list = vec![input, input_1];
                        if list[0] < 10 {} else {
                            let value: &'static str = "why?";
                            *state = State::Suspend3 {
                                list: ::coro_core::__keep!(list),
                            };
                            return ::coro_core::CoroutineState::Yielded(value);
                        };
                        let value: &'static str = "third?";
                        *state = State::Suspend4 { list };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend3 { list: _list } => {
                        let input_2 = argument;
                        ::core::panic!("too large: {}", ({ input_2 }))
                    }
                    State::Suspend4 { list } => {
                        let input_2 = argument;
                        break 'resume {
                            let list = list;
                            format!("{list:?} {}", ({ input_2 }))
                        };
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
    resumed(ask(), [0, 1, 2, 3])
}
