// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::{log, resumed};
pub struct Attempt(u32);
impl Drop for Attempt {
    fn drop(&mut self) {
        log("tried");
    }
}
pub fn solutions(limit: u32) -> impl Resume<(), u32, Return = ()> {
    /// What is stored between resumes.
    enum State<Limit, Iter, AttemptRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { limit: Limit },
        /// Suspended at the `yield` of `n`.
        Suspend1 { attempt: AttemptRemnant, iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Limit, Iter, AttemptRemnant> {
        /// The start of the body.
        Start { limit: Limit },
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// After suspend point 1.
        Resume1 { attempt: AttemptRemnant, iter: Iter },
    }
    ::coro_core::__private::machine::<
        _,
        (),
        u32,
        (),
        _,
    >(
        State::Unresumed { limit },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { limit } => Block::Start { limit },
                State::Suspend1 { iter, attempt } => Block::Resume1 { iter, attempt },
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
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
                        'repeat: loop {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(n) => {
                                    let attempt = Attempt(n);
                                    if attempt.0 * attempt.0 % 5 == 1 {
                                        let value: u32 = n;
                                        *state = State::Suspend1 {
                                            attempt: ::coro_core::__keep!(attempt),
                                            iter,
                                        };
                                        return ::coro_core::CoroutineState::Yielded(value);
                                    }
                                    continue 'repeat;
                                }
                                ::core::option::Option::None => {}
                            }
                            break 'repeat;
                        };
                        break 'resume;
                    }
                    Block::Resume1 { iter, attempt: _attempt } => {
                        block = Block::Loop1 { iter };
                        continue 'resume;
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(solutions(7), [(); 4])
}
