// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn countdown(n: u32) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<N> {
        /// Not resumed yet: the parameters.
        Unresumed { n: N },
        /// Suspended at the `yield` of `n`.
        Suspend1 { n: N },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<N> {
        /// The head of a loop.
        Loop1 { n: N },
        /// After suspend point 1.
        Resume1 { n: N },
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed { n },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { n } => Block::Loop1 { n },
                State::Suspend1 { n } => Block::Resume1 { n },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Loop1 { n } => {
                        if n > 0 {
                            let value: u32 = n;
                            *state = State::Suspend1 { n };
                            return ::coro_core::CoroutineState::Yielded(value);
                        }
                        break 'resume;
                    }
                    Block::Resume1 { mut n } => {
                        n -= 1;
                        Block::Loop1 { n }
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    items(countdown(3))
}
