// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub struct State(u32);
pub fn names(state: State, block: u32) -> impl Resume<u32, u32, Return = u32> {
    /// What is stored between resumes.
    enum NamesState<State, Block2, StateRemnant, Value, Result, Iter, Input2> {
        /// Not resumed yet: the parameters.
        Unresumed { state: State, block: Block2 },
        /// Suspended at the first `yield`, of `value`.
        Suspend1 { value: Value, block: Block2, state: StateRemnant },
        /// Suspended at the second `yield`, of `input`.
        Suspend2 {
            input: Input2,
            iter: Iter,
            result: Result,
            block: Block2,
            state: StateRemnant,
        },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<State, Block2, Input, StateRemnant, Value, Result, Iter, Input2> {
        /// The start of the body.
        Start { input: Input, block: Block2, state: State },
        /// After suspend point 1.
        Resume1 { answer: Input, value: Value, block: Block2, state: StateRemnant },
        /// The head of a loop.
        Loop1 { iter: Iter, result: Result, block: Block2, state: StateRemnant },
        /// After suspend point 2.
        Resume2 {
            answer_1: Input,
            input: Input2,
            iter: Iter,
            result: Result,
            block: Block2,
            state: StateRemnant,
        },
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        u32,
        u32,
        _,
    >(
        NamesState::Unresumed {
            state,
            block,
        },
        |state_, argument_| -> ::coro_core::CoroutineState<_, _> {
            let mut block_ = match ::core::mem::replace(state_, NamesState::Panicked) {
                NamesState::Unresumed { state, block } => {
                    Block::Start {
                        state,
                        block,
                        input: argument_,
                    }
                }
                NamesState::Suspend1 { state, block, value } => {
                    Block::Resume1 {
                        state,
                        block,
                        value,
                        answer: argument_,
                    }
                }
                NamesState::Suspend2 { state, block, result, iter, input } => {
                    Block::Resume2 {
                        state,
                        block,
                        result,
                        iter,
                        input,
                        answer_1: argument_,
                    }
                }
                NamesState::Returned => {
                    *state_ = NamesState::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                NamesState::Panicked => {
                    ::core::panic!("coroutine resumed after panicking")
                }
            };
            let result_: u32 = 'resume_: loop {
                block_ = match block_ {
                    Block::Start { state, block, input } => {
                        ::coro_core::__private::drop(input);
                        let value = state.0;
                        let value_1: u32 = value;
                        *state_ = NamesState::Suspend1 {
                            value,
                            block,
                            state: ::coro_core::__keep!(state),
                        };
                        return ::coro_core::CoroutineState::Yielded(value_1);
                    }
                    Block::Resume1 { state: _state, block, value, answer } => {
                        let argument = answer;
                        let result = value + argument;
                        let iter = ::core::iter::IntoIterator::into_iter(0..2);
                        Block::Loop1 {
                            iter,
                            result,
                            block,
                            state: _state,
                        }
                    }
                    Block::Loop1 { state: _state, block, result, mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(input) => {
                                let value_1: u32 = input;
                                *state_ = NamesState::Suspend2 {
                                    input,
                                    iter,
                                    result,
                                    block,
                                    state: _state,
                                };
                                return ::coro_core::CoroutineState::Yielded(value_1);
                            }
                            ::core::option::Option::None => {}
                        }
                        break 'resume_ result;
                    }
                    Block::Resume2 {
                        state: _state,
                        block,
                        mut result,
                        iter,
                        input,
                        answer_1,
                    } => {
                        'resume: {
                            {
                                let iter = answer_1;
                                if iter == 0 {
                                    break 'resume;
                                }
                                result += iter + input * block;
                            }
                            block_ = Block::Loop1 {
                                iter,
                                result,
                                block,
                                state: _state,
                            };
                            continue 'resume_;
                        }
                        break 'resume_ result;
                    }
                };
            };
            *state_ = NamesState::Returned;
            ::coro_core::CoroutineState::Complete(result_)
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(names(State(1), 10), [0, 2, 3, 4])
}
