// Written by this test: see `expansions.rs`.

use coro_core::{CoroutineState, Resume};
pub struct World {
    log: Vec<String>,
}
pub fn script() -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    /// What is stored between resumes.
    enum State<Iter, Step> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the `yield` of `step`.
        Suspend1 { step: Step, iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Input, Iter, Step> {
        /// The start of the body.
        Start { world: Input },
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// After suspend point 1.
        Resume1 { input: Input, step: Step, iter: Iter },
    }
    ::coro_core::__private::machine_for_all(
        ::coro_core::__private::PhantomData::<
            dyn for<'w> ::coro_core::__private::HigherRanked<
                'w,
                In = &'w mut World,
                Out = u32,
                Return = (),
            >,
        >,
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed => Block::Start { world: argument },
                State::Suspend1 { iter, step } => {
                    Block::Resume1 {
                        iter,
                        step,
                        input: argument,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume_: loop {
                block = match block {
                    Block::Start { world } => {
                        world.log.push(String::from("start"));
                        let iter = ::core::iter::IntoIterator::into_iter(0..2);
                        Block::Loop1 { iter }
                    }
                    Block::Loop1 { mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(step) => {
                                let value: u32 = step;
                                *state = State::Suspend1 { step, iter };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume_;
                    }
                    Block::Resume1 { iter, step, input } => {
                        {
                            let world = input;
                            world.log.push(format!("step {step}"));
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
    let mut world = World { log: Vec::new() };
    let mut script = script();
    while let CoroutineState::Yielded(step) = script.resume(&mut world) {
        world.log.push(format!("yielded {step}"));
    }
    world.log
}
