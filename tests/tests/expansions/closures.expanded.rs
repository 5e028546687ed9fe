// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn scaled(factor: u32) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<Factor, Scale, Iter> {
        /// Not resumed yet: the parameters.
        Unresumed { factor: Factor },
        /// Suspended at the `yield` of `scale(n)`.
        Suspend1 { iter: Iter, scale: Scale },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Factor, Scale, Iter> {
        /// The start of the body.
        Start { factor: Factor },
        /// The head of a loop.
        Loop1 { iter: Iter, scale: Scale },
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed { factor },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { factor } => Block::Start { factor },
                State::Suspend1 { scale, iter } => Block::Loop1 { scale, iter },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { factor } => {
                        let scale = move |n: u32| n * factor;
                        let iter = ::core::iter::IntoIterator::into_iter(1..3);
                        Block::Loop1 { iter, scale }
                    }
                    Block::Loop1 { scale, mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(n) => {
                                let value: u32 = scale(n);
                                *state = State::Suspend1 { iter, scale };
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
    items(scaled(10))
}
