// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn once(name: &'static str) -> impl Iterator<Item = usize> {
    /// What is stored between resumes.
    enum State<Name> {
        /// Not resumed yet: the parameters.
        Unresumed { name: Name },
        /// Suspended at the `yield` of `length`.
        Suspend1,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::generator::<
        _,
        usize,
        _,
    >(
        State::Unresumed { name },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { name } => {
                        let length = name.len();
                        let value: usize = length;
                        *state = State::Suspend1;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 => {
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
    items(once("four"))
}
