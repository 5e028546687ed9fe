// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub struct Size {
    pub width: u32,
    pub height: u32,
}
pub fn numbers(
    arg0: (u32, u32),
    arg1: Size,
    arg2: [u32; 3],
) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<Arg0, Arg1, Arg2, Width, Tall, Last> {
        /// Not resumed yet: the parameters.
        Unresumed { arg0: Arg0, arg1: Arg1, arg2: Arg2 },
        /// Suspended at the first `yield`, of `first`.
        Suspend1 { last: Last, tall: Tall, width: Width },
        /// Suspended at the second `yield`, of `width * tall`.
        Suspend2 { last: Last },
        /// Suspended at the third `yield`, of `last`.
        Suspend3,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed {
            arg0,
            arg1,
            arg2,
        },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { arg0, arg1, arg2 } => {
                        let (mut first, _) = arg0;
                        let arg1 = arg1;
                        let Size { width, height: tall } = arg1;
                        let [.., last] = arg2;
                        first += 1;
                        let value: u32 = first;
                        *state = State::Suspend1 {
                            last,
                            tall,
                            width,
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { width, tall, last } => {
                        let value: u32 = width * tall;
                        *state = State::Suspend2 { last };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { last } => {
                        let value: u32 = last;
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
    items(numbers((1, 2), Size { width: 3, height: 4 }, [5, 6, 7]))
}
