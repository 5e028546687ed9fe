// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn number() -> impl Resume<&'static str, &'static str, Return = Option<u32>> {
    /// What is stored between resumes.
    enum State {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `"number?"`.
        Suspend1,
        /// Suspended at the second `yield`, of `"not a number"`.
        Suspend2,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        &'static str,
        &'static str,
        Option<u32>,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: Option<u32> = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        let value: &'static str = "number?";
                        *state = State::Suspend1;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 => {
                        let input = argument;
                        let Ok(n) = ({ input }).parse::<u32>() else {
                            let value: &'static str = "not a number";
                            *state = State::Suspend2;
                            return ::coro_core::CoroutineState::Yielded(value);
                        };
                        break 'resume Some(n);
                    }
                    State::Suspend2 => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        break 'resume None;
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
    let mut all = resumed(number(), ["", "12"]);
    all.extend(resumed(number(), ["", "x", ""]));
    all
}
