// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn sums(limit: u32) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<Limit, Iter> {
        /// Not resumed yet: the parameters.
        Unresumed { limit: Limit },
        /// Suspended at the `yield` of `sum`.
        Suspend1 { iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Limit, Iter> {
        /// The start of the body.
        Start { limit: Limit },
        /// The head of a loop.
        Loop1 { iter: Iter },
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed { limit },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { limit } => Block::Start { limit },
                State::Suspend1 { iter } => Block::Loop1 { iter },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { limit } => {
                        let iter = ::core::iter::IntoIterator::into_iter(0..limit);
                        Block::Loop1 { iter }
                    }
                    Block::Loop1 { mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(end) => {
                                let mut sum = 0;
                                for n in 0..=end {
                                    if n % 2 == 0 {
                                        continue;
                                    }
                                    sum += n;
                                }
                                let value: u32 = sum;
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
    items(sums(5))
}
