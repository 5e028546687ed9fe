// Written by this test: see `expansions.rs`.

use crate::drive::items as collect;
pub fn items() -> impl Iterator<Item = u32> {
    const LIMIT: u32 = 2;
    use core::cmp::max;
    struct Pair(u32, u32);
    fn sum(pair: &Pair) -> u32 {
        pair.0 + pair.1
    }
    /// What is stored between resumes.
    enum State<Iter, Pair, PairRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `sum(&pair)`.
        Suspend1 { pair: Pair, iter: Iter },
        /// Suspended at the second `yield`, of `twice!(pair.1)`.
        Suspend2 { pair: PairRemnant, iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Iter, Pair, PairRemnant> {
        /// The start of the body.
        Start,
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// After suspend point 1.
        Resume1 { pair: Pair, iter: Iter },
        /// After suspend point 2.
        Resume2 { pair: PairRemnant, iter: Iter },
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start,
                State::Suspend1 { iter, pair } => Block::Resume1 { iter, pair },
                State::Suspend2 { iter, pair } => Block::Resume2 { iter, pair },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start => {
                        #[allow(unused_macros)]
                        macro_rules! twice {
                            ($n:expr) => {
                                2 * $n
                            };
                        }
                        let iter = ::core::iter::IntoIterator::into_iter(0..LIMIT);
                        Block::Loop1 { iter }
                    }
                    Block::Loop1 { mut iter } => {
                        #[allow(unused_macros)]
                        macro_rules! twice {
                            ($n:expr) => {
                                2 * $n
                            };
                        }
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(n) => {
                                let pair = Pair(n, max(n, 1));
                                let value: u32 = sum(&pair);
                                *state = State::Suspend1 { pair, iter };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume;
                    }
                    Block::Resume1 { iter, pair } => {
                        #[allow(unused_macros)]
                        macro_rules! twice {
                            ($n:expr) => {
                                2 * $n
                            };
                        }
                        let value: u32 = twice!(pair.1);
                        *state = State::Suspend2 {
                            pair: ::coro_core::__keep!(pair),
                            iter,
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume2 { iter, pair: _pair } => {
                        #[allow(unused_macros)]
                        macro_rules! twice {
                            ($n:expr) => {
                                2 * $n
                            };
                        }
                        {
                            let _pair = _pair;
                        }
                        Block::Loop1 { iter }
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    collect(items())
}
