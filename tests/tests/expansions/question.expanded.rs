// Written by this test: see `expansions.rs`.

use std::num::ParseIntError;
use coro_core::Resume;
use crate::drive::resumed;
pub fn add() -> impl Resume<&'static str, u32, Return = Result<u32, ParseIntError>> {
    /// What is stored between resumes.
    enum State<Total, Iter, UnboundRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `total`.
        Suspend1 { _unbound: UnboundRemnant, iter: Iter, total: Total },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input, Total, Iter, UnboundRemnant> {
        /// The start of the body.
        Start { input: Input },
        /// The head of a loop.
        Loop1 { iter: Iter, total: Total },
        /// After suspend point 1.
        Resume1 { input: Input, _unbound: UnboundRemnant, iter: Iter, total: Total },
    }
    ::coro_core::__private::machine::<
        _,
        &'static str,
        u32,
        Result<u32, ParseIntError>,
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { input: argument },
                State::Suspend1 { total, iter, _unbound } => {
                    Block::Resume1 {
                        total,
                        iter,
                        _unbound,
                        input: argument,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: Result<u32, ParseIntError> = 'resume: loop {
                block = match block {
                    Block::Start { input } => {
                        ::coro_core::__private::drop(input);
                        let total = 0;
                        let iter = ::core::iter::IntoIterator::into_iter(0..2);
                        Block::Loop1 { iter, total }
                    }
                    Block::Loop1 { total, iter } => {
                        {
                            let mut iter = iter;
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(_unbound) => {
                                    let value: u32 = total;
                                    *state = State::Suspend1 {
                                        _unbound: ::coro_core::__keep!(_unbound),
                                        iter,
                                        total,
                                    };
                                    return ::coro_core::CoroutineState::Yielded(value);
                                }
                                ::core::option::Option::None => {}
                            };
                        }
                        break 'resume Ok(total);
                    }
                    Block::Resume1 { mut total, iter, _unbound: _unbound, input } => {
                        {
                            let _unbound = _unbound;
                            total
                                += match ::coro_core::__private::branch(
                                    ({ input }).parse::<u32>(),
                                ) {
                                    ::core::ops::ControlFlow::Continue(value) => value,
                                    ::core::ops::ControlFlow::Break(residual) => {
                                        break 'resume ::coro_core::__private::from_residual(
                                            residual,
                                        );
                                    }
                                };
                        }
                        Block::Loop1 { iter, total }
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    let mut all = resumed(add(), ["", "1", "2"]);
    all.extend(resumed(add(), ["", "x"]));
    all
}
