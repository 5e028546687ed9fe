// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
#[allow(unused_braces)]
pub fn ask() -> impl Resume<u32, &'static str, Return = String> {
    /// What is stored between resumes.
    enum State<Input, ListRemnant, List> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `"first?"`.
        Suspend1,
        /// Suspended at the second `yield`, of `"second?"`.
        Suspend2 { input: Input },
        /// Suspended at the third `yield`, of `"why?"`.
        Suspend3 { list: ListRemnant },
        /// Suspended at the fourth `yield`, of `"third?"`.
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
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: String = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        let value: &'static str = "first?";
                        *state = State::Suspend1;
                        return ::coro_core::CoroutineState::Yielded(value);
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
                        assert!(false, "too large: {}", ({ input_2 }));
                        ::core::unreachable!()
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
