// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn table(width: usize) -> impl Iterator<Item = String> {
    /// What is stored between resumes.
    enum State<Width, N> {
        /// Not resumed yet: the parameters.
        Unresumed { width: Width },
        /// Suspended at the first `yield`, of `format!("{name}")`.
        Suspend1 { n: N, width: Width },
        /// Suspended at the second `yield`, of `format!("{n:>width$.2} {{name}}")`.
        Suspend2,
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
        State::Unresumed { width },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { width } => {
                        let name = "a";
                        let n = 1.5;
                        let value: String = format!("{name}");
                        *state = State::Suspend1 { n, width };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { width, n } => {
                        let value: String = format!("{n:>width$.2} {{name}}");
                        *state = State::Suspend2;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 => {
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
    items(table(6))
}
