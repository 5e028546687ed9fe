// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn search(limit: u32) -> impl Resume<bool, u32, Return = Option<u32>> {
    /// What is stored between resumes.
    enum State<Limit, Iter, N> {
        /// Not resumed yet: the parameters.
        Unresumed { limit: Limit },
        /// Suspended at the `yield` of `n`.
        Suspend1 { n: N, iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Limit, Input, Iter, N, Value> {
        /// The start of the body.
        Start { input: Input, limit: Limit },
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// After suspend point 1.
        Resume1 { input: Input, n: N, iter: Iter },
        /// Where branches meet.
        Join1 { value: Value },
    }
    ::coro_core::__private::machine::<
        _,
        bool,
        u32,
        Option<u32>,
        _,
    >(
        State::Unresumed { limit },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { limit } => {
                    Block::Start {
                        limit,
                        input: argument,
                    }
                }
                State::Suspend1 { iter, n } => {
                    Block::Resume1 {
                        iter,
                        n,
                        input: argument,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: Option<u32> = 'resume: loop {
                block = match block {
                    Block::Start { limit, input } => {
                        ::coro_core::__private::drop(input);
                        let iter = ::core::iter::IntoIterator::into_iter(0..limit);
                        Block::Loop1 { iter }
                    }
                    Block::Loop1 { iter } => {
                        let value = {
                            {
                                let mut iter = iter;
                                match ::core::iter::Iterator::next(&mut iter) {
                                    ::core::option::Option::Some(n) => {
                                        let value: u32 = n;
                                        *state = State::Suspend1 { n, iter };
                                        return ::coro_core::CoroutineState::Yielded(value);
                                    }
                                    ::core::option::Option::None => {}
                                };
                            }
                            None
                        };
                        Block::Join1 { value }
                    }
                    Block::Resume1 { iter, n, input } => {
                        let value = 'search: {
                            let iter = iter;
                            if input {
                                break 'search Some(n);
                            }
                            block = Block::Loop1 { iter };
                            continue 'resume;
                        };
                        Block::Join1 { value }
                    }
                    Block::Join1 { value } => {
                        break 'resume {
                            let value = value;
                            let found = value;
                            found.map(|n| n * 10)
                        };
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    let mut all = resumed(search(5), [false, false, true]);
    all.extend(resumed(search(1), [false, false]));
    all
}
