// Written by this test: see `expansions.rs`.

use core::fmt::Debug;
use coro_core::Resume;
use crate::drive::resumed;
pub fn counter(
    step: u32,
) -> impl Resume<(), u32, Return = ()> + Clone + Debug + PartialEq {
    /// What is stored between resumes.
    #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
    enum State<Step, N> {
        /// Not resumed yet: the parameters.
        Unresumed { step: Step },
        /// Suspended at the `yield` of `n`.
        Suspend1 { n: N, step: Step },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Step, N> {
        /// The start of the body.
        Start { step: Step },
        /// The head of a loop.
        Loop1 { n: N, step: Step },
        /// After suspend point 1.
        Resume1 { n: N, step: Step },
    }
    ::coro_core::__private::machine::<
        _,
        (),
        u32,
        (),
        _,
    >(
        State::Unresumed { step },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { step } => Block::Start { step },
                State::Suspend1 { step, n } => Block::Resume1 { step, n },
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { step } => {
                        let n = 0;
                        Block::Loop1 { n, step }
                    }
                    Block::Loop1 { step, n } => {
                        let value: u32 = n;
                        *state = State::Suspend1 { n, step };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { step, mut n } => {
                        n += step;
                        Block::Loop1 { n, step }
                    }
                };
            }
        },
    )
}
pub fn run() -> Vec<String> {
    let mut one = counter(2);
    let mut all = resumed(&mut one, [(); 2]);
    let mut two = one.clone();
    all.push(format!("{one:?} {}", one == two));
    all.extend(resumed(&mut two, [()]));
    all.push(format!("{two:?} {}", one == two));
    all
}
