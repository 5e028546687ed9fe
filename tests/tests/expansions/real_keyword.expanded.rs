// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn fibonacci(n: u32) -> impl Iterator<Item = u64> {
    /// What is stored between resumes.
    enum State<N, A, B, Iter, UnboundRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { n: N },
        /// Suspended at the `yield` of `a`.
        Suspend1 { _unbound: UnboundRemnant, iter: Iter, b: B, a: A },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<N, A, B, Iter, UnboundRemnant> {
        /// The start of the body.
        Start { n: N },
        /// The head of a loop.
        Loop1 { iter: Iter, b: B, a: A },
        /// After suspend point 1.
        Resume1 { _unbound: UnboundRemnant, iter: Iter, b: B, a: A },
    }
    ::coro_core::__private::generator::<
        _,
        u64,
        _,
    >(
        State::Unresumed { n },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { n } => Block::Start { n },
                State::Suspend1 { a, b, iter, _unbound } => {
                    Block::Resume1 {
                        a,
                        b,
                        iter,
                        _unbound,
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
                    Block::Start { n } => {
                        let (a, b) = (0, 1);
                        let iter = ::core::iter::IntoIterator::into_iter(0..n);
                        Block::Loop1 { iter, b, a }
                    }
                    Block::Loop1 { a, b, mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(_unbound) => {
                                let value: u64 = a;
                                *state = State::Suspend1 {
                                    _unbound: ::coro_core::__keep!(_unbound),
                                    iter,
                                    b,
                                    a,
                                };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume;
                    }
                    Block::Resume1 { mut a, mut b, iter, _unbound: _unbound } => {
                        {
                            let _unbound = _unbound;
                            (a, b) = (b, a + b);
                        }
                        Block::Loop1 { iter, b, a }
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    items(fibonacci(7))
}
