// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn framed(list: Vec<u32>) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<List, Inner> {
        /// Not resumed yet: the parameters.
        Unresumed { list: List },
        /// Suspended at the first `yield`, of `0`.
        Suspend1 { list: List },
        /// Suspended in `list`.
        Suspend2 { inner: Inner },
        /// Suspended at the second `yield`, of `0`.
        Suspend3,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<List, Inner> {
        /// The start of the body.
        Start { list: List },
        /// After suspend point 1.
        Resume1 { list: List },
        /// The head of a loop.
        Loop1 { inner: Inner },
        /// After suspend point 3.
        Resume3,
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed { list },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { list } => Block::Start { list },
                State::Suspend1 { list } => Block::Resume1 { list },
                State::Suspend2 { inner } => Block::Loop1 { inner },
                State::Suspend3 => Block::Resume3,
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { list } => {
                        let value: u32 = 0;
                        *state = State::Suspend1 { list };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { list } => {
                        let operand = list;
                        let inner = ::coro_core::__delegate!(operand, (), u32);
                        Block::Loop1 { inner }
                    }
                    Block::Loop1 { inner } => {
                        {
                            let mut inner = inner;
                            'delegate: {
                                match ::coro_core::__private::resume(&mut inner, ()) {
                                    ::coro_core::CoroutineState::Yielded(item) => {
                                        let value: u32 = item;
                                        *state = State::Suspend2 { inner };
                                        return ::coro_core::CoroutineState::Yielded(value);
                                    }
                                    ::coro_core::CoroutineState::Complete(value) => {
                                        break 'delegate value;
                                    }
                                }
                            }
                        };
                        let value: u32 = 0;
                        *state = State::Suspend3;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume3 => {
                        break 'resume;
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    items(framed(vec![1, 2]))
}
