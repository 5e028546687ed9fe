// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn shadow(n: u32) -> impl Iterator<Item = String> {
    /// What is stored between resumes.
    enum State<N, N2, N1, N1Remnant> {
        /// Not resumed yet: the parameters.
        Unresumed { n: N },
        /// Suspended at the first `yield`, of `format!("{n}")`.
        Suspend1 { n_1: N1, n: N2 },
        /// Suspended at the second `yield`, of `format!("{n} again")`.
        Suspend2 { n_1: N1Remnant, n: N2 },
        /// Suspended at the third `yield`, of `n`.
        Suspend3,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::generator::<
        _,
        String,
        _,
    >(
        State::Unresumed { n },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { n } => {
                        let n = format!("<{n}>");
                        let n_1 = n.len();
                        let value: String = format!("{n_1}");
                        *state = State::Suspend1 { n_1, n };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { n, n_1 } => {
                        let value: String = format!("{n_1} again");
                        *state = State::Suspend2 {
                            n_1: ::coro_core::__keep!(n_1),
                            n,
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { n, n_1: _n_1 } => {
                        {
                            let _n_1 = _n_1;
                        }
                        let value: String = n;
                        *state = State::Suspend3;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend3 => {
                        break 'resume;
                    }
                    State::Returned => {
                        *state = State::Returned;
                        return ::coro_core::CoroutineState::Complete(());
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                }
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    items(shadow(12))
}
