// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
#[allow(unused_unsafe, unused_braces)]
pub fn later() -> impl Resume<u32, u32, Return = char> {
    /// What is stored between resumes.
    enum State<First> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `first as u32`.
        Suspend1 { first: First },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        u32,
        char,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: char = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        unsafe {
                            let first = char::from_u32_unchecked(97);
                            let value: u32 = first as u32;
                            *state = State::Suspend1 { first };
                            return ::coro_core::CoroutineState::Yielded(value);
                        }
                    }
                    State::Suspend1 { first } => {
                        let input = argument;
                        break 'resume unsafe {
                            let first = first;
                            let second = char::from_u32_unchecked(input);
                            if second > first { second } else { first }
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
    resumed(later(), [0, 98])
}
