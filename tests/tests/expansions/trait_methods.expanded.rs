// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub trait Walk {
    fn walk(&self, from: u32) -> impl Resume<u32, u32, Return = u32>;
}
pub struct Stairs(u32);
impl Walk for Stairs {
    fn walk(&self, from: u32) -> impl Resume<u32, u32, Return = u32> {
        /// What is stored between resumes.
        enum State<This, From, Steps, At> {
            /// Not resumed yet: the parameters.
            Unresumed { this: This, from: From },
            /// Suspended at the `yield` of `at`.
            Suspend1 { at: At, steps: Steps, this: This },
            /// Ran to its end.
            Returned,
            /// Panicked while it ran.
            Panicked,
        }
        /// Where control can be while it runs.
        enum Block<This, From, Input, Steps, At> {
            /// The start of the body.
            Start { input: Input, from: From, this: This },
            /// The head of a loop.
            Loop1 { at: At, steps: Steps, this: This },
            /// After suspend point 1.
            Resume1 { input: Input, at: At, steps: Steps, this: This },
        }
        ::coro_core::__private::machine::<
            _,
            u32,
            u32,
            u32,
            _,
        >(
            State::Unresumed {
                this: self,
                from,
            },
            |state, argument| -> ::coro_core::CoroutineState<_, _> {
                let mut block = match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { this, from } => {
                        Block::Start {
                            this,
                            from,
                            input: argument,
                        }
                    }
                    State::Suspend1 { this, steps, at } => {
                        Block::Resume1 {
                            this,
                            steps,
                            at,
                            input: argument,
                        }
                    }
                    State::Returned => {
                        *state = State::Returned;
                        ::core::panic!("coroutine resumed after completion")
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                };
                let result: u32 = 'resume: loop {
                    block = match block {
                        Block::Start { this, from, input } => {
                            ::coro_core::__private::drop(input);
                            let steps = 0;
                            let at = from;
                            Block::Loop1 { at, steps, this }
                        }
                        Block::Loop1 { this, steps, at } => {
                            if at < this.0 {
                                let value: u32 = at;
                                *state = State::Suspend1 { at, steps, this };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            break 'resume steps;
                        }
                        Block::Resume1 { this, mut steps, mut at, input } => {
                            at += input;
                            steps += 1;
                            Block::Loop1 { at, steps, this }
                        }
                    };
                };
                *state = State::Returned;
                ::coro_core::CoroutineState::Complete(result)
            },
        )
    }
}
pub fn run() -> Vec<String> {
    resumed(Stairs(6).walk(1), [0, 2, 3, 4])
}
