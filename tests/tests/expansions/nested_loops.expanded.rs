// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn triples(limit: u32) -> impl Iterator<Item = (u32, u32, u32)> {
    /// What is stored between resumes.
    enum State<Limit, Iter, C, Iter1, B, Iter2> {
        /// Not resumed yet: the parameters.
        Unresumed { limit: Limit },
        /// Suspended at the `yield` of `(a, b, c)`.
        Suspend1 { iter_2: Iter2, b: B, iter_1: Iter1, c: C, iter: Iter, limit: Limit },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Limit, Iter, C, Iter1, B, Iter2> {
        /// The start of the body.
        Start { limit: Limit },
        /// The head of a loop.
        Loop1 { iter: Iter, limit: Limit },
        /// The head of a loop.
        Loop2 { iter_1: Iter1, c: C, iter: Iter, limit: Limit },
        /// The head of a loop.
        Loop3 { iter_2: Iter2, b: B, iter_1: Iter1, c: C, iter: Iter, limit: Limit },
    }
    ::coro_core::__private::generator::<
        _,
        (u32, u32, u32),
        _,
    >(
        State::Unresumed { limit },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { limit } => Block::Start { limit },
                State::Suspend1 { limit, iter, c, iter_1, b, iter_2 } => {
                    Block::Loop3 {
                        limit,
                        iter,
                        c,
                        iter_1,
                        b,
                        iter_2,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { limit } => {
                        let iter = ::core::iter::IntoIterator::into_iter(1..limit);
                        Block::Loop1 { iter, limit }
                    }
                    Block::Loop1 { limit, mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(c) => {
                                let iter_1 = ::core::iter::IntoIterator::into_iter(1..c);
                                block = Block::Loop2 {
                                    iter_1,
                                    c,
                                    iter,
                                    limit,
                                };
                                continue 'resume;
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume;
                    }
                    Block::Loop2 { limit, iter, c, iter_1 } => {
                        {
                            let mut iter_1 = iter_1;
                            match ::core::iter::Iterator::next(&mut iter_1) {
                                ::core::option::Option::Some(b) => {
                                    let iter_2 = ::core::iter::IntoIterator::into_iter(1..b);
                                    block = Block::Loop3 {
                                        iter_2,
                                        b,
                                        iter_1,
                                        c,
                                        iter,
                                        limit,
                                    };
                                    continue 'resume;
                                }
                                ::core::option::Option::None => {}
                            };
                        }
                        Block::Loop1 { iter, limit }
                    }
                    Block::Loop3 { limit, iter, c, iter_1, b, iter_2 } => {
                        'outer: {
                            let iter_1 = iter_1;
                            {
                                let mut iter_2 = iter_2;
                                'repeat_2: loop {
                                    match ::core::iter::Iterator::next(&mut iter_2) {
                                        ::core::option::Option::Some(a) => {
                                            if a + b + c > 2 * limit {
                                                break 'outer;
                                            }
                                            if a * a + b * b != c * c {
                                                continue 'repeat_2;
                                            }
                                            let value: (u32, u32, u32) = (a, b, c);
                                            *state = State::Suspend1 {
                                                iter_2,
                                                b,
                                                iter_1,
                                                c,
                                                iter,
                                                limit,
                                            };
                                            return ::coro_core::CoroutineState::Yielded(value);
                                        }
                                        ::core::option::Option::None => break 'repeat_2,
                                    }
                                };
                            }
                            block = Block::Loop2 {
                                iter_1,
                                c,
                                iter,
                                limit,
                            };
                            continue 'resume;
                        }
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
    items(triples(16))
}
