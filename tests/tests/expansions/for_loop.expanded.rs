// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn squares(list: Vec<u32>) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<List, Iter> {
        /// Not resumed yet: the parameters.
        Unresumed { list: List },
        /// Suspended at the `yield` of `n * n`.
        Suspend1 { iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<List, Iter> {
        /// The start of the body.
        Start { list: List },
        /// The head of a loop.
        Loop1 { iter: Iter },
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed { list },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { list } => Block::Start { list },
                State::Suspend1 { iter } => Block::Loop1 { iter },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { list } => {
                        let iter = ::core::iter::IntoIterator::into_iter(list);
                        Block::Loop1 { iter }
                    }
                    Block::Loop1 { mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(n) => {
                                let value: u32 = n * n;
                                *state = State::Suspend1 { iter };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume;
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    items(squares(vec![1, 2, 3]))
}
