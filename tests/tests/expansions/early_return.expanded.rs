// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub fn find(
    list: Vec<u32>,
    wanted: u32,
) -> impl Resume<(), u32, Return = Option<usize>> {
    /// What is stored between resumes.
    enum State<List, Wanted, Iter, IndexRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { list: List, wanted: Wanted },
        /// Suspended at the `yield` of `n`.
        Suspend1 { index: IndexRemnant, iter: Iter, wanted: Wanted },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<List, Wanted, Iter, IndexRemnant> {
        /// The start of the body.
        Start { wanted: Wanted, list: List },
        /// The head of a loop.
        Loop1 { iter: Iter, wanted: Wanted },
        /// After suspend point 1.
        Resume1 { index: IndexRemnant, iter: Iter, wanted: Wanted },
    }
    ::coro_core::__private::machine::<
        _,
        (),
        u32,
        Option<usize>,
        _,
    >(
        State::Unresumed { list, wanted },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { list, wanted } => Block::Start { list, wanted },
                State::Suspend1 { wanted, iter, index } => {
                    Block::Resume1 {
                        wanted,
                        iter,
                        index,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: Option<usize> = 'resume: loop {
                block = match block {
                    Block::Start { list, wanted } => {
                        let iter = ::core::iter::IntoIterator::into_iter(
                            list.into_iter().enumerate(),
                        );
                        Block::Loop1 { iter, wanted }
                    }
                    Block::Loop1 { wanted, iter } => {
                        {
                            let mut iter = iter;
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some((index, n)) => {
                                    if n == wanted {
                                        break 'resume Some(index);
                                    }
                                    let value: u32 = n;
                                    *state = State::Suspend1 {
                                        index: ::coro_core::__keep!(index),
                                        iter,
                                        wanted,
                                    };
                                    return ::coro_core::CoroutineState::Yielded(value);
                                }
                                ::core::option::Option::None => {}
                            };
                        }
                        break 'resume None;
                    }
                    Block::Resume1 { wanted, iter, index: _index } => {
                        {
                            let _index = _index;
                        }
                        Block::Loop1 { iter, wanted }
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    let mut all = resumed(find(vec![3, 4, 5], 4), [(); 2]);
    all.extend(resumed(find(vec![3], 4), [(); 2]));
    all
}
