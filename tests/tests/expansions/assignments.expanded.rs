// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn assign() -> impl Resume<u32, u32, Return = [u32; 2]> {
    /// What is stored between resumes.
    enum State<List> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `list[1]`.
        Suspend1 { list: List },
        /// Suspended at the second `yield`, of `list[0]`.
        Suspend2 { list: List },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        u32,
        [u32; 2],
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: [u32; 2] = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        let list = [1, 2];
                        let value: u32 = list[1];
                        *state = State::Suspend1 { list };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { mut list } => {
                        let input = argument;
                        list[0] = input;
                        let value: u32 = list[0];
                        *state = State::Suspend2 { list };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { mut list } => {
                        let input_1 = argument;
                        list[1] += input_1;
                        let [a, b] = &mut list;
                        (*a, *b) = (*b, *a);
                        break 'resume list;
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
    resumed(assign(), [0, 5, 7])
}
