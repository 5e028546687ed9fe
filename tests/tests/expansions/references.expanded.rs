// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn large(
    numbers: &[u32],
    limit: Option<&u32>,
) -> impl Iterator<Item = (usize, u32)> {
    /// What is stored between resumes.
    enum State<Numbers, Limit, Iter> {
        /// Not resumed yet: the parameters.
        Unresumed { numbers: Numbers, limit: Limit },
        /// Suspended at the `yield` of `(index, *number)`.
        Suspend1 { iter: Iter, limit: Limit },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Numbers, Limit, Iter> {
        /// The start of the body.
        Start { limit: Limit, numbers: Numbers },
        /// The head of a loop.
        Loop1 { iter: Iter, limit: Limit },
    }
    ::coro_core::__private::generator::<
        _,
        (usize, u32),
        _,
    >(
        State::Unresumed { numbers, limit },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { numbers, limit } => Block::Start { numbers, limit },
                State::Suspend1 { limit, iter } => Block::Loop1 { limit, iter },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { numbers, limit } => {
                        let iter = ::core::iter::IntoIterator::into_iter(
                            numbers.iter().enumerate(),
                        );
                        Block::Loop1 { iter, limit }
                    }
                    Block::Loop1 { limit, mut iter } => {
                        'repeat: loop {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some((index, number)) => {
                                    match limit {
                                        Some(limit) if number < limit => continue 'repeat,
                                        _ => {}
                                    }
                                    let value: (usize, u32) = (index, *number);
                                    *state = State::Suspend1 { iter, limit };
                                    return ::coro_core::CoroutineState::Yielded(value);
                                }
                                ::core::option::Option::None => break 'repeat,
                            }
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
pub fn pairs(text: &str) -> impl Iterator<Item = &str> {
    /// What is stored between resumes.
    enum State<Text, Iter, Value> {
        /// Not resumed yet: the parameters.
        Unresumed { text: Text },
        /// Suspended at the first `yield`, of `key`.
        Suspend1 { value: Value, iter: Iter },
        /// Suspended at the second `yield`, of `value`.
        Suspend2 { iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Text, Iter, Value> {
        /// The start of the body.
        Start { text: Text },
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// After suspend point 1.
        Resume1 { value: Value, iter: Iter },
    }
    ::coro_core::__private::generator::<
        _,
        &str,
        _,
    >(
        State::Unresumed { text },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { text } => Block::Start { text },
                State::Suspend1 { iter, value } => Block::Resume1 { iter, value },
                State::Suspend2 { iter } => Block::Loop1 { iter },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { text } => {
                        let iter = ::core::iter::IntoIterator::into_iter(
                            text.split(','),
                        );
                        Block::Loop1 { iter }
                    }
                    Block::Loop1 { mut iter } => {
                        'repeat: loop {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(part) => {
                                    let part = part.trim();
                                    if let Some((key, value)) = part.split_once('=') {
                                        let value_1: &str = key;
                                        *state = State::Suspend1 { value, iter };
                                        return ::coro_core::CoroutineState::Yielded(value_1);
                                    }
                                    continue 'repeat;
                                }
                                ::core::option::Option::None => {}
                            }
                            break 'repeat;
                        };
                        break 'resume;
                    }
                    Block::Resume1 { iter, value } => {
                        let value_1: &str = value;
                        *state = State::Suspend2 { iter };
                        return ::coro_core::CoroutineState::Yielded(value_1);
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    let mut found = items(large(&[1, 5, 2], Some(&2)));
    found.extend(items(pairs("a=1, b,c=2")));
    found
}
