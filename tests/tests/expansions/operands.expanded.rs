// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
fn weigh(a: u32, b: u32, c: u32) -> u32 {
    100 * a + 10 * b + c
}
#[allow(unused_braces)]
pub fn call(n: u32) -> impl Resume<u32, u32, Return = u32> {
    /// What is stored between resumes.
    enum State<N, Operand> {
        /// Not resumed yet: the parameters.
        Unresumed { n: N },
        /// Suspended at the `yield` of `n`.
        Suspend1 { operand: Operand, n: N },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        u32,
        u32,
        _,
    >(
        State::Unresumed { n },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: u32 = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { mut n } => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        let operand = n;
                        n += 1;
                        let value: u32 = n;
                        *state = State::Suspend1 { operand, n };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { n, operand } => {
                        let input = argument;
                        break 'resume {
                            let operand = operand;
                            weigh(operand, { input }, n)
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
    resumed(call(1), [0, 5])
}
